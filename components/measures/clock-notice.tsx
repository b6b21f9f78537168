// Which record of which law is being looked at, in one sentence, with the way back to today's.
import Link from 'next/link'
import type { ReactNode } from 'react'
import { Banner } from '#components/ui/banner.tsx'
import { buttonClass } from '#components/ui/button.tsx'
import { type Clocks, clockSentence } from '#lib/published/clock-day.ts'
import { ClockFields } from './clock-fields.tsx'

type Props = { clocks: Clocks; today: string; children?: ReactNode }

/** `today` is the address of the same page without clocks. */
export function ClockNotice({ clocks, today, children }: Props) {
  const sentence = clockSentence(clocks)
  if (sentence === null) return null
  return (
    <Banner tone="warn" className="mb-8">
      <strong>{sentence}</strong> {children}{' '}
      <Link href={today} prefetch={false} className="whitespace-nowrap print:hidden">
        Back to today
      </Link>
    </Banner>
  )
}

/** A form that asks for the same page on another day. */
export function OtherDay({ action, clocks, problems = {} }: { action: string; clocks: Clocks; problems?: Record<string, string> }) {
  const asked = clocks.asOf !== undefined || clocks.inForceOn !== undefined || Object.keys(problems).length > 0
  return (
    <details className="mb-8 print:hidden" open={asked}>
      <summary className="cursor-pointer text-sm font-semibold">On another day</summary>
      <form action={action} method="get" className="mt-3 grid items-end gap-x-6 gap-y-3 sm:grid-cols-[1fr_1fr_auto]">
        <ClockFields clocks={clocks} problems={problems} />
        <button type="submit" className={buttonClass('plain')}>
          Show that day
        </button>
      </form>
    </details>
  )
}
