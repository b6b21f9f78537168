// A measure's move to another sub-pillar: what is asked of it, and the text that says it. It reads no data.
import { whyNot } from '#lib/accounts/permissions.ts'
import type { Actor } from '#lib/system/actor.ts'
import { Invalid, NotAllowed, Stale } from '#lib/system/errors.ts'
import { type Content, content as contentSchema } from './content.ts'
import { isEditable, stateNames, type VersionState } from './version.ts'

/** What is moved: the text of the open version, else of the published one, else of the newest; `seen` is what the actor looked at. */
type Moved = {
  ref: string
  economy: string
  version: number
  revision: number
  state: VersionState
  open: boolean
  content: Content
  author: string
}
export type Move = { subPillar: string; note: string; seen: { version: number; revision: number } }

/** Refuses a move; `known` says whether there is such a sub-pillar. Throws NotAllowed, Invalid, Stale. */
export function refuseMove(actor: Actor, moved: Moved, { subPillar, note, seen }: Move, known: boolean): void {
  const refused = whyNot(actor, 'edit draft', moved.economy)
  if (refused !== null) throw new NotAllowed(refused)
  if (!known) throw new Invalid([{ path: 'subPillar', message: 'Choose a sub-pillar from the list.' }])
  if (note.trim() === '') throw new Invalid([{ path: 'note', message: 'Write a change note: why it belongs there, for the public.' }])
  if (moved.open && !isEditable(moved.state))
    throw new Stale(`Version ${moved.version} of ${moved.ref} is already open: ${stateNames[moved.state].toLowerCase()}.`)
  if (moved.version !== seen.version) throw new Stale(`Version ${moved.version} of ${moved.ref} was begun since you looked.`)
  if (moved.revision !== seen.revision) throw new Stale(`${moved.author} saved this draft since you opened it.`)
  if (moved.content.subPillar === subPillar) throw new Stale(`${moved.ref} stands under ${subPillar} already.`)
}

/**
 * The text under its new sub-pillar. A fresh version is a reclassification with this note; in a draft that has a kind and a note already the
 * note is added, and a first version has neither. Throws Invalid.
 */
export function movedContent(before: Content, { subPillar, note }: Move, where: 'fresh version' | 'open draft' | 'first version'): Content {
  const said = where === 'open draft' && before.changeNote.trim() !== '' ? `${before.changeNote}\n\n${note.trim()}` : note.trim()
  const change =
    where === 'first version'
      ? {}
      : { changeKind: (where === 'open draft' && before.changeKind) || ('reclassification' as const), changeNote: said }
  const parsed = contentSchema.safeParse({ ...before, subPillar, ...change })
  if (!parsed.success) throw new Invalid(parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })))
  return parsed.data
}
