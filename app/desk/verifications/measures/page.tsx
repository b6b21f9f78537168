// The measures behind a cell of the ageing report, or all that are due: the longest due first.
import Link from 'next/link'
import { CheckTable } from '#components/verifications/check-table.tsx'
import { requireActor } from '#lib/accounts/session.ts'
import { measuresToCheck } from '#lib/review/queries.ts'
import { systemClock } from '#lib/system/clock.ts'
import { z } from '#lib/system/zod.ts'
import { economies, pillars } from '#lib/taxonomy/queries.ts'

export const metadata = { title: 'Measures to check' }

const LIMIT = 200
const asked = z.object({
  economy: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional()
    .catch(undefined),
  pillar: z.coerce.number().int().min(1).max(99).optional().catch(undefined),
  due: z.literal('1').optional().catch(undefined),
  mine: z.literal('1').optional().catch(undefined),
})

export default async function MeasuresToCheckPage({ searchParams }: PageProps<'/desk/verifications/measures'>) {
  const actor = await requireActor('/desk/verifications/measures')
  const filter = asked.parse(await searchParams)
  const today = systemClock().toISOString().slice(0, 10)
  const [{ items, total }, known, taxonomy] = await Promise.all([
    measuresToCheck(actor, {
      limit: LIMIT,
      economies: filter.economy ? [filter.economy] : filter.mine ? actor.economies : 'all',
      ...(filter.pillar ? { pillar: filter.pillar } : {}),
      ...(filter.due ? { dueBy: today } : {}),
    }),
    economies(),
    pillars(),
  ])
  const place = [
    known.find(({ code }) => code === filter.economy)?.name,
    filter.pillar && `pillar ${filter.pillar}, ${taxonomy.find(({ number }) => number === filter.pillar)?.name ?? ''}`,
  ].filter(Boolean)
  return (
    <>
      <p>
        <Link href="/desk/verifications">Verification</Link>
      </p>
      <h1 className="mt-1 text-3xl font-semibold">{filter.due ? 'Due for checking' : 'Measures by their last check'}</h1>
      <p className="mt-1 mb-5 text-muted">
        {place.length > 0 ? `${place.join(' · ')} · ` : ''}
        {total === 1 ? '1 measure' : `${total} measures`}
        {total > items.length && `, of which the ${items.length} that are due the longest are shown`}
      </p>
      {items.length === 0 ? (
        <p className="border-t border-rule py-3 text-muted">Nothing is due here.</p>
      ) : (
        <CheckTable caption="Measures, the longest due first" rows={items} today={today} />
      )}
    </>
  )
}
