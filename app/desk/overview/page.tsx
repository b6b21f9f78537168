// The desk at a glance: what waits for whom and since when, what is due, and what was done week by week.
import Link from 'next/link'
import { Section } from '#components/desk/section.tsx'
import { WaitingPicture, WeeksPicture } from '#components/review/overview-pictures.tsx'
import { Banner } from '#components/ui/banner.tsx'
import { requireActor } from '#lib/accounts/session.ts'
import { waitingEmergencies } from '#lib/review/emergency-queries.ts'
import { everyWeek, waitedSince, waitingIn } from '#lib/review/overview.ts'
import { overviewOf } from '#lib/review/overview-queries.ts'
import { measuresToCheck } from '#lib/review/queries.ts'
import { systemClock } from '#lib/system/clock.ts'

export const metadata = { title: 'Overview' }

const inDays = (now: Date, days: number) => new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10)

export default async function OverviewPage() {
  const actor = await requireActor('/desk/overview')
  const now = systemClock()
  const [{ waiting, weeks }, due, soon, emergencies] = await Promise.all([
    overviewOf(actor, now),
    measuresToCheck(actor, { economies: actor.economies, dueBy: inDays(now, 0), limit: 1 }),
    measuresToCheck(actor, { economies: actor.economies, dueBy: inDays(now, 30), limit: 1 }),
    waitingEmergencies(actor),
  ])
  const told = (state: Parameters<typeof waitingIn>[1]) => {
    const { versions, oldest } = waitingIn(waiting, state)
    return { value: versions, more: oldest === null ? 'none waits' : waitedSince(oldest, now) }
  }
  const tiles = [
    { name: 'In review', href: '/desk/review', ...told('in_review') },
    { name: 'Approved, not published', href: '/desk/review', ...told('approved') },
    { name: 'Returned to authors', href: '/desk/measures?state=returned', ...told('returned') },
    { name: 'Drafts', href: '/desk/measures?state=draft', ...told('draft') },
    {
      name: 'Due for checking',
      href: '/desk/verifications/measures?due=1&mine=1',
      value: due.total,
      more: `${soon.total - due.total} more within 30 days`,
    },
  ]
  return (
    <>
      <h1 className="text-3xl font-semibold">Overview</h1>
      <p className="mt-1 text-muted">{actor.economies === 'all' ? 'All economies.' : `Your economies: ${actor.economies.join(', ')}.`}</p>
      {emergencies[0] && (
        <Banner tone="warn" className="mt-6">
          <Link href="/desk/review">
            {emergencies.length} {emergencies.length === 1 ? 'version was' : 'versions were'} published in an emergency
          </Link>{' '}
          and {emergencies.length === 1 ? 'waits' : 'wait'} for an approval, {waitedSince(emergencies[0].at, now)}.
        </Banner>
      )}
      <dl className="mt-6 flex flex-wrap gap-px border border-rule bg-rule">
        {tiles.map(({ name, href, value, more }) => (
          <div key={name} className="grow basis-40 bg-surface p-4">
            <dt>
              <Link href={href}>{name}</Link>
            </dt>
            <dd className="mt-1 font-serif text-3xl font-semibold tabular-nums">{value.toLocaleString('en')}</dd>
            <dd className="text-sm text-muted">{more}</dd>
          </div>
        ))}
      </dl>
      <div className="grid gap-x-12 lg:grid-cols-2">
        <Section title="What waits, and for how long" {...(waiting.length === 0 ? { count: 0 } : {})} empty="Nothing is open.">
          <WaitingPicture waiting={waiting} />
        </Section>
        <Section
          title="Done by week"
          {...(weeks.length === 0 ? { count: 0 } : {})}
          empty="Nothing was published or returned in the last 26 weeks."
        >
          <WeeksPicture weeks={everyWeek(weeks, now.toISOString().slice(0, 10))} />
        </Section>
      </div>
    </>
  )
}
