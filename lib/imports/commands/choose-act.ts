// Chooses for one basis of an import: the act that it means, a new act of the register, or none. Nothing is cited or entered before the draft is created.
import { whyNot } from '#lib/accounts/permissions.ts'
import { belongsTo } from '#lib/acts/act.ts'
import { loadAct } from '#lib/acts/queries.ts'
import { record } from '#lib/audit/record.ts'
import type { ActChoice } from '#lib/imports/act-bases.ts'
import type { Actor } from '#lib/system/actor.ts'
import { type Clock, systemClock } from '#lib/system/clock.ts'
import { deskDb } from '#lib/system/db.ts'
import { Invalid, NotAllowed, NotFound } from '#lib/system/errors.ts'

type Row = { economy: string; measureId: number | null; fileName: string }
type Input = { basisId: number; choice: ActChoice; ref?: string }

/** `ref` names the act that is linked; of a merged one, the one that it was merged into is. May be chosen anew until the draft is created. Throws NotFound, NotAllowed, Invalid. */
export async function chooseAct(
  actor: Actor,
  input: Input,
  clock: Clock = systemClock,
): Promise<{ choice: ActChoice; ref: string | null }> {
  const refused = whyNot(actor, 'import', null)
  if (refused !== null) throw new NotAllowed(refused)
  return deskDb().$transaction(async (tx) => {
    const [row] = await tx.$queryRaw<Row[]>`
      SELECT i.economy_code AS economy, i.measure_id AS "measureId", f.file_name AS "fileName"
      FROM import_basis b JOIN import_item i ON i.id = b.item_id JOIN import_batch f ON f.id = i.batch_id
      WHERE b.id = ${input.basisId} FOR UPDATE OF i`
    if (!row) throw new NotFound('There is no such basis.')
    const notTheirs = whyNot(actor, 'create measure', row.economy)
    if (notTheirs !== null) throw new NotAllowed(notTheirs)
    const say = (message: string) => new Invalid([{ path: 'choice', message }])
    if (row.measureId !== null) throw say('The draft is created already: choose the act in its form.')
    const act = input.choice === 'link' ? await standing(input.ref ?? '') : null
    await tx.importBasis.update({ where: { id: input.basisId }, data: { choice: input.choice, actId: act?.id ?? null } })
    const told = { link: act?.ref ?? '', enter: 'a new act', leave: 'no act', open: 'nothing yet' }[input.choice]
    await record(tx, actor, { action: 'import.acts chosen', fileName: row.fileName, choice: told, bases: 1 }, { at: clock() })
    return { choice: input.choice, ref: act?.ref ?? null }

    async function standing(ref: string) {
      const found = await loadAct(tx, ref)
      const act = found.mergedInto === null ? found : await loadAct(tx, found.mergedInto)
      const unions = await tx.unionMember.findMany({ where: { economyCode: row?.economy ?? '' } })
      const codes = unions.map(({ unionCode }) => unionCode)
      if (!belongsTo(act, row?.economy ?? '', codes)) throw say(`${act.ref} is an act of ${act.belongsTo}.`)
      return act
    }
  })
}
