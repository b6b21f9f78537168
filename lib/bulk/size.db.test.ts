// A thousand measures at once, among thousands: the plan is made in a few statements, and its pages read by indexes. It builds them with triggers off.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Attacks, underAttack } from '#lib/testing/attacks.ts'
import { connect } from '#prisma/connection.ts'

let stage: Attacks
let queries: typeof import('./queries.ts')
let planBulk: typeof import('./commands/plan-bulk.ts').planBulk

const measures = 3000
const content = `jsonb_build_object('schemaVersion', 1, 'subPillar', '8.4', 'coverage', 'Horizontal', 'description', repeat('Operators keep a register of their services. ', 60),
  'bases', jsonb_build_array(jsonb_build_object('id', 'a', 'kind', 'act', 'title', 'Law No. ' || m.id, 'url', '', 'events', '[{"kind": "since", "date": "2011-03"}]'::jsonb)),
  'sources', '[]'::jsonb, 'changeKind', null, 'changeNote', '')`
const rows = [
  `INSERT INTO measure (economy_code, number, ref, created_by_id) SELECT 'KZ', n, measure_ref('KZ', n), $1::int FROM generate_series(1, ${measures}) n`,
  `INSERT INTO version (measure_id, number, state, started_by_id) SELECT m.id, 1, CASE m.id % 3 WHEN 0 THEN 'in_review' ELSE 'draft' END::version_state, $1::int FROM measure m`,
  `INSERT INTO revision (version_id, number, content, origin, author_id, author_name)
   SELECT v.id, r, ${content}, 'form', $1::int, 'editor' FROM version v JOIN measure m ON m.id = v.measure_id, generate_series(1, 20) r`,
]

beforeAll(async () => {
  stage = await underAttack()
  queries = await import('./queries.ts')
  ;({ planBulk } = await import('./commands/plan-bulk.ts'))
  const owner = await connect(stage.database.ownerUrl)
  await owner.query('SET session_replication_role = replica')
  for (const sql of rows) await owner.query(sql, [stage.editor.id])
  await owner.query('RESET session_replication_role')
  await owner.query('VACUUM ANALYZE')
  await owner.end()
}, 120_000)
afterAll(() => stage?.close())

/** Milliseconds of the best of a few. */
async function time(work: () => Promise<unknown>, times = 5): Promise<number> {
  const taken: number[] = []
  for (let n = 0; n < times; n++) {
    const start = performance.now()
    await work()
    taken.push(performance.now() - start)
  }
  return Math.min(...taken)
}

test('a thousand are found, planned and read within a budget', async () => {
  const { refsOf } = await import('#lib/measures/list-queries.ts')
  const refs = await refsOf(stage.editor, { economy: 'KZ' }, 1000)
  expect(refs).toHaveLength(1000)
  expect(await time(() => refsOf(stage.editor, { economy: 'KZ' }, 1000))).toBeLessThan(1000)
  let bulk = 0
  expect(
    await time(async () => {
      bulk = (await planBulk(stage.editor, { request: { deed: 'submit' }, refs })).bulk
    }, 8),
  ).toBeLessThan(6000)
  const line = await queries.bulkOf(stage.editor, bulk)
  expect(line.counts).toMatchObject({ waiting: expect.any(Number), refused: expect.any(Number), done: 0 })
  expect(line.total).toBe(1000)
  expect(line.counts.refused).toBeGreaterThan(300)
  expect(await time(() => queries.bulkOf(stage.editor, bulk))).toBeLessThan(250)
  expect(await time(() => queries.bulkItems(line, 20))).toBeLessThan(250)
  expect(await time(() => queries.bulkItems(line, 7, 'refused'))).toBeLessThan(250)
  expect(await time(() => queries.myBulks(stage.editor))).toBeLessThan(250)
  expect(await time(() => queries.everyItem(line))).toBeLessThan(1000)
}, 120_000)

test('the worker and the pages find items by indexes, and read none of other bulks', async () => {
  const owner = await connect(stage.database.ownerUrl)
  await owner.query('ANALYZE bulk_item')
  await owner.end()
  for (const sql of [
    "SELECT * FROM bulk_item WHERE bulk_id = 1 AND state = 'waiting' ORDER BY ordinal LIMIT 1",
    'SELECT * FROM bulk_item WHERE bulk_id = 1 ORDER BY ordinal LIMIT 50 OFFSET 100',
    "SELECT * FROM bulk_item WHERE bulk_id = 1 AND state = 'refused' ORDER BY ordinal LIMIT 50 OFFSET 100",
  ]) {
    const plan = (await stage.app.query(`EXPLAIN ${sql}`)).rows.map((row) => row['QUERY PLAN']).join('\n')
    expect(plan, sql).toMatch(/Index Scan using bulk_item_bulk_id_/)
    expect(plan, sql).not.toMatch(/Seq Scan|Sort/)
  }
})
