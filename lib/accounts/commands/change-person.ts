// Changes a person: name, role, economies, password, sessions, and whether they may sign in. By administrators at the desk, or by the operator from the command line.

import { hashPassword, whyNotPassword } from '#lib/accounts/password.ts'
import {
  economiesInWords,
  leavesAdministration,
  narrows,
  type PersonChange,
  personChange,
  sameEconomies,
  whyNotToOneself,
} from '#lib/accounts/person.ts'
import { enabledAdministrators, type LockedPerson, lockedPerson, mayManage, unknownEconomies } from '#lib/accounts/store.ts'
import type { AuditEvent } from '#lib/audit/entry.ts'
import { record } from '#lib/audit/record.ts'
import { type Actor, operator } from '#lib/system/actor.ts'
import { type Clock, systemClock } from '#lib/system/clock.ts'
import { deskDb } from '#lib/system/db.ts'
import { Invalid, NotAllowed, NotFound, Stale } from '#lib/system/errors.ts'
import type { Prisma } from '#prisma/generated/client.ts'

/** `edition` is the one that the administrator saw; the operator need not name one. */
type Input = ({ id: number } | { email: string }) & { edition?: number; change: PersonChange }

/**
 * Applies the change; gives whether anything was changed. Whatever takes a right away ends the person's sessions at their next request.
 * Throws NotAllowed, NotFound, Invalid, and Stale when somebody changed the person since.
 */
export async function changePerson(actor: Actor, input: Input, clock: Clock = systemClock): Promise<{ changed: boolean }> {
  mayManage(actor)
  const parsed = personChange.safeParse(input.change)
  if (!parsed.success) throw new Invalid(parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })))
  const change: PersonChange = parsed.data
  const weak = 'password' in change ? whyNotPassword(change.password) : null
  if (weak !== null) throw new Invalid([{ path: 'password', message: weak }])
  const passwordHash = 'password' in change ? await hashPassword(change.password) : ''
  const who = 'id' in input ? { id: input.id } : { email: input.email.trim().toLowerCase() }
  return deskDb().$transaction(async (tx) => {
    const person = await lockedPerson(tx, actor, who)
    if (!person) throw new NotFound('id' in who ? 'There is no such person.' : `Nobody has the address ${who.email}.`)
    const oneself = person.id === actor.id ? whyNotToOneself(change) : null
    if (oneself !== null) throw new NotAllowed(oneself)
    if (actor.id !== operator.id && input.edition !== person.edition)
      throw new Stale(`Somebody changed ${person.name} since you opened this page. Nothing was changed; look at what is there now.`)
    const { data, events } = written(person, change, passwordHash, clock())
    if (events.length === 0) return { changed: false }
    const codes = 'economies' in change && change.economies !== 'all' ? (change.economies ?? []) : []
    const unknown = await unknownEconomies(tx, codes)
    if (unknown.length > 0) throw new Invalid(unknown.map((code) => ({ path: 'economies', message: `${code} is not an economy.` })))
    if (!person.disabledAt && leavesAdministration(person.role, change) && (await enabledAdministrators(tx)) < 2)
      throw new Invalid([
        { path: '', message: `${person.name} is the last administrator: make somebody else one first, or nobody could manage people.` },
      ])
    await tx.person.update({ where: { id: person.id }, data: { ...data, edition: { increment: 1 } } })
    for (const event of events) await record(tx, actor, event, { at: clock() })
    return { changed: true }
  })
}

type Written = { data: Prisma.PersonUpdateInput; events: AuditEvent[] }
const endsSessions = { sessionEpoch: { increment: 1 } }

/** What is written and told of a change: nothing of what is so already. */
function written(person: LockedPerson, change: PersonChange, passwordHash: string, at: Date): Written {
  const { email } = person
  if ('disable' in change)
    return person.disabledAt
      ? { data: {}, events: [] }
      : { data: { disabledAt: at, ...endsSessions }, events: [{ action: 'person.disabled', email }] }
  if ('enable' in change)
    return person.disabledAt ? { data: { disabledAt: null }, events: [{ action: 'person.enabled', email }] } : { data: {}, events: [] }
  if ('endSessions' in change) return { data: endsSessions, events: [{ action: 'person.sessions ended', email }] }
  if ('password' in change) return { data: { passwordHash, ...endsSessions }, events: [{ action: 'person.password set', email }] }
  const before = { role: person.role, economies: person.scope }
  const { name = person.name, role = before.role, economies = before.economies } = change
  const moved = !sameEconomies(before.economies, economies)
  const [from, to] = [economiesInWords(before.economies), economiesInWords(economies)]
  return {
    data: {
      name,
      role,
      ...(moved && {
        allEconomies: economies === 'all',
        economies: { deleteMany: {}, create: economies === 'all' ? [] : economies.map((economyCode) => ({ economyCode })) },
      }),
      ...(narrows(before, { role, economies }) && endsSessions),
    },
    events: [
      ...(name === person.name ? [] : [{ action: 'person.renamed' as const, email, before: person.name, after: name }]),
      ...(role === before.role ? [] : [{ action: 'person.role changed' as const, email, role, before: before.role }]),
      ...(moved ? [{ action: 'person.economies changed' as const, email, before: from, after: to }] : []),
    ],
  }
}
