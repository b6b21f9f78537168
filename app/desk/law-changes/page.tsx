// Law changes, newest first: what is proposed, what is confirmed and how far its impacts are settled.
import Link from 'next/link'
import { Section } from '#components/desk/section.tsx'
import { LawChangeTable } from '#components/law-changes/law-change-table.tsx'
import { buttonClass } from '#components/ui/button.tsx'
import { Pager } from '#components/ui/pager.tsx'
import { requireActor } from '#lib/accounts/session.ts'
import { addressOf, pageOf } from '#lib/law-changes/impact-filter.ts'
import { type LawChangeState, lawChangeStates } from '#lib/law-changes/law-change.ts'
import { lawChanges } from '#lib/law-changes/queries.ts'

export const metadata = { title: 'Law changes' }

export default async function LawChangesPage({ searchParams }: PageProps<'/desk/law-changes'>) {
  const actor = await requireActor('/desk/law-changes')
  const asked = await searchParams
  const state = lawChangeStates.find((one) => one === asked.state)
  const { items, total, page, perPage } = await lawChanges(actor, { ...(state ? { state } : {}), page: pageOf(asked) })
  const ways: [LawChangeState | '', string][] = [['', 'All'], ...lawChangeStates.map((one): [LawChangeState, string] => [one, one])]
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h1 className="text-3xl font-semibold">Law changes</h1>
        <div className="flex flex-wrap gap-2">
          <Link href="/desk/law-changes/awaited" className={buttonClass()}>
            Not yet in force
          </Link>
          <Link href="/desk/law-changes/impacts" className={buttonClass()}>
            Impacts
          </Link>
          <Link href="/desk/law-changes/new" className={buttonClass('primary')}>
            Record a law change
          </Link>
        </div>
      </div>
      <nav aria-label="State" className="mt-4 flex gap-x-4">
        {ways.map(([one, name]) => (
          <Link
            key={one}
            href={addressOf('/desk/law-changes', { state: one })}
            aria-current={(state ?? '') === one ? 'page' : undefined}
            className="aria-[current]:font-semibold aria-[current]:text-ink"
          >
            <span className="inline-block first-letter:uppercase">{name}</span>
          </Link>
        ))}
      </nav>
      <Section title="Recorded" count={total} empty="None. A law change is recorded once, and reaches every measure that rests on the act.">
        <LawChangeTable caption="Law changes, newest first" rows={items} />
      </Section>
      <Pager page={page} pages={Math.ceil(total / perPage)} href={(next) => addressOf('/desk/law-changes', { state: state ?? '' }, next)} />
    </>
  )
}
