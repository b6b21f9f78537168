// Ten thousand measures with three versions each: the lists of the world and of the desk answer within a budget. It builds them with triggers off.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Attacks, underAttack } from '#lib/testing/attacks.ts'
import { measureFilter } from './filters.ts'

/** Milliseconds, of the best of five, on a machine that does other things too; without the indexes some of these take seconds. */
const budget = 250
const measures = 10_000

let stage: Attacks
let published: typeof import('./queries.ts')
let desk: typeof import('#lib/measures/queries.ts')
let lists: typeof import('#lib/measures/list-queries.ts')
let review: typeof import('#lib/review/queries.ts')
let trail: typeof import('#lib/audit/queries.ts')

beforeAll(async () => {
  stage = await underAttack()
  ;[published, desk, lists, review, trail] = await Promise.all([
    import('./queries.ts'),
    import('#lib/measures/queries.ts'),
    import('#lib/measures/list-queries.ts'),
    import('#lib/review/queries.ts'),
    import('#lib/audit/queries.ts'),
  ])
  const { connect } = await import('#prisma/connection.ts')
  const owner = await connect(stage.database.ownerUrl)
  await owner.query('SET session_replication_role = replica')
  for (const sql of bulk) await owner.query(sql, sql.includes('$1') ? [stage.editor.id] : [])
  await owner.query('RESET session_replication_role')
  await owner.query('VACUUM ANALYZE')
  await owner.end()
}, 300_000)
afterAll(() => stage?.close())

const economies = "(ARRAY['KZ','DE','JP','BR','SG','FR','CL','NO','US','IN'])"
const content = `jsonb_build_object('schemaVersion', 1, 'subPillar', sp.code, 'coverage', CASE m.id % 5 WHEN 0 THEN 'Horizontal' ELSE 'Sector ' || m.id % 50 END,
  'description', repeat('Operators keep a register of their services and tell the authority of every change within a month. ', 12) || 'Word' || m.id || ' edition ' || n,
  'bases', jsonb_build_array(jsonb_build_object('id', 'a', 'kind', 'act', 'title', 'Law No. ' || m.id || ' on Communications', 'url', '',
    'events', jsonb_build_array(jsonb_build_object('kind', 'since', 'date', (1990 + m.id % 30)::text)))),
  'sources', '[]'::jsonb, 'changeKind', CASE WHEN n > 1 THEN to_jsonb('editorial'::text) ELSE 'null'::jsonb END, 'changeNote', CASE WHEN n > 1 THEN 'Wording' ELSE '' END)`
const bulk = [
  `INSERT INTO measure (economy_code, number, ref, created_by_id)
   SELECT e, n, measure_ref(e::char(2), n), $1::int FROM generate_series(1, ${measures / 10}) n, unnest(${economies}) e`,
  // Versions 1 and 2 superseded, 3 published; every twentieth measure has an open fourth one.
  `INSERT INTO version (measure_id, number, state, state_changed_at, started_by_id, published_by_id, published_during)
   SELECT m.id, n, (CASE n WHEN 3 THEN 'published' WHEN 4 THEN (ARRAY['draft','in_review','returned','approved'])[1 + m.id / 20 % 4] ELSE 'superseded' END)::version_state,
     now() - m.id * interval '1 minute', $1::int, CASE WHEN n < 4 THEN $1::int END,
     CASE WHEN n < 4 THEN tstzrange(began + n * interval '1 year', CASE WHEN n < 3 THEN began + (n + 1) * interval '1 year' END) END
   FROM measure m, generate_series(1, 4) n, LATERAL (SELECT '2020-01-01'::timestamptz + m.id * interval '1 second' AS began) b WHERE n < 4 OR m.id % 20 = 0`,
  `INSERT INTO revision (version_id, number, content, origin, author_id, author_name, created_at)
   SELECT v.id, r, ${content}, 'form', $1::int, 'editor', v.state_changed_at
   FROM version v JOIN measure m ON m.id = v.measure_id CROSS JOIN (SELECT array_agg(code ORDER BY code) AS codes FROM sub_pillar) s,
     LATERAL (SELECT v.number AS n, codes[1 + m.id % cardinality(codes)] AS code) sp, generate_series(1, 2) r`,
  `INSERT INTO published.measure (ref, economy_code, state, version_number, first_published_at, updated_at)
   SELECT ref, economy_code, 'published', 3, '2021-01-01', '2023-01-01' FROM measure`,
  `INSERT INTO published.snapshot (ref, number, economy_code, sub_pillar, pillar, revision_id, authors, approved_by, published_at, is_current, published_during, in_force, maybe_in_force)
   SELECT m.ref, v.number, m.economy_code, r.content ->> 'subPillar', split_part(r.content ->> 'subPillar', '.', 1)::int, r.id, '{editor}', 'reviewer',
     lower(v.published_during), v.number = 3, v.published_during, '{[2020-01-01,)}', '{[1990-01-01,)}'
   FROM version v JOIN measure m ON m.id = v.measure_id JOIN revision r ON r.version_id = v.id AND r.number = 2 WHERE v.number < 4`,
  'SELECT published.relist()',
  `INSERT INTO audit_entry (at, actor_id, actor_name, action, measure_ref, version_number, details)
   SELECT now(), $1::int, 'editor', 'draft.saved', m.ref, 1, jsonb_build_object('revision', n, 'digest', 'x') FROM measure m, generate_series(1, 20) n`,
]

