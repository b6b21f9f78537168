// A person gives themselves another password, knowing the one that they have. It ends all their sessions, on every device.
import { hashPassword, passwordFits, whyNotPassword } from '#lib/accounts/password.ts'
import { guesses } from '#lib/accounts/queries.ts'
import { record } from '#lib/audit/record.ts'
import type { Actor } from '#lib/system/actor.ts'
import { type Clock, systemClock } from '#lib/system/clock.ts'
import { deskDb } from '#lib/system/db.ts'
import { Invalid, NotAllowed } from '#lib/system/errors.ts'

const invalid = (path: string, message: string) => new Invalid([{ path, message }])

/**
 * The actor has to sign in again afterwards. Wrong guesses of the present password count as failed sign-ins do. Throws Invalid, and NotAllowed
 * when the account was disabled or its password changed meanwhile.
 */
export async function changeOwnPassword(actor: Actor, input: { present: string; next: string }, clock: Clock = systemClock): Promise<void> {
  const { present, next } = input
  const weak = whyNotPassword(next) ?? (next === present ? 'This is the password that you have: choose another one.' : null)
  if (weak !== null) throw invalid('next', weak)
  const mine = await deskDb().person.findUnique({ where: { id: actor.id }, select: { email: true, passwordHash: true } })
  if (!mine) throw new NotAllowed('Only a person has a password.')
  const attempts = guesses()
  const wait = await attempts.take(mine.email)
  if (wait > 0) throw invalid('present', `Too many wrong passwords. Try again in ${Math.ceil(wait / 60)} minutes.`)
  if (!(await passwordFits(mine.passwordHash, present))) throw invalid('present', 'This is not your present password.')
  await attempts.reset(mine.email)
  const passwordHash = await hashPassword(next)
  await deskDb().$transaction(async (tx) => {
    const { count } = await tx.person.updateMany({
      where: { id: actor.id, passwordHash: mine.passwordHash, disabledAt: null },
      data: { passwordHash, sessionEpoch: { increment: 1 }, edition: { increment: 1 } },
    })
    if (count === 0) throw new NotAllowed('Your account was changed a moment ago. Sign in again.')
    await record(tx, actor, { action: 'person.own password set' }, { at: clock() })
  })
}
