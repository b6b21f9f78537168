// A law change reaches a measure that begins to cite the act, or is first published, after the confirmation: on publication, and nobody twice.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Attacks, type On, underAttack } from '#lib/testing/attacks.ts'

let stage: Attacks
let publish: typeof import('./commands/publish.ts').publish
let checkContext: typeof import('#lib/measures/queries.ts').checkContext
let loadVersion: typeof import('#lib/measures/queries.ts').loadVersion
let findingsOf: typeof import('#lib/measures/checker.ts').findingsOf
let decideLawChange: typeof import('#lib/law-changes/commands/decide-law-change.ts').decideLawChange
let confirmCommencement: typeof import('#lib/law-changes/commands/confirm-commencement.ts').confirmCommencement
let mergeActs: typeof import('#lib/acts/commands/merge-acts.ts').mergeActs
let deskDb: typeof import('#lib/system/db.ts').deskDb

beforeAll(async () => {
  stage = await underAttack()
  ;({ publish } = await import('./commands/publish.ts'))
  ;({ checkContext, loadVersion } = await import('#lib/measures/queries.ts'))
  ;({ findingsOf } = await import('#lib/measures/checker.ts'))
  ;({ decideLawChange } = await import('#lib/law-changes/commands/decide-law-change.ts'))
  ;({ confirmCommencement } = await import('#lib/law-changes/commands/confirm-commencement.ts'))
  ;({ mergeActs } = await import('#lib/acts/commands/merge-acts.ts'))
  ;({ deskDb } = await import('#lib/system/db.ts'))
})
afterAll(() => stage?.close())

const old = 'Since July 2004'
const told = 'Since July 2004, last amended in 2025'
let titles = 0
const act = () => stage.build.registered(stage.editor, 'KZ', `Law on Communications ${++titles}`, old)
const citing = (ref: string, statement = old, more = {}) =>
  stage.build.contentWith({ bases: [{ ...stage.build.citing('a', ref, 'Law', statement), ...more } as never] })
const seen = async (on: On) => ({ ...on, digest: (await stage.headOf(await stage.idOf(on))).digest })
const impactsOf = async ({ ref }: { ref: string }) =>
  (
    await stage.app.query(
      `SELECT i.law_change_id AS change, i.person_id AS person, i.due_on::text AS due, i.settled_at AS settled
       FROM impact i JOIN measure m ON m.id = i.measure_id WHERE m.ref = $1 ORDER BY i.id`,
      [ref],
    )
  ).rows
const notices = async ({ ref }: { ref: string }) =>
  (await stage.world.query('SELECT date FROM published.review_notice WHERE ref = $1', [ref])).rows.map(({ date }) => date)
const findings = async (on: On) => {
  const version = await loadVersion(deskDb(), on.ref, on.version)
  const found = findingsOf(version.head.content, await checkContext(stage.editor, version, null))
  return found.filter(({ code }) => code === 'law change not told')
}

test('a draft that cites the act when the law change is confirmed is warned, and gets its impact once it is public', async () => {
  const { build, cast, editor, reviewer } = stage
  const cited = await act()
  const on = await build.draft(editor, 'KZ', citing(cited))
  expect(await findings(on)).toEqual([])
  const change = await build.confirmedLawChange(cast, cited)
  expect(await impactsOf(on)).toEqual([])
  const [finding] = await findings(on)
  expect(finding?.sentence).toBe('A law change of “Law” is confirmed, “amended in 2025”, and its timeline here does not tell it.')
  expect(finding?.fixes).toMatchObject([{ basisId: 'a', events: [{ kind: 'since' }, { kind: 'amended', date: '2025', latest: true }] }])
  await build.approved(cast, on)
  await publish(reviewer, await seen(on), build.at('2027-01-10T09:00:00Z'))
  expect(await impactsOf(on)).toEqual([{ change, person: editor.id, due: '2027-02-09', settled: null }])
  expect(await notices(on)).toEqual(['2025'])
  const { rows } = await stage.app.query(`SELECT actor_name FROM audit_entry WHERE action = 'impact.opened' AND measure_ref = $1`, [on.ref])
  expect(rows).toEqual([{ actor_name: reviewer.name }])
})

test('a next version that begins to cite the act gets it too; one that tells the event, however finely, does not', async () => {
  const { build, cast, editor } = stage
  const cited = await act()
  const change = await build.confirmedLawChange(cast, cited)
  const on = await build.published(cast, await build.draft(editor, 'DE', build.contentWith()))
  expect(await impactsOf(on)).toEqual([])
  const next = { ...citing(cited), changeKind: 'correction', changeNote: 'It rests on the Law.' } as const
  await build.published(cast, await build.amendment(editor, on.ref, next))
  expect((await impactsOf(on)).map((one) => one.change)).toEqual([change])
  const knowing = await build.published(cast, await build.draft(editor, 'KZ', citing(cited, told)))
  const finer = await build.published(cast, await build.draft(editor, 'KZ', citing(cited, told.replace('2025', 'June 2025'))))
  expect([await impactsOf(knowing), await impactsOf(finer)]).toEqual([[], []])
})

test('nobody is asked twice: a measure with an impact, open or settled, gets no other of the law change', async () => {
  const { build, cast, editor } = stage
  const cited = await act()
  const on = await build.published(cast, await build.draft(editor, 'KZ', citing(cited)))
  await build.confirmedLawChange(cast, cited)
  const wording = { ...citing(cited), coverage: 'x', changeKind: 'editorial', changeNote: 'x' } as const
  await build.published(cast, await build.amendment(editor, on.ref, wording))
  expect(await impactsOf(on)).toHaveLength(1)
  expect(await findings({ ...on, version: 2 })).toHaveLength(1)
})

test('what was left out with a reason after the confirmation stays out; what was chosen before it is asked again', async () => {
  const { build, cast, editor } = stage
  const cited = await act()
  const selection = 'Only its beginning matters here.'
  const before = await build.draft(editor, 'KZ', citing(cited, old, { selection }))
  await build.confirmedLawChange(cast, cited)
  const after = await build.draft(editor, 'KZ', citing(cited, old, { selection }))
  await build.published(cast, before)
  await build.published(cast, after)
  expect([await impactsOf(before), await impactsOf(after)]).toMatchObject([[{ settled: null }], []])
})

test('a law change of an act that was merged away counts, one that did not begin does not', async () => {
  const { build, cast, editor, administrator } = stage
  const [gone, stands] = [await act(), await act()]
  const change = await build.confirmedLawChange(cast, gone)
  await mergeActs(administrator, { ref: gone, edition: 2, into: stands, intoEdition: 1 })
  const on = await build.published(cast, await build.draft(editor, 'KZ', citing(stands)))
  expect((await impactsOf(on)).map((one) => one.change)).toEqual([change])
  const postponed = await act()
  const id = await build.confirmedLawChange(cast, postponed, { notYetInForce: true })
  await confirmCommencement(editor, { id, began: false, reason: 'Postponed.' })
  expect(await impactsOf(await build.published(cast, await build.draft(editor, 'KZ', citing(postponed))))).toEqual([])
})

test('published and confirmed at the same moment: the impact is opened by one of the two', async () => {
  const { build, cast, editor, reviewer, administrator } = stage
  for (let round = 0; round < 5; round++) {
    const cited = await act()
    const on = await build.approved(cast, await build.draft(editor, 'KZ', citing(cited)))
    const id = await build.lawChange(editor, cited)
    await Promise.all([publish(reviewer, await seen(on)), decideLawChange(administrator, { id, confirm: true })])
    expect((await impactsOf(on)).map((one) => one.change)).toEqual([id])
  }
})