async function fastest(work: () => Promise<unknown>): Promise<number> {
  const times = []
  for (let round = 0; round < 5; round++) {
    const began = performance.now()
    await work()
    times.push(performance.now() - began)
  }
  return Math.round(Math.min(...times))
}

const told: string[] = []
const within = async (name: string, work: () => Promise<unknown>, most = budget) => {
  const took = await fastest(work)
  told.push(`${String(took).padStart(5)} ms  ${name}`)
  expect(took, name).toBeLessThan(most)
}
afterAll(() => console.info(told.join('\n')))

describe('the world', () => {
  test.each([
    {},
    { page: 400 },
    { economy: 'KZ' },
    { economy: 'KZ', pillar: 8 },
    { pillar: 8 },
    { subPillar: '8.3' },
    { asOf: '2022-05-01' },
    { asOf: '2022-05-01', economy: 'KZ' },
    { inForceOn: '2019-06-01' },
    { inForceOn: '2019-06-01', economy: 'KZ' },
    { q: 'word4711' },
    { q: 'KZ-0500' },
    { q: 'register of services' },
    { q: 'communications', economy: 'JP' },
    { q: 'register', asOf: '2022-05-01' },
  ])('finds %o', async (filter) => {
    const parsed = measureFilter.parse(filter)
    expect((await published.findMeasures(parsed)).items.length).toBeGreaterThan(0)
    await within(`find ${JSON.stringify(filter)}`, () => published.findMeasures(parsed), 'q' in filter ? 2 * budget : budget)
  })
  test('of words that thousands have, the newest thousand is ranked and the others follow; no page repeats another', async () => {
    const page = (number: number, more = {}) =>
      published.findMeasures(measureFilter.parse({ q: 'register of services', page: number, perPage: 100, ...more }))
    const first = await Promise.all(Array.from({ length: 10 }, (_, index) => page(index + 1)))
    const ranked = first.flatMap(({ items }) => items)
    expect(first[0]?.total).toBe(measures)
    expect(new Set(ranked.map(({ ref }) => ref)).size).toBe(1000)
    const beyond = (await page(11)).items.map(({ version }) => version.publishedAt)
    expect(beyond.toSorted().toReversed()).toEqual(beyond)
    expect(ranked.every(({ version }) => version.publishedAt >= (beyond[0] ?? ''))).toBe(true)
    const some = await page(1, { economy: 'JP', asOf: '2022-05-01' })
    expect([some.total, some.items.length, some.items.every(({ ref }) => ref.startsWith('JP'))]).toEqual([measures / 10, 100, true])
  })
  test('reads one, its versions and a comparison', async () => {
    await within('getMeasure', () => published.getMeasure('KZ-0500'), 50)
    await within('getVersion', () => published.getVersion('KZ-0500', 2), 50)
    await within('listVersions', () => published.listVersions('KZ-0500'), 50)
    await within('compareVersions', () => published.compareVersions('KZ-0500', 1, 3), 50)
  })
  test.each([
    {},
    { page: 1000 },
    { economy: 'KZ' },
    { pillar: 8, economy: 'KZ' },
    { kind: 'correction' as const },
    { kind: 'editorial' as const },
    { measure: 'KZ-0500' },
    { act: 'ACT-0001' },
  ])('tells changes of %o', async (filter) => {
    const { listChanges } = await import('./change-queries.ts')
    await within(`changes ${JSON.stringify(filter)}`, () => listChanges(filter))
  })
  test('counts', async () => {
    await within('listEconomies', () => published.listEconomies())
    await within('listPillars', () => published.listPillars())
  })
})

describe('the desk', () => {
  test.each([{}, { page: 150 }, { economy: 'KZ' }, { state: 'draft' as const }, { q: 'KZ-0500' }, { q: 'word4711' }])(
    'lists %o',
    async (filter) => {
      await within(`desk list ${JSON.stringify(filter)}`, () => lists.deskMeasures(stage.editor, filter), 4 * budget)
    },
  )
  test('my work, queue, one measure, history, trail', async () => {
    await within('myDrafts', () => lists.myDrafts(stage.editor))
    await within('reviewQueue', () => review.reviewQueue(stage.editor))
    await within('waitingWithdrawals', () => review.waitingWithdrawals(stage.editor))
    await within('deskMeasure', () => desk.deskMeasure(stage.editor, 'KZ-0500'), 50)
    await within('trailOf', () => trail.trailOf(stage.editor, 'KZ-0500'), 50)
    await within('knownCoverages', () => desk.knownCoverages(stage.editor))
  })
})
