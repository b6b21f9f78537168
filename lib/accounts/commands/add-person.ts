// Adds a person who may sign in: by an administrator at the desk, or by the operator from the command line. The password is kept as its hash alone.

import { hashPassword, whyNotPassword } from '#lib/accounts/password.ts'
import { economiesInWords, type NewPerson, newPerson } from '#lib/accounts/person.ts'
import { lockedPerson, mayManage, unknownEconomies } from '#lib/accounts/store.ts'
import { record } from '#lib/audit/record.ts'
import type { Actor } from '#lib/system/actor.ts'
import { type Clock, systemClock } from '#lib/system/clock.ts'
import { deskDb } from '#lib/system/db.ts'
import { Invalid } from '#lib/system/errors.ts'

/** Adds a person; gives their id. Throws NotAllowed, Invalid. */
export async function addPerson(
  actor: Actor,
  input: NewPerson & { password: string },
  clock: Clock = systemClock,
): Promise<{ id: number }> {
  mayManage(actor)
  const parsed = newPerson.safeParse(input)
  const weak = whyNotPassword(input.password)
  const scope = parsed.data?.economies ?? 'all'
  const codes = scope === 'all' ? [] : scope
  const passwordHash = weak === null ? await hashPassword(input.password) : ''
  return deskDb().$transaction(async (tx) => {
    const email = parsed.data?.email ?? ''
    const known = await lockedPerson(tx, actor, { email })
    const issues = [
      ...(parsed.error?.issues ?? []).map(({ path, message }) => ({ path: path.join('.'), message })),
      ...(weak === null ? [] : [{ path: 'password', message: weak }]),
      ...(await unknownEconomies(tx, codes)).map((code) => ({ path: 'economies', message: `${code} is not an economy.` })),
      ...(known ? [{ path: 'email', message: `${email} exists already${known.disabledAt ? ', and is disabled' : ''}.` }] : []),
    ]
    if (issues.length > 0 || !parsed.success) throw new Invalid(issues)
    const { name, role } = parsed.data
    const { id } = await tx.person
      .create({
        data: {
          email,
          createdAt: clock(),
          name,
          role,
          passwordHash,
          allEconomies: scope === 'all',
          economies: { create: codes.map((economyCode) => ({ economyCode })) },
        },
      })
      .catch((error) => {
        if (error.code !== 'P2002') throw error
        throw new Invalid([{ path: 'email', message: `${email} exists already.` }])
      })
    const event = { action: 'person.added', email, role, economies: economiesInWords(scope) } as const
    await record(tx, actor, event, { at: clock() })
    return { id }
  })
}
