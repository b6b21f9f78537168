// What somebody has open, with where it is: on their page, and before they are disabled, with what becomes of it.
import Link from 'next/link'
import { VersionTable } from '#components/desk/version-table.tsx'
import { ScheduleTable } from '#components/review/schedule-table.tsx'
import type { DeskLine } from '#lib/measures/list-queries.ts'
import type { TakenReview } from '#lib/review/claim-queries.ts'
import type { ScheduleLine } from '#lib/review/schedule-queries.ts'

/** `previews` are open links that they made, `impacts` those that are theirs to settle. */
export type OpenWork = {
  drafts: readonly DeskLine[]
  reviews: readonly TakenReview[]
  schedules: readonly ScheduleLine[]
  impacts: number
  previews: number
}
type Props = { personId: number; work: OpenWork }

const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`

export const hasOpenWork = ({ drafts, reviews, schedules, impacts, previews }: OpenWork): boolean =>
  drafts.length + reviews.length + schedules.length + impacts + previews > 0

/** What becomes of it when they are disabled; each in a sentence. */
export function Consequences({ name, work: { drafts, reviews, schedules, impacts, previews } }: { name: string; work: OpenWork }) {
  return (
    <ul className="mt-3 list-disc space-y-1.5 pl-5">
      <li>{name} is signed out at the next request and cannot sign in. What they wrote and approved keeps their name.</li>
      {schedules.length > 0 && (
        <li>
          <strong>{counted(schedules.length, 'thing that they scheduled', 'things that they scheduled')}</strong> will still happen at its
          time, in their name. Cancel on the <Link href="/desk/schedule">schedule</Link> what must not.
        </li>
      )}
      {previews > 0 && (
        <li>
          <strong>{counted(previews, 'preview link', 'preview links')}</strong> that they made will show nothing any more. Enabled again, so
          are the links that have days left.
        </li>
      )}
      {reviews.length > 0 && (
        <li>
          <strong>{counted(reviews.length, 'review', 'reviews')}</strong> that they took stay marked with their name until somebody else
          takes them.
        </li>
      )}
      {impacts > 0 && (
        <li>
          <strong>{counted(impacts, 'impact', 'impacts')}</strong> of law changes stay theirs until given to somebody else.
        </li>
      )}
      {drafts.length > 0 && (
        <li>
          <strong>{counted(drafts.length, 'open version', 'open versions')}</strong> of theirs stay as they are; others can go on with them.
        </li>
      )}
    </ul>
  )
}

export function OpenWorkOf({ personId, work: { drafts, reviews, schedules, impacts, previews }, now }: Props & { now: Date }) {
  return (
    <div className="space-y-6">
      {schedules.length > 0 && (
        <Part title="Scheduled by them">
          <ScheduleTable caption="What waits for its time, the next first" rows={schedules} now={now} />
        </Part>
      )}
      {reviews.length > 0 && (
        <Part title="Reviews that they took">
          <ul className="border-t border-rule-strong">
            {reviews.map(({ ref, number, title }) => (
              <li key={`${ref} ${number}`} className="border-b border-rule py-2">
                <Link href={`/desk/review/${ref}?version=${number}`} className="font-medium text-ink">
                  <span className="text-muted tabular-nums">{ref}</span> <span className="font-serif">{title}</span>
                </Link>
              </li>
            ))}
          </ul>
        </Part>
      )}
      {drafts.length > 0 && (
        <Part title="Open versions of theirs">
          <VersionTable
            caption="Open versions, the last touched first"
            rows={drafts.slice(0, 20).map((line) => ({ ...line, href: `/desk/measures/${line.ref}` }))}
          />
          {drafts.length > 20 && <p className="mt-2 text-sm text-muted">and {drafts.length - 20} more</p>}
        </Part>
      )}
      {(impacts > 0 || previews > 0) && (
        <Part title="Also">
          <ul className="list-disc pl-5">
            {impacts > 0 && (
              <li>
                <Link href={`/desk/law-changes/impacts?person=${personId}`}>
                  {counted(impacts, 'impact of a law change', 'impacts of law changes')}
                </Link>{' '}
                to settle
              </li>
            )}
            {previews > 0 && <li>{counted(previews, 'open preview link', 'open preview links')}</li>}
          </ul>
        </Part>
      )}
    </div>
  )
}

function Part({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section>
      <h3 className="mb-1 font-semibold">{title}</h3>
      {children}
    </section>
  )
}
