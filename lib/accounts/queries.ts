// Who people are: actors by id or address. A disabled person is nobody.
import type { Actor } from '#lib/system/actor.ts'
import { deskDb } from '#lib/system/db.ts'
import { isStorable } from '#lib/system/text.ts'
import { throttle } from '#lib/system/throttle.ts'
import { passwordFits } from './password.ts'

const withEconomies = { economies: { select: { economyCode: true }, orderBy: { economyCode: 'asc' } } } as const

type PersonRow = {
  id: number
  name: string
  email: string
  role: Actor['role']
  allEconomies: boolean
  economies: { economyCode: string }[]
  disabledAt: Date | null
}

const actorOf = (person: PersonRow): Actor => ({
  id: person.id,
  name: person.name,
  email: person.email,
  role: person.role,
  economies: person.allEconomies ? 'all' : person.economies.map(({ economyCode }) => economyCode),
})

/** The person with this e-mail address as an actor; null when there is none or they are disabled. */
export async function actorByEmail(email: string): Promise<Actor | null> {
  const person = await deskDb().person.findUnique({ where: { email: email.trim().toLowerCase() }, include: withEconomies })
  return person && !person.disabledAt ? actorOf(person) : null
}

/** The person with this id as an actor; null when there is none or they are disabled. */
export async function actorById(id: number): Promise<Actor | null> {
  const known = Number.isSafeInteger(id) && id >= 1 && id <= 2_147_483_647
  const person = known ? await deskDb().person.findUnique({ where: { id }, include: withEconomies }) : null
  return person && !person.disabledAt ? actorOf(person) : null
}

/** The actor of a session: null when the person is disabled, or when `epoch` is not theirs any more (signed out everywhere, demoted, new password). */
export async function actorOfSession(id: number, epoch: number): Promise<Actor | null> {
  const person = await deskDb().person.findUnique({ where: { id }, include: withEconomies })
  return person && !person.disabledAt && person.sessionEpoch === epoch ? actorOf(person) : null
}

/** Everybody who is not disabled. */
export async function everybody(): Promise<Actor[]> {
  return (await deskDb().person.findMany({ where: { disabledAt: null }, include: withEconomies, orderBy: { id: 'asc' } })).map(actorOf)
}

/** The time zone that the actor has chosen (IANA); '' for none. */
export async function timeZoneOf(actor: Actor): Promise<string> {
  const person = await deskDb().person.findUnique({ where: { id: actor.id }, select: { timeZone: true } })
  return person?.timeZone ?? ''
}

const minutes = 60

/** Counts guesses of the password of an account, by its address: 10 in 15 minutes. */
export const guesses = () => throttle('account', 10, 15 * minutes)

/** What a session starts from. */
export type SignedIn = { id: number; name: string; email: string; epoch: number }

/**
 * Checks an e-mail address and password. `address` is where the attempt comes from. Failures are counted for the account (10 in 15
 * minutes) and for the address (100 in 15 minutes), known or not; then `wait` gives the seconds until the next attempt.
 */
export async function checkSignIn(
  email: string,
  password: string,
  address: string,
): Promise<{ ok: true; person: SignedIn } | { ok: false; wait: number }> {
  const account = email.trim().toLowerCase()
  const perAccount = guesses()
  const perAddress = throttle('address', 100, 15 * minutes)
  const wait = (await perAddress.take(address)) || (await perAccount.take(account))
  if (wait > 0) return { ok: false, wait }
  const person = isStorable(account) ? await deskDb().person.findUnique({ where: { email: account } }) : null
  const fits = await passwordFits(person && !person.disabledAt ? person.passwordHash : null, password)
  if (!person || !fits) return { ok: false, wait: 0 }
  await perAccount.reset(account)
  await perAddress.giveBack(address)
  return { ok: true, person: { id: person.id, name: person.name, email: person.email, epoch: person.sessionEpoch } }
}
