// What the commands of people share: the people locked who decide whether there is an administrator left, and codes that exist. It authorises by the table alone.
import type { Actor } from '#lib/system/actor.ts'
import type { Db } from '#lib/system/db.ts'
import { NotAllowed } from '#lib/system/errors.ts'
import type { PersonWhereUniqueInput } from '#prisma/generated/models.ts'
import { whyNot } from './permissions.ts'

const withEconomies = { economies: { select: { economyCode: true }, orderBy: { economyCode: 'asc' } } } as const

/** Why the actor may not manage people, by what their session said. Throws NotAllowed. */
export function mayManage(actor: Actor): void {
  const refused = whyNot(actor, 'manage people', null)
  if (refused !== null) throw new NotAllowed(refused)
}

/**
 * The person, locked until the transaction ends together with the actor and all administrators, so that of two changes the later
 * one sees what the earlier one did. Throws NotAllowed when the actor was disabled or demoted meanwhile.
 */
export async function lockedPerson(tx: Db, actor: Actor, who: { id: number } | { email: string }) {
  const id = 'id' in who && Number.isInteger(who.id) && who.id > 0 && who.id <= 2_147_483_647 ? who.id : 0
  const email = 'email' in who ? who.email : ''
  await tx.$queryRaw`
    SELECT id FROM person WHERE id = ${id} OR email = ${email} OR id = ${actor.id} OR role = 'administrator' ORDER BY id FOR NO KEY UPDATE`
  if (actor.id > 0) {
    const self = await tx.person.findUnique({ where: { id: actor.id } })
    if (!self || self.disabledAt) throw new NotAllowed('Your account was disabled meanwhile. Nothing was changed.')
    mayManage({ ...actor, role: self.role })
  }
  const where: PersonWhereUniqueInput = 'id' in who ? { id } : { email: who.email }
  const person = await tx.person.findUnique({ where, include: withEconomies })
  return person && { ...person, scope: person.allEconomies ? ('all' as const) : person.economies.map(({ economyCode }) => economyCode) }
}

export type LockedPerson = NonNullable<Awaited<ReturnType<typeof lockedPerson>>>

/** How many administrators may sign in; after `lockedPerson` nobody changes that until the transaction ends. */
export const enabledAdministrators = (tx: Db): Promise<number> => tx.person.count({ where: { role: 'administrator', disabledAt: null } })

/** Those of the codes that are no economies. */
export async function unknownEconomies(tx: Db, codes: readonly string[]): Promise<string[]> {
  const known = await tx.economy.findMany({ where: { code: { in: [...codes] } }, select: { code: true } })
  return codes.filter((code) => !known.some((economy) => economy.code === code))
}
