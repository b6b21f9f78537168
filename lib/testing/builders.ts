// Builds people and measures by the real commands, with a clock of its own: shared by tests, the sample and browser tests. It writes nothing by itself.
import { addPerson } from '#lib/accounts/commands/add-person.ts'
import type { NewPerson } from '#lib/accounts/person.ts'
import { actorByEmail } from '#lib/accounts/queries.ts'
import { createAct } from '#lib/acts/commands/create-act.ts'
import type { ActInput } from '#lib/acts/schema.ts'
import { decideLawChange } from '#lib/law-changes/commands/decide-law-change.ts'
import { proposeLawChange } from '#lib/law-changes/commands/propose-law-change.ts'
import type { LawChangeInput } from '#lib/law-changes/law-change.ts'
import { createDraft } from '#lib/measures/commands/create-draft.ts'
import { editDraft } from '#lib/measures/commands/edit-draft.ts'
import { startVersion } from '#lib/measures/commands/start-version.ts'
import { type Basis, type Content, emptyContent } from '#lib/measures/content.ts'
import { loadVersion } from '#lib/measures/queries.ts'
import { everyCheck } from '#lib/review/checklist.ts'
import { approve } from '#lib/review/commands/approve.ts'
import { publish } from '#lib/review/commands/publish.ts'
import { publishInEmergency } from '#lib/review/commands/publish-in-emergency.ts'
import { returnVersion } from '#lib/review/commands/return.ts'
import { schedule } from '#lib/review/commands/schedule.ts'
import { submit } from '#lib/review/commands/submit.ts'
import type { Said } from '#lib/review/local-time.ts'
import { type Actor, operator } from '#lib/system/actor.ts'
import { type Clock, systemClock } from '#lib/system/clock.ts'
import { deskDb } from '#lib/system/db.ts'
import { parseStatement } from '#lib/timeline/parse-statement.ts'

/** A clock that stands at this moment (ISO 8601, UTC). */
export const at =
  (moment: string): Clock =>
  () =>
    new Date(moment)

/** The events of a statement in house style; throws when it is not understood. */
export function events(statement: string) {
  const { timeline, problems } = parseStatement(statement)
  if (problems.length > 0) throw new Error(`Not a statement: ${statement}: ${problems.map(({ message }) => message).join(' ')}`)
  return timeline
}

export const act = (id: string, title: string, statement: string, url = ''): Basis => ({
  id,
  kind: 'act',
  title,
  url,
  events: events(statement),
})
export const practice = (id: string, title: string, statement: string): Basis => ({
  id,
  kind: 'practice',
  title,
  events: events(statement),
})

/** A complete content; what is given replaces what the default says. */
export const contentWith = (given: Partial<Content> = {}): Content => ({
  ...emptyContent,
  subPillar: '8.4',
  bases: [act('a', 'Law on Postal Services', 'Since March 2011')],
  description: 'Operators keep a register of their services.',
  coverage: 'Horizontal',
  ...given,
})

/** Adds a person and returns them as an actor. */
export async function person(
  given: Partial<NewPerson & { password: string }> & { email: string },
  clock: Clock = systemClock,
): Promise<Actor> {
  const name = given.name ?? given.email.split('@')[0] ?? 'Somebody'
  await addPerson(operator, { role: 'editor', password: 'correct horse battery staple', economies: 'all', ...given, name }, clock)
  const actor = await actorByEmail(given.email)
  if (!actor) throw new Error(`${given.email} was not added.`)
  return actor
}

export type Cast = { editor: Actor; reviewer: Actor }
type On = { ref: string; version: number }

/** Begins a measure with this content as a draft. */
export async function draft(editor: Actor, economy: string, content: Content, clock: Clock = systemClock): Promise<On> {
  const { ref } = await createDraft(editor, { economy, subPillar: content.subPillar }, clock)
  await editDraft(editor, { ref, version: 1, basedOn: 1, content }, clock)
  return { ref, version: 1 }
}

