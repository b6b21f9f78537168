// Writes that the commands of acts share. They authorise nothing: the command did.
import { record } from '#lib/audit/record.ts'
import type { Actor } from '#lib/system/actor.ts'
import type { Db } from '#lib/system/db.ts'
import { Invalid } from '#lib/system/errors.ts'
import { changesOf } from './changes.ts'
import type { Act } from './queries.ts'
import type { ActFields, ActInput } from './schema.ts'
import { actInput } from './schema.ts'

/** The input as the schema reads it. Throws Invalid with every issue. */
export function readAct(input: ActInput): ActFields {
  const parsed = actInput.safeParse(input)
  if (parsed.success) return parsed.data
  throw new Invalid(parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message: `${message}.` })))
}

/** What the row of an act says, and whether its economy or union exists. Throws Invalid. */
async function columnsOf(tx: Db, { economy, union, events: _, ...rest }: ActFields) {
  const known =
    economy === ''
      ? await tx.economicUnion.findUnique({ where: { code: union } })
      : await tx.economy.findUnique({ where: { code: economy } })
  if (!known) throw new Invalid([{ path: 'economy', message: 'Choose an economy or a union from the list.' }])
  return { ...rest, economyCode: economy || null, unionCode: union || null }
}

/** Writes the events of an act in their order, in place of those that it had. */
export async function putEvents(tx: Db, actId: number, events: ActFields['events']): Promise<void> {
  await tx.actEvent.deleteMany({ where: { actId } })
  await tx.actEvent.createMany({
    data: events.map(({ latest = false, ...event }, index) => ({ actId, position: index + 1, latest, ...event })),
  })
}

/** Enters an act, for a form or an import, and records it. */
export async function insertAct(tx: Db, actor: Actor, act: ActFields, at: Date): Promise<{ id: number; ref: string }> {
  const row = await tx.act.create({ data: { ...(await columnsOf(tx, act)), createdById: actor.id, createdAt: at } })
  await putEvents(tx, row.id, act.events)
  const ref = row.ref ?? ''
  await record(tx, actor, { action: 'act.registered', act: ref, title: act.title }, { at })
  return { id: row.id, ref }
}

/** Changes an act that this transaction has locked, and records what changed; equal fields change nothing. Returns the edition that now stands. */
export async function updateAct(tx: Db, actor: Actor, act: Act, next: ActFields, at: Date): Promise<number> {
  const { before, after } = changesOf(act, next)
  if (Object.keys(after).length === 0) return act.edition
  const edition = act.edition + 1
  await tx.act.update({ where: { id: act.id }, data: { ...(await columnsOf(tx, next)), edition } })
  if ('events' in after) await putEvents(tx, act.id, next.events)
  // Readers search for what the act is called now; the words belong to this transaction, so that no search sees the one without the other.
  if (['title', 'originalTitle', 'number'].some((field) => field in after)) await tx.$executeRaw`SELECT published.reword(${act.ref})`
  await record(tx, actor, { action: 'act.edited', act: act.ref, before, after }, { at })
  return edition
}
