// Changes a person's role, password or right to sign in, and ends their sessions. Only the operator does, from the command line.

import { hashPassword, shortestPassword } from '#lib/accounts/password.ts'
import type { AuditEvent } from '#lib/audit/entry.ts'
import { record } from '#lib/audit/record.ts'
import type { Actor, Role } from '#lib/system/actor.ts'
import { type Clock, systemClock } from '#lib/system/clock.ts'
import { deskDb } from '#lib/system/db.ts'
import { Invalid, NotAllowed, NotFound } from '#lib/system/errors.ts'

export type PersonChange = { role: Role } | { password: string } | { disable: true }

/** Applies one change; the person's sessions end at their next request. Throws NotAllowed, NotFound, Invalid. */
export async function changePerson(
  actor: Actor,
  input: { email: string; change: PersonChange },
  clock: Clock = systemClock,
): Promise<void> {
  if (actor.id !== 0) throw new NotAllowed('Only the operator changes people, with `npm run user`.')
  const email = input.email.trim().toLowerCase()
  const { data, event } = await written(email, input.change, clock)
  await deskDb().$transaction(async (tx) => {
    const { count } = await tx.person.updateMany({ where: { email }, data: { ...data, sessionEpoch: { increment: 1 } } })
    if (count === 0) throw new NotFound(`Nobody has the address ${email}.`)
    await record(tx, actor, event, { at: clock() })
  })
}

async function written(email: string, change: PersonChange, clock: Clock): Promise<{ data: object; event: AuditEvent }> {
  if ('role' in change) return { data: { role: change.role }, event: { action: 'person.role changed', email, role: change.role } }
  if ('disable' in change) return { data: { disabledAt: clock() }, event: { action: 'person.disabled', email } }
  if (change.password.length < shortestPassword) {
    throw new Invalid([{ path: 'password', message: `A password has at least ${shortestPassword} characters.` }])
  }
  return { data: { passwordHash: await hashPassword(change.password) }, event: { action: 'person.password set', email } }
}
