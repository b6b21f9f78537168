// Who may be given a version to see through. It reads no data.
import { whyNot } from '#lib/accounts/permissions.ts'
import type { Actor } from '#lib/system/actor.ts'
import { Invalid, NotAllowed, Stale } from '#lib/system/errors.ts'
import { assigning, type Subject, whyNotByRule } from './version.ts'

type Given = Subject & { economyName: string; responsible: { id: number; name: string } }

/** Refuses to give a version to somebody (null: nobody who is known); `seen` was responsible when the actor looked. Throws NotAllowed, Invalid, Stale. */
export function refuseAssignment(actor: Actor, to: Actor | null, version: Given, seen: number): void {
  const refused = whyNotByRule(actor, assigning, version)
  if (refused !== null) throw new NotAllowed(refused)
  if (to === null) throw new Invalid([{ path: 'personId', message: 'Choose who is to be responsible.' }])
  if (whyNot(to, 'edit draft', version.economy) !== null)
    throw new Invalid([{ path: 'personId', message: `${to.name} does not work on ${version.economyName}.` }])
  if (version.responsible.id === to.id) throw new Stale(`${to.name} is responsible for it already.`)
  if (version.responsible.id !== seen) throw new Stale(`It was given to ${version.responsible.name} since you looked.`)
}
