// Size: a law change on an act that thousands of measures cite reaches each of them, and every page and count of its worklist agrees. How long it takes is the bench's to say.
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Attacks, underAttack } from '#lib/testing/attacks.ts'

const measures = 2000
let stage: Attacks
let act: string
let lawChangeId: number

/** 10,000 published measures that cite the act, written past the triggers: as they would stand after years. */
async function fill(owner: pg.Client, content: object, actRef: string, editorId: number): Promise<void> {
  await owner.query('SET session_replication_role = replica')
  const statements: [string, unknown[]][] = [
    [
      `INSERT INTO measure (economy_code, number, ref, created_by_id) SELECT e.code, n, e.code || '-' || lpad(n::text, 4, '0'), $1
       FROM (SELECT code FROM economy ORDER BY code LIMIT 20) e, generate_series(1, $2) n`,
      [editorId, measures / 20],
    ],
    [
      `INSERT INTO version (measure_id, number, state, started_by_id, published_by_id, published_during)
       SELECT id, 1, 'published', $1, $1, tstzrange('2024-01-01', NULL) FROM measure`,
      [editorId],
    ],
    [
      `INSERT INTO revision (version_id, number, content, origin, author_id, author_name)
       SELECT v.id, n, $1::jsonb, 'form', $2, 'x' FROM version v, generate_series(1, 3) n`,
      [JSON.stringify(content), editorId],
    ],
    [`INSERT INTO citation (revision_id, basis_id, act_id) SELECT r.id, 'a', a.id FROM revision r, act a WHERE a.ref = $1`, [actRef]],
    [
      `INSERT INTO published.measure (ref, economy_code, state, version_number, first_published_at, updated_at)
       SELECT ref, economy_code, 'published', 1, '2024-01-01', '2024-01-01' FROM measure`,
      [],
    ],
    [
      `INSERT INTO published.snapshot (ref, number, economy_code, sub_pillar, pillar, revision_id, authors, approved_by, published_at, is_current, published_during, in_force, maybe_in_force)
       SELECT m.ref, 1, m.economy_code, '8.4', 8, r.id, '{x}', 'y', '2024-01-01', true, tstzrange('2024-01-01', NULL), '{}', '{}'
       FROM measure m JOIN version v ON v.measure_id = m.id JOIN revision r ON r.version_id = v.id AND r.number = 3`,
      [],
    ],
    [`INSERT INTO published.citation (ref, number, basis_id, act_ref) SELECT ref, 1, 'a', $1 FROM measure`, [actRef]],
  ]
  for (const [sql, values] of statements) await owner.query(sql, values)
  await owner.query('ANALYZE')
}

beforeAll(async () => {
  stage = await underAttack()
  const { build, editor } = stage
  act = await build.registered(editor, 'KZ', 'Law on Communications', 'Since July 2004')
  const content = build.contentWith({ bases: [build.citing('a', act, 'Law on Communications', 'Since July 2004')] })
  const owner = new pg.Client({ connectionString: stage.database.ownerUrl })
  await owner.connect()
  await fill(owner, content, act, editor.id)
  await owner.end()
}, 120_000)
afterAll(() => stage?.close())

test('every citing measure has an impact, once', async () => {
  const { decideLawChange } = await import('./commands/decide-law-change.ts')
  const id = await stage.build.lawChange(stage.editor, act, { date: '2024' })
  lawChangeId = await stage.build.lawChange(stage.editor, act)
  expect(await decideLawChange(stage.reviewer, { id, confirm: true })).toEqual({ impacts: measures })
  expect(await decideLawChange(stage.reviewer, { id: lawChangeId, confirm: true })).toEqual({ impacts: measures })
})

test('the pages of the worklist hold each impact once, and each choice says how many it would leave', async () => {
  const { impactWorklist, impactChoices } = await import('./impact-queries.ts')
  const now = new Date()
  const list = (filter: import('./impact-filter.ts').ImpactFilter) => impactWorklist(stage.editor, filter, now)
  const first = await list({ lawChangeId })
  expect(first).toMatchObject({ total: measures, perPage: 50 })
  const last = await list({ lawChangeId, page: measures / 50 })
  expect(new Set([...first.items, ...last.items].map(({ id }) => id)).size).toBe(100)
  const filter = { lawChangeId, economy: 'AE' }
  const choices = await impactChoices(stage.editor, filter, now)
  expect(choices.economies).toHaveLength(20)
  for (const { id, count } of choices.economies.slice(0, 3)) expect((await list({ ...filter, economy: id })).total).toBe(count)
  expect(choices.people).toEqual([{ id: stage.editor.id, name: stage.editor.name, count: measures / 20 }])
  expect((await list({ ...filter, personId: stage.editor.id })).total).toBe(measures / 20)
  expect(choices.lawChanges.map(({ count }) => count)).toEqual([measures / 20, measures / 20])
  expect(choices.ages.map(({ count }) => count)).toEqual([0, 0, 0])
  const later = new Date(now.getTime() + 31 * 86_400_000)
  expect((await impactChoices(stage.editor, filter, later)).ages.map(({ count }) => count)).toEqual([measures / 20, measures / 20, 0])
  expect((await impactWorklist(stage.editor, { ...filter, olderThan: 30 }, later)).total).toBe(measures / 20)
  expect([await list({ lawChangeId, show: 'to check' }), await list({ lawChangeId, show: 'settled' })]).toMatchObject([
    { total: 0 },
    { total: 0 },
  ])
})
