// The days in force that a snapshot keeps: PostgreSQL must take them for every timeline that can be submitted, and answer as the timeline itself does.
import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Basis, emptyContent } from '#lib/measures/content.ts'
import { requirementsForReview } from '#lib/measures/requirements.ts'
import { type TestDatabase, testDatabase } from '#lib/testing/database.ts'
import { type LegalEvent, legalEventKinds } from '#lib/timeline/legal-event.ts'
import { partialDate } from '#lib/timeline/partial-date.ts'
import { forceOf } from './snapshot.ts'

let database: TestDatabase
let client: pg.Client

beforeAll(async () => {
  database = await testDatabase()
  client = new pg.Client({ connectionString: database.appUrl })
  await client.connect()
})
afterAll(async () => {
  await client?.end()
  await database?.drop()
})

const contentOf = (...bases: Basis[]) => ({ ...emptyContent, subPillar: '8.3', description: 'x', coverage: 'x', bases })
const act = (events: LegalEvent[]): Basis => ({ id: 'a', kind: 'act', title: 'Law', url: '', events })
const figure = (year: string): Basis => ({ id: 'f', kind: 'figure', title: 'T', value: '1', unit: '%', year })

/** Whether it is in force on the day: certainly, possibly or not. */
async function on(day: string, ...bases: Basis[]): Promise<string> {
  const { certain, possible } = forceOf(contentOf(...bases))
  const { rows } = await client.query('SELECT $1::datemultirange @> $3::date AS certain, $2::datemultirange @> $3::date AS possible', [
    certain,
    possible,
    day,
  ])
  return rows[0].certain ? 'certainly' : rows[0].possible ? 'possibly' : 'not'
}

test.each<[string, LegalEvent[], string, string]>([
  ['the month before', [{ kind: 'entry into force', date: '2004-07' }], '2004-06-30', 'not'],
  ['the first day of a coarse date', [{ kind: 'entry into force', date: '2004-07' }], '2004-07-01', 'possibly'],
  ['its last day', [{ kind: 'entry into force', date: '2004-07' }], '2004-07-31', 'certainly'],
  ['the day itself of a fine date', [{ kind: 'entry into force', date: '2004-07-15' }], '2004-07-15', 'certainly'],
  ['the day before a fine date', [{ kind: 'entry into force', date: '2004-07-15' }], '2004-07-14', 'not'],
  [
    'the day of a repeal',
    [
      { kind: 'entry into force', date: '2004' },
      { kind: 'repealed', date: '2010-01-01' },
    ],
    '2010-01-01',
    'not',
  ],
  [
    'the day before a repeal',
    [
      { kind: 'entry into force', date: '2004' },
      { kind: 'repealed', date: '2010-01-01' },
    ],
    '2009-12-31',
    'certainly',
  ],
])('%s', async (_name, events, day, expected) => expect(await on(day, act(events))).toBe(expected))

test('a figure counts in its year and never ends, an absence possibly always, a measure when any of its bases does', async () => {
  const figures = ['2021-12-31', '2022-01-01', '2022-12-31', '2023-01-01', '2999-01-01'].map((day) => on(day, figure('2022')))
  expect(await Promise.all(figures)).toEqual(['not', 'certainly', 'certainly', 'possibly', 'possibly'])
  const absence: Basis = { id: 'b', kind: 'absence', title: 'None', absence: 'not a party' }
  expect([await on('1900-01-01', absence), await on('2022-06-01', absence, figure('2022'))]).toEqual(['possibly', 'certainly'])
  expect(await on('2022-06-01', figure(''))).toBe('possibly')
})

test('beside an act, what a figure says of its year says nothing of the time after it', async () => {
  const repealed = act([
    { kind: 'entry into force', date: '2004' },
    { kind: 'repealed', date: '2010' },
  ])
  expect([await on('2022-06-01', repealed, figure('2022')), await on('2023-01-01', repealed, figure('2022'))]).toEqual(['certainly', 'not'])
  expect(await on('2023-01-01', repealed, figure(''))).toBe('not')
})

test('PostgreSQL takes the days of everything that can be submitted, and what is certain is possible', async () => {
  const date = fc
    .tuple(
      fc.constantFrom('1000', '1999', '2004', '2010', '2016', '2999'),
      fc.constantFrom('', '-01', '-07', '-12'),
      fc.constantFrom('', '-01', '-31'),
    )
    .map(([year, month, day]) => `${year}${month}${month === '' ? '' : day}`)
    .filter((text) => partialDate.safeParse(text).success)
  const event = fc.record({ kind: fc.constantFrom(...legalEventKinds), date }, { requiredKeys: ['kind', 'date'] })
  const marked = fc.tuple(event, fc.boolean()).map(([one, latest]) => (latest ? { ...one, latest: true as const } : one))
  const year = fc.constantFrom('0001', '0999', '2022', '9998', '9999')
  const bases = fc.tuple(
    fc.array(fc.array(marked, { minLength: 1, maxLength: 5 }).map(act), { minLength: 1, maxLength: 2 }),
    year.map(figure),
  )
  let asked = 0
  await fc.assert(
    fc.asyncProperty(bases, async ([acts, number]) => {
      const content = contentOf(...acts, number)
      if (requirementsForReview(content, { versionNumber: 1 }).length > 0) return
      asked++
      const { certain, possible } = forceOf(content)
      const { rows } = await client.query('SELECT $1::datemultirange <@ $2::datemultirange AS within', [certain, possible])
      expect(rows[0].within, `${certain} within ${possible}`).toBe(true)
    }),
    { numRuns: 500 },
  )
  expect(asked).toBeGreaterThan(50)
})
