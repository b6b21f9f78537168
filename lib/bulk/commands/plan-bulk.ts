// Plans one deed for several measures, and keeps what would come of each. Nothing is done to any of them.
import { whyNot } from '#lib/accounts/permissions.ts'
import { actorById } from '#lib/accounts/queries.ts'
import { record } from '#lib/audit/record.ts'
import { type BulkRequest, deedNames, MOST } from '#lib/bulk/bulk.ts'
import { planItem } from '#lib/bulk/plan.ts'
import { measuresToPlan, subPillarCodes } from '#lib/bulk/plan-queries.ts'
import { reasonOf } from '#lib/measures/reason.ts'
import type { Actor } from '#lib/system/actor.ts'
import { type Clock, systemClock } from '#lib/system/clock.ts'
import { deskDb } from '#lib/system/db.ts'
import { Invalid, NotAllowed } from '#lib/system/errors.ts'

/** Plans `request` for the measures with these refs. Returns the id of the bulk. Throws NotAllowed, and Invalid with what the deed needs. */
export async function planBulk(
  actor: Actor,
  input: { request: BulkRequest; refs: readonly string[] },
  clock: Clock = systemClock,
): Promise<{ bulk: number }> {
  const refused = whyNot(actor, 'read desk', null)
  if (refused !== null) throw new NotAllowed(refused)
  const { refs } = input
  if (refs.length > MOST)
    throw new Invalid([{ path: 'refs', message: `At most ${MOST.toLocaleString('en')} measures at once: narrow the list down.` }])
  return deskDb().$transaction(
    async (tx) => {
      const subPillars = await subPillarCodes(tx)
      const request = complete(input.request, subPillars)
      const to = request.deed === 'assign' ? await actorById(request.personId) : null
      if (request.deed === 'assign' && to === null) throw new Invalid([{ path: 'personId', message: 'Choose who is to be responsible.' }])
      const measures = await measuresToPlan(tx, refs)
      if (measures.length === 0) throw new Invalid([{ path: 'refs', message: 'Choose at least one measure.' }])
      const at = clock()
      const { id: bulk } = await tx.bulk.create({
        data: {
          deed: request.deed,
          personId: to?.id ?? null,
          reason: 'reason' in request ? request.reason : '',
          subPillar: request.deed === 'move' ? request.subPillar : '',
          createdById: actor.id,
          createdAt: at,
          stateChangedAt: at,
        },
      })
      const items = measures.map((one) => planItem(actor, request, one, { to, subPillars }))
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

/** The request with the texts as they are kept. Throws Invalid. */
function complete(request: BulkRequest, subPillars: ReadonlySet<string>): BulkRequest {
  if (request.deed === 'request_withdrawal')
    return { ...request, reason: reasonOf(request.reason, 'Give the reason: readers see it in place of each text.') }
  if (request.deed !== 'move') return request
  if (!subPillars.has(request.subPillar)) throw new Invalid([{ path: 'subPillar', message: 'Choose a sub-pillar from the list.' }])
  return { ...request, reason: reasonOf(request.reason, 'Write the change note: why they belong there, for the public.') }
}
