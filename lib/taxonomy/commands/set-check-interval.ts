// Sets after how many months the published texts of sub-pillars are due for checking. Due dates follow at once; no text and no check changes.
import { whyNot } from '#lib/accounts/permissions.ts'
import { record } from '#lib/audit/record.ts'
import type { Actor } from '#lib/system/actor.ts'
import { type Clock, systemClock } from '#lib/system/clock.ts'
import { deskDb } from '#lib/system/db.ts'
import { Invalid, type Issue, NotAllowed, Stale } from '#lib/system/errors.ts'
import { fewestMonths, isInterval, mostMonths } from '#lib/taxonomy/check-interval.ts'
import { intervalOf } from '#prisma/reference/check-intervals.ts'

/** `was` is what the person saw: of an interval that is as it was nothing is written. */
export type IntervalChange = { subPillar: string; was: number; months: number }

/** All or none. One that is set to the usual one follows the reference data again. Returns how many changed. Throws NotAllowed, Invalid, Stale. */
export async function setCheckInterval(
  actor: Actor,
  input: { changes: readonly IntervalChange[] },
  clock: Clock = systemClock,
): Promise<{ changed: number }> {
  const changes = input.changes.filter(({ was, months }) => was !== months)
  return deskDb().$transaction(async (tx) => {
    const refused = whyNot(actor, 'set check interval', null)
    if (refused !== null) throw new NotAllowed(refused)
    const codes = changes.map(({ subPillar }) => subPillar)
    await tx.$queryRaw`SELECT code FROM sub_pillar WHERE code = ANY(${codes}) ORDER BY code FOR UPDATE`
    const found = await tx.subPillar.findMany({ where: { code: { in: codes } } })
    const issues: Issue[] = changes.flatMap(({ subPillar, months }) => {
      if (!found.some(({ code }) => code === subPillar)) return [{ path: subPillar, message: `There is no sub-pillar ${subPillar}.` }]
      const message = `Sub-pillar ${subPillar}: give whole months, from ${fewestMonths} to ${mostMonths}.`
      return isInterval(months) ? [] : [{ path: subPillar, message }]
    })
    if (issues.length > 0) throw new Invalid(issues)
    for (const { subPillar, was, months } of changes) {
      const now = found.find(({ code }) => code === subPillar)?.checkEveryMonths
      if (now !== was)
        throw new Stale(`Somebody set sub-pillar ${subPillar} to ${now} months since you opened this page. Nothing was saved.`)
      const data = { checkEveryMonths: months, checkIntervalEdited: months !== intervalOf(subPillar) }
      await tx.subPillar.update({ where: { code: subPillar }, data })
      await record(tx, actor, { action: 'interval.set', subPillar, before: was, after: months }, { at: clock() })
    }
    return { changed: changes.length }
  })
}