/** Opens the next version of a measure with this content as a draft. */
export async function amendment(editor: Actor, ref: string, content: Content, clock: Clock = systemClock): Promise<On> {
  const { version } = await startVersion(editor, { ref }, clock)
  await editDraft(editor, { ref, version, basedOn: 1, content }, clock)
  return { ref, version }
}

const head = async ({ ref, version }: On) => (await loadVersion(deskDb(), ref, version)).head

export async function submitted(editor: Actor, on: On, clock: Clock = systemClock): Promise<On> {
  await submit(editor, { ...on, basedOn: (await head(on)).number }, clock)
  return on
}

export async function returned(cast: Cast, on: On, reason: string, clock: Clock = systemClock): Promise<On> {
  await submitted(cast.editor, on, clock)
  await returnVersion(cast.reviewer, { ...on, digest: (await head(on)).digest, reason }, clock)
  return on
}

export async function approved(cast: Cast, on: On, clock: Clock = systemClock): Promise<On> {
  await submitted(cast.editor, on, clock)
  await approve(cast.reviewer, { ...on, digest: (await head(on)).digest, checked: everyCheck }, clock)
  return on
}

/** Takes a draft through submission and approval, and puts its publication on the schedule. */
export async function scheduled(cast: Cast, on: On, time: Said, clock: Clock = systemClock): Promise<On> {
  await approved(cast, on, clock)
  await schedule(cast.reviewer, { ...on, digest: (await head(on)).digest, time }, clock)
  return on
}

/** Publishes what is approved. */
export async function publication(cast: Cast, on: On, clock: Clock = systemClock): Promise<On> {
  await publish(cast.reviewer, { ...on, digest: (await head(on)).digest }, clock)
  return on
}

/** Has an administrator publish a draft in an emergency. */
export async function emergency(
  administrator: Actor,
  on: On,
  reason = 'A court stopped the law that it tells of.',
  clock: Clock = systemClock,
): Promise<On> {
  await publishInEmergency(administrator, { ...on, digest: (await head(on)).digest, reason, confirmed: on.ref }, clock)
  return on
}

/** Takes a draft through submission, approval and publication. */
export async function published(cast: Cast, on: On, clock: Clock = systemClock): Promise<On> {
  await approved(cast, on, clock)
  return publication(cast, on, clock)
}
/** Enters an act into the register, with the events of this statement and whatever else is said of it. Returns its ref. */
export async function registered(
  by: Actor,
  economy: string,
  title: string,
  statement: string,
  more: Partial<ActInput> = {},
): Promise<string> {
  const { ref } = await createAct(by, { economy, union: '', title, events: events(statement), ...more })
  return ref
}

/** A basis that cites an act of the register. */
export const citing = (id: string, actRef: string, title: string, statement: string): Basis => ({
  ...(act(id, title, statement) as Basis & { kind: 'act' }),
  actRef,
})

/** Proposes a law change of an act: an amendment of 2025 unless said otherwise. Returns its id. */
export async function lawChange(
  editor: Actor,
  actRef: string,
  given: Partial<LawChangeInput> = {},
  clock: Clock = systemClock,
): Promise<number> {
  const usual = { kind: 'amended', date: '2025', sourceTitle: 'Official Gazette', note: 'The act was amended.' } as const
  const { id } = await proposeLawChange(editor, { ...usual, actRef, ...given }, clock)
  return id
}

/** Proposes a law change and has it confirmed: every measure that cites the act has an impact. Returns its id. */
export async function confirmedLawChange(
  cast: Cast,
  actRef: string,
  given: Partial<LawChangeInput> = {},
  clock: Clock = systemClock,
): Promise<number> {
  const id = await lawChange(cast.editor, actRef, given, clock)
  await decideLawChange(cast.reviewer, { id, confirm: true }, clock)
  return id
}
