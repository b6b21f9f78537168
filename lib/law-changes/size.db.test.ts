// Size: a law change on an act that 10,000 measures cite is confirmed in under two seconds, and its worklist opens in under 200 milliseconds.
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Attacks, underAttack } from '#lib/testing/attacks.ts'

const measures = 10_000
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
      `INSERT INTO published.version (ref, number, economy_code, sub_pillar, pillar, content, digest, authors, approved_by, published_at, is_current, published_during, in_force, maybe_in_force, search)
       SELECT ref, 1, economy_code, '8.4', 8, $1::jsonb, content_digest($1::jsonb), '{x}', 'y', '2024-01-01', true, tstzrange('2024-01-01', NULL), '{}', '{}', '' FROM measure`,
      [JSON.stringify(content)],
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

/** The quicker of two: what the work takes, and not what else the machine was doing. */
async function quicker<T>(work: (attempt: number) => Promise<T>): Promise<[T[], number]> {
  const results: T[] = []
  const times: number[] = []
  for (const attempt of [0, 1]) {
    const start = performance.now()
    results.push(await work(attempt))
    times.push(Math.round(performance.now() - start))
  }
  return [results, Math.min(...times)]
}

test(`is confirmed in under 2 s with ${measures} citing measures`, async () => {
  const { decideLawChange } = await import('./commands/decide-law-change.ts')
  const ids = [await stage.build.lawChange(stage.editor, act, { date: '2024' }), await stage.build.lawChange(stage.editor, act)]
  const [results, took] = await quicker((attempt) => decideLawChange(stage.reviewer, { id: ids[attempt] ?? 0, confirm: true }))
  console.info(`confirmed with ${measures} impacts in ${took} ms`)
  expect(results).toEqual([{ impacts: measures }, { impacts: measures }])
  expect(took).toBeLessThan(2000)
  lawChangeId = ids[1] ?? 0
})

test('its worklist opens in under 200 ms, on the first and the last page, however it is filtered', async () => {
  const { impactWorklist, impactChoices } = await import('./queries.ts')
  const filters = [
    {},
    { lawChangeId },
    { lawChangeId, page: measures / 50 },
    { lawChangeId, economy: 'AE' },
    { personId: stage.editor.id },
    { lawChangeId, olderThan: 0 },
    { lawChangeId, show: 'to check' },
    { lawChangeId, show: 'settled' },
  ] as const
  const now = new Date()
  for (const filter of filters) {
    const [, took] = await quicker(() => Promise.all([impactWorklist(stage.editor, filter, now), impactChoices(stage.editor, lawChangeId)]))
    console.info(`${JSON.stringify(filter)}: ${took} ms`)
    expect(took, JSON.stringify(filter)).toBeLessThan(200)
  }
  expect((await impactWorklist(stage.editor, { lawChangeId }, now)).total).toBe(measures)
})
