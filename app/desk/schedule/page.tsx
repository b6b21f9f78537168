// What is to be published or withdrawn at a time, what failed, and what became of the last.
import Link from 'next/link'
import { Section } from '#components/desk/section.tsx'
import { ScheduleTable } from '#components/review/schedule-table.tsx'
import { requireActor } from '#lib/accounts/session.ts'
import { offSchedule, onSchedule } from '#lib/review/schedule-queries.ts'
import { systemClock } from '#lib/system/clock.ts'

export const metadata = { title: 'Schedule' }

export default async function SchedulePage() {
  const actor = await requireActor('/desk/schedule')
  const now = systemClock()
  const [on, off] = await Promise.all([onSchedule(actor), offSchedule(actor)])
  const failed = on.filter(({ state }) => state === 'failed')
  const waiting = on.filter(({ state }) => state === 'waiting')
  return (
    <>
      <h1 className="text-3xl font-semibold">Schedule</h1>
      {failed.length > 0 && (
        <Section title="Failed, to be seen to" count={failed.length}>
          <ScheduleTable caption="What failed" rows={failed} now={now} />
        </Section>
      )}
      <Section
        title="Waiting for its time"
        count={waiting.length}
        empty={
          <>
            Nothing is scheduled. An approved text is <Link href="/desk/review">scheduled where it is reviewed</Link>, a withdrawal where it
            is asked for.
          </>
        }
      >
        <ScheduleTable caption="What waits for its time, the next first" rows={waiting} now={now} />
      </Section>
      {off.length > 0 && (
        <Section title="Of late">
          <ScheduleTable caption="What was done, cancelled or void, the last first" rows={off} now={now} />
        </Section>
      )}
    </>
  )
}
