// Events that lie ahead in a published timeline: awaited once for an act, else for the measure; on the day a person answers, once.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Attacks, underAttack } from '#lib/testing/attacks.ts'

let stage: Attacks
let confirmEvent: typeof import('./commands/confirm-event.ts').confirmEvent
let awaitedEvents: typeof import('./awaited-queries.ts').awaitedEvents

beforeAll(async () => {
  stage = await underAttack()
  ;({ confirmEvent } = await import('./commands/confirm-event.ts'))
  ;({ awaitedEvents } = await import('./awaited-queries.ts'))
})
afterAll(() => stage?.close())

const statement = 'Since July 2026, entry into force in March 2027'
const on = (day: string) => stage.build.at(`${day}T08:00:00Z`)
const due = (day: string) => awaitedEvents(stage.editor, day, 'due')
const ahead = (day: string) => awaitedEvents(stage.editor, day, 'ahead')
const published = async (bases: unknown[], economy = 'KZ') => {
  const { build, cast, editor } = stage
  const draft = await build.draft(editor, economy, build.contentWith({ bases: bases as never }), on('2026-12-01'))
  return build.published(cast, draft, on('2026-12-02'))
}

test('an act is asked about once, however many measures cite it, on its day and not before; the answer is given once', async () => {
  const { build, editor, reviewer } = stage
  const act = await build.registered(editor, 'KZ', 'Law on Platforms', 'Since July 2026')
  await published([build.citing('a', act, 'Law on Platforms', statement)])
  await published([build.citing('a', act, 'Law on Platforms', statement)], 'DE')
  expect(await due('2027-02-28')).toEqual([])
  const [event, ...others] = await ahead('2027-02-28')
  expect(others).toEqual([])
  expect(event).toMatchObject({ name: 'Entry into force of March 2027', title: 'Law on Platforms', actRef: act, ref: null, economy: 'KZ' })
  expect(await due('2027-03-01')).toEqual([event])
  const id = event?.id ?? 0
  await expect(confirmEvent(editor, { id, happened: true }, on('2027-02-28'))).rejects.toThrow(/lies in the future: March 2027/)
  await expect(confirmEvent(editor, { id, happened: false }, on('2027-03-01'))).rejects.toThrow(/what happened instead/)
  const foreigner = await build.person({ email: 'german@test.org', role: 'editor', economies: ['DE'] })
  await expect(confirmEvent(foreigner, { id, happened: true }, on('2027-03-01'))).rejects.toThrow(/KZ is not one of them/)
  const results = await Promise.allSettled([editor, reviewer].map((by) => confirmEvent(by, { id, happened: true }, on('2027-03-01'))))
  expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect([await due('2027-03-02'), await ahead('2027-02-28')]).toEqual([[], []])
  await expect(confirmEvent(editor, { id: 999_999, happened: true })).rejects.toThrow(/No event 999999/)
})

test('a practice, or an act outside the register, is asked about at its measure, while its published text tells the event', async () => {
  const { build, cast, editor } = stage
  const measure = await published([build.act('a', 'Order on Post', statement)])
  const [event] = await due('2027-03-01')
  expect(event).toMatchObject({ title: 'Order on Post', ref: measure.ref, actRef: null })
  const later = [build.act('a', 'Order on Post', statement.replace('2027', '2028'))]
  const next = build.contentWith({ bases: later, changeKind: 'correction', changeNote: 'Postponed.' })
  await build.published(cast, await build.amendment(editor, measure.ref, next, on('2027-01-01')), on('2027-01-02'))
  expect(await due('2027-03-01')).toEqual([])
  expect((await due('2028-03-01')).map(({ ref }) => ref)).toEqual([measure.ref])
})

test('what a law change asks already is not asked again', async () => {
  const { build, cast, editor } = stage
  const act = await build.registered(editor, 'KZ', 'Law on Cables', 'Since July 2026')
  const change = { kind: 'entry into force', date: 'March 2027', notYetInForce: true } as const
  await build.confirmedLawChange(cast, act, change, on('2026-12-01'))
  await published([build.citing('a', act, 'Law on Cables', statement)])
  expect((await due('2027-03-01')).filter(({ actRef }) => actRef === act)).toEqual([])
})

test('what is awaited, and each answer, is append-only; what did not happen owes a note', async () => {
  const { attempt, editor } = stage
  for (const table of ['awaited_event', 'awaited_event_answer'])
    expect(await attempt([`DELETE FROM ${table}`])).toMatch(/permission denied|append-only/)
  const answer =
    'INSERT INTO awaited_event_answer (awaited_event_id, happened, recorded_by_id, recorder_name) SELECT max(id), false, $1, $2 FROM awaited_event'
  expect(await attempt([answer, [editor.id, editor.name]])).toMatch(/awaited_event_missed_with_note/)
  expect(await attempt([`INSERT INTO awaited_event (title, kind, date) VALUES ('x', 'amended', '2030')`])).toMatch(/awaited_event_of_one/)
})
