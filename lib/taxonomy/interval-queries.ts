// The intervals of checks as they stand now, for the desk. They change by a click, so they are read each time.
import { whyNot } from '#lib/accounts/permissions.ts'
import type { Actor } from '#lib/system/actor.ts'
import { deskDb } from '#lib/system/db.ts'
import { NotAllowed } from '#lib/system/errors.ts'
import { intervalOf } from '#prisma/reference/check-intervals.ts'
import type { CheckInterval } from './check-interval.ts'

/** The interval of every sub-pillar, in the order of the taxonomy. Throws NotAllowed. */
export async function checkIntervals(actor: Actor): Promise<CheckInterval[]> {
  const refused = whyNot(actor, 'read desk', null)
  if (refused !== null) throw new NotAllowed(refused)
  const rows = await deskDb().subPillar.findMany({ orderBy: [{ pillarNumber: 'asc' }, { position: 'asc' }] })
  return rows.map(({ code, name, pillarNumber, checkEveryMonths, checkIntervalEdited }) => ({
    subPillar: code,
    name,
    pillar: pillarNumber,
    months: checkEveryMonths,
    usual: intervalOf(code),
    set: checkIntervalEdited,
  }))
}
