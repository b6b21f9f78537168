// Plans one deed for several measures, and keeps what would come of each. Nothing is done to any of them.
import { whyNot } from '#lib/accounts/permissions.ts'
import { actorById } from '#lib/accounts/queries.ts'
import { record } from '#lib/audit/record.ts'
import { type BulkRequest, deedNames, MOST } from '#lib/bulk/bulk.ts'
import { issuesOfRequest, planItem } from '#lib/bulk/plan.ts'
import { measuresToPlan, subPillarCodes } from '#lib/bulk/plan-queries.ts'
import type { Actor } from '#lib/system/actor.ts'
import { type Clock, systemClock } from '#lib/system/clock.ts'
import { deskDb } from '#lib/system/db.ts'
import { Invalid, NotAllowed } from '#lib/system/errors.ts'

/** Plans `request` for the measures with these refs. Returns the id of the bulk. Throws NotAllowed, and Invalid with all that the deed needs. */
export async function planBulk(
  actor: Actor,
  input: { request: BulkRequest; refs: readonly string[] },
  clock: Clock = systemClock,
): Promise<{ bulk: number }> {
  const refused = whyNot(actor, 'read desk', null)
  if (refused !== null) throw new NotAllowed(refused)
  const { refs } = input
  return deskDb().$transaction(
    async (tx) => {
      const { request } = input
      const known = {
        to: request.deed === 'assign' ? await actorById(request.personId) : null,
        subPillars: await subPillarCodes(tx),
      }
      const measures = refs.length > MOST ? [] : await measuresToPlan(tx, refs)
      const issues = issuesOfRequest(request, known, { asked: refs.length, found: measures.length })
      if (issues.length > 0) throw new Invalid(issues)
      const at = clock()
      const { id: bulk } = await tx.bulk.create({
        data: {
          deed: request.deed,
          personId: known.to?.id ?? null,
          reason: 'reason' in request ? request.reason.trim() : '',
          subPillar: request.deed === 'move' ? request.subPillar : '',
          createdById: actor.id,
          createdAt: at,
          stateChangedAt: at,
        },
      })
      const items = measures.map((one) => planItem(actor, request, one, known))
      await tx.bulkItem.createMany({
        data: items.map(({ refusal, ...item }, index) => ({
          ...item,
          ...{ bulkId: bulk, ordinal: index + 1, message: refusal, state: refusal === '' ? 'waiting' : 'refused' },
        })),
      })
      const refusals = items.filter(({ refusal }) => refusal !== '').length
      const deed = deedNames[request.deed].verb
      await record(tx, actor, { action: 'bulk.planned', bulk, deed, items: items.length, refused: refusals }, { at })
      return { bulk }
    },
    { timeout: 120_000 },
  )
}
