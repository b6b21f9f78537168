// Facets against a count by hand: whatever is chosen, each choice has as many measures as are found when it is the only one of its kind.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Basis } from '#lib/measures/content.ts'
import { type Attacks, underAttack } from '#lib/testing/attacks.ts'
import { facetNames, filterOf, type MeasureFilter } from './filters.ts'

let stage: Attacks
let browsing: typeof import('./browse-queries.ts')
let queries: typeof import('./queries.ts')
const clock = () => new Date('2024-06-01T12:00:00Z')
const of = (query: string) => filterOf(new URLSearchParams(query)).filter

beforeAll(async () => {
  stage = await underAttack()
  browsing = await import('./browse-queries.ts')
  queries = await import('./queries.ts')
  const { act, amendment, at, contentWith, draft, published } = stage.build
  const kinds: Basis[] = [
    { id: 'f', kind: 'figure', title: 'Threshold', value: '22', unit: 'EUR', year: '2022' },
    { id: 'b', kind: 'absence', title: 'No framework', absence: 'no such framework' },
  ]
  const sentences = [
    'Since 2004',
    'Entry into force in 2010, repealed in 2015',
    'Signed in May 2023, entry into force in 2030',
    'Since 2004, last amended in 2024',
  ]
  for (let n = 0; n < 14; n++) {
    const day = at(`2023-01-${String(n + 1).padStart(2, '0')}T12:00:00Z`)
    const bases = [...(n % 5 === 4 ? [] : [act('a', `Act ${n}`, sentences[n % 4] ?? '')]), ...(n % 5 > 2 ? [kinds[n % 2] as Basis] : [])]
    const content = contentWith({
      subPillar: ['8.3', '8.4', '6.1', '12.10'][n % 4] ?? '',
      bases,
      coverage: ['Horizontal', 'Banks, insurers', 'Post'][n % 3] ?? '',
      description: n % 2 ? 'Even words' : 'Odd words',
    })
    const on = await published(stage.cast, await draft(stage.editor, ['KZ', 'DE', 'JP', 'FR', 'EU'][n % 5] ?? '', content, day), day)
    if (n % 6 === 5) {
      const next = at(`2023-03-${String(n + 1).padStart(2, '0')}T12:00:00Z`)
      const changed = { ...content, coverage: 'Everybody', changeKind: 'correction' as const, changeNote: 'It said too little.' }
      await published(stage.cast, await amendment(stage.editor, on.ref, changed), next)
    }
  }
})
afterAll(() => stage?.close())

test.each([
  '',
  'economy=KZ',
  'economy=KZ,DE&pillar=8',
  'region=150',
  'region=150,142&economy=KZ,FR',
  'pillar=8&subPillar=8.3,8.4',
  'basisKind=act',
  'basisKind=absence,figure&lawState=unknown',
  'lawState=in-force,ended&year=2004,2015',
  'coverage=Banks%2C+insurers&coverage=Post',
  'changeKind=correction&coverage=Everybody',
  'year=2004&changeKind=first&basisKind=act&economy=KZ,DE,JP',
  'q=words&pillar=8',
  'q=odd&economy=KZ&lawState=not-yet',
  'asOf=2023-02-01&coverage=Horizontal',
  'asOf=2023-02&changeKind=correction',
  'inForceOn=2012-06-01',
  'inForceOn=2012&economy=DE',
  'inForceOn=2012-06-01&lawState=ended,not-yet',
  'economy=ZZ',
  'page=3&perPage=2&pillar=8',
])('%o', async (query) => {
  const filter = of(query)
  const { list, facets, ideas } = await browsing.browse(filter, clock)
  expect(list).toEqual(await queries.findMeasures(filter, undefined, clock))
  for (const name of facetNames) {
    for (const { value, count, chosen } of facets[name]) {
      const only = of(`${new URLSearchParams({ [name]: value })}`)[name]
      const alone = await queries.findMeasures({ ...filter, page: 1, [name]: only } as MeasureFilter, undefined, clock)
      expect(count, `${name} ${value}`).toBe(alone.total)
      expect(chosen, `${name} ${value}`).toBe((filter[name] ?? []).map(String).includes(value))
    }
    // The choices that are offered are all there are: together with what is chosen they find everything.
    const all = of(facets[name].map(({ value }) => `${new URLSearchParams({ [name]: value })}`).join('&'))[name]
    const none = {
      ...filter,
      page: 1,
      [name]: undefined,
      ...(name === 'lawState' && filter.lawState === undefined ? { inForceOn: undefined } : {}),
    }
    const every = await queries.findMeasures({ ...filter, page: 1, [name]: all } as MeasureFilter, undefined, clock)
    if (name !== 'year' && filter.inForceOn === undefined)
      expect(every.total, name).toBe((await queries.findMeasures(none as MeasureFilter, undefined, clock)).total)
  }
  if (list.total > 0) expect(ideas).toEqual([])
})

test('the state of the law is told of today, or of the day that is named', async () => {
  const states = async (query: string, now = clock) =>
    Object.fromEntries((await browsing.browse(of(query), now)).facets.lawState.map(({ value, count }) => [value, count]))
  expect(await states('economy=DE&pillar=8')).toEqual(await states('economy=DE&pillar=8&inForceOn=2024-06-01'))
  expect(await states('', () => new Date('2031-01-01T00:00:00Z'))).not.toHaveProperty('not-yet')
  expect(await states('')).toHaveProperty('not-yet')
})

test('a list is ordered by the newest change here, or by the newest event of the law', async () => {
  const by = async (sort: string) => (await queries.findMeasures(of(`sort=${sort}&perPage=100`), undefined, clock)).items
  const published = (await by('change')).map(({ version }) => version.publishedAt)
  expect(published).toEqual(published.toSorted().toReversed())
  const newest = (await by('law')).map(
    ({ bases }) =>
      bases
        .flatMap(({ events, figure }) => [...events.map(({ date }) => date), figure?.year ?? ''])
        .sort()
        .at(-1) ?? '',
  )
  expect(newest.map((date) => date.slice(0, 4))).toEqual(
    newest
      .map((date) => date.slice(0, 4))
      .toSorted()
      .toReversed(),
  )
})
