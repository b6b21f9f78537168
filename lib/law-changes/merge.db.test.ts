// A merge of acts loses nothing: every citation stands as it was written and leads to the act that stands, every impact goes on, and readers see one act.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Attacks, underAttack } from '#lib/testing/attacks.ts'

let stage: Attacks
beforeAll(async () => {
  stage = await underAttack()
})
afterAll(() => stage?.close())

const statement = 'Since July 2004'
const rows = async (sql: string, values: unknown[] = []) => (await stage.app.query(sql, values)).rows
const citations = () => rows('SELECT c.revision_id, c.basis_id, a.ref FROM citation c JOIN act a ON a.id = c.act_id ORDER BY 1, 2')
const impacts = () => rows('SELECT id, law_change_id, measure_id, person_id, due_on::text, outcome FROM impact ORDER BY id')
const shown = async () => (await stage.world.query('SELECT ref, number, digest, content FROM published.version ORDER BY 1, 2')).rows

test('a merge keeps every citation, every impact and everything published; each impact is settled afterwards as before', async () => {
  const { build, cast, editor, administrator } = stage
  const { mergeActs } = await import('#lib/acts/commands/merge-acts.ts')
  const { citingMeasures, loadAct } = await import('#lib/acts/queries.ts')
  const { impactWorklist } = await import('./impact-queries.ts')
  const { startUpdate } = await import('./commands/start-update.ts')
  const { deskDb } = await import('#lib/system/db.ts')
  const [gone, stands] = [
    await build.registered(editor, 'KZ', 'Law on Communication', statement),
    await build.registered(editor, 'KZ', 'Law on Communications', statement),
  ]
  const citing = (act: string) => build.contentWith({ bases: [build.citing('a', act, 'Law', statement)] })
  for (const [act, economy] of [
    [gone, 'KZ'],
    [gone, 'DE'],
    [stands, 'KZ'],
  ] as const)
    await build.published(cast, await build.draft(editor, economy, citing(act)))
  const draft = await build.draft(editor, 'KZ', citing(gone))
  const changes = [await build.confirmedLawChange(cast, gone), await build.confirmedLawChange(cast, stands, { date: '2024' })]
  const before = [await citations(), await impacts(), await shown()]
  expect(before.map(({ length }) => length)).toEqual([expect.any(Number), 3, 3])
  expect(before[0]?.length).toBeGreaterThanOrEqual(4)

  const editionOf = async (ref: string) => (await loadAct(deskDb(), ref)).edition
  const merge = { ref: gone, edition: await editionOf(gone), into: stands, intoEdition: await editionOf(stands) }
  await mergeActs(administrator, merge)

  expect([await citations(), await impacts(), await shown()]).toEqual(before)
  const { id } = await loadAct(deskDb(), stands)
  expect((await citingMeasures(editor, id, 1)).total).toBe(4)
  const now = new Date()
  for (const lawChangeId of changes) {
    const { items } = await impactWorklist(editor, { lawChangeId }, now)
    expect(items.map(({ actTitle, state }) => [actTitle, state])).toEqual(items.map(() => ['Law on Communications', 'open']))
    for (const { id: impactId } of items) await startUpdate(editor, { impactId })
  }
  const texts = await rows(
    `SELECT r.content -> 'bases' -> 0 AS basis FROM version v JOIN LATERAL (SELECT * FROM revision r WHERE r.version_id = v.id ORDER BY r.number DESC LIMIT 1) r ON true
     WHERE v.number = 2 ORDER BY v.measure_id`,
  )
  expect(texts.map(({ basis }) => [basis.actRef, basis.events.at(-1)])).toEqual([
    [gone, { kind: 'amended', date: '2025', latest: true }],
    [gone, { kind: 'amended', date: '2025', latest: true }],
    [stands, { kind: 'amended', date: '2024', latest: true }],
  ])
  // What cites the act after the merge is asked by a law change of either.
  await build.published(cast, draft)
  const late = await build.confirmedLawChange(cast, stands, { date: '2026' })
  expect((await impactWorklist(editor, { lawChangeId: late }, now)).total).toBe(4)
})

test('L6 a proposed law change, its note and its source are nowhere in what the world reads, and a declined one neither', async () => {
  const { build, cast, editor, reviewer } = stage
  const act = await build.registered(editor, 'KZ', 'Law on Cables', statement)
  const { ref } = await build.published(
    cast,
    await build.draft(editor, 'KZ', build.contentWith({ bases: [build.citing('a', act, 'Law on Cables', statement)] })),
  )
  const secret = { date: '2031', note: 'zqcanary note', sourceTitle: 'zqcanary source', amendingAct: 'zqcanary act' }
  const id = await build.lawChange(editor, act, secret)
  const { rows: tables } = await stage.world.query<{ name: string }>(
    `SELECT quote_ident(table_name) AS name FROM information_schema.table_privileges WHERE table_schema = 'published' AND privilege_type = 'SELECT' AND grantee = current_user`,
  )
  expect(tables.length).toBeGreaterThan(5)
  const leaks = async () => {
    const found = []
    for (const { name } of tables) {
      const { rowCount } = await stage.world.query(
        `SELECT 1 FROM published.${name} t WHERE t::text ~ 'zqcanary' OR (t::text ~ '2031' AND t::text ~ $1)`,
        [ref],
      )
      if (rowCount) found.push(name)
    }
    return found
  }
  expect(await leaks()).toEqual([])
  const { decideLawChange } = await import('./commands/decide-law-change.ts')
  await decideLawChange(reviewer, { id, confirm: false, reason: 'zqcanary reason' })
  expect(await leaks()).toEqual([])
})
