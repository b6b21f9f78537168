// Writes that the commands of acts share. They authorise nothing: the command did.
import type { Db } from '#lib/system/db.ts'
import { Invalid } from '#lib/system/errors.ts'
import type { ActFields, ActInput } from './schema.ts'
import { actInput } from './schema.ts'

/** The input as the schema reads it. Throws Invalid with every issue. */
export function readAct(input: ActInput): ActFields {
  const parsed = actInput.safeParse(input)
  if (parsed.success) return parsed.data
  throw new Invalid(parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message: `${message}.` })))
}

/** What the row of an act says, and whether its economy or union exists. Throws Invalid. */
export async function columnsOf(tx: Db, { economy, union, events: _, ...rest }: ActFields) {
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
