// Adds a person who may sign in. Only the operator does, from the command line.

import { hashPassword, shortestPassword } from '#lib/accounts/password.ts'
import { record } from '#lib/audit/record.ts'
import type { Actor, Role } from '#lib/system/actor.ts'
import { type Clock, systemClock } from '#lib/system/clock.ts'
import { deskDb } from '#lib/system/db.ts'
import { Invalid, NotAllowed } from '#lib/system/errors.ts'
import { z } from '#lib/system/zod.ts'

export type NewPerson = { email: string; name: string; role: Role; password: string; economies: 'all' | string[] }

/** Adds a person. Throws NotAllowed (anybody but the operator), Invalid. */
export async function addPerson(actor: Actor, input: NewPerson, clock: Clock = systemClock): Promise<void> {
  if (actor.id !== 0) throw new NotAllowed('Only the operator adds people, with `npm run user`.')
  const email = input.email.trim().toLowerCase()
  const codes = input.economies === 'all' ? [] : [...new Set(input.economies)]
  const known = await deskDb().economy.findMany({ where: { code: { in: codes } }, select: { code: true } })
  const unknown = codes.filter((code) => !known.some((economy) => economy.code === code))
  const issues = [
    ...(z.email().safeParse(email).success ? [] : [{ path: 'email', message: `${email || 'Nothing'} is not an e-mail address.` }]),
    ...(input.name.trim() === '' ? [{ path: 'name', message: 'A name is needed: readers see who wrote and who approved.' }] : []),
    ...(input.password.length < shortestPassword
      ? [{ path: 'password', message: `A password has at least ${shortestPassword} characters.` }]
      : []),
    ...unknown.map((code) => ({ path: 'economies', message: `${code} is not an economy.` })),
    ...((await deskDb().person.findUnique({ where: { email } })) ? [{ path: 'email', message: `${email} exists already.` }] : []),
  ]
  if (issues.length > 0) throw new Invalid(issues)
  const passwordHash = await hashPassword(input.password)
  await deskDb().$transaction(async (tx) => {
    await tx.person.create({
      data: {
        email,
        createdAt: clock(),
        name: input.name.trim(),
        role: input.role,
        passwordHash,
        allEconomies: input.economies === 'all',
        economies: { create: codes.map((economyCode) => ({ economyCode })) },
      },
    })
    await record(tx, actor, { action: 'person.added', email, role: input.role }, { at: clock() })
  })
}
