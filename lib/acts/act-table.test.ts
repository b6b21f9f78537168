import { expect, test } from 'vitest'
import { actColumnOf, cellsOf, eventsCell, objectOf } from './act-table.ts'
import { emptyAct } from './schema.ts'

const plain = { sourceTitle: '', sourceUrl: '' }

test('events are their statement where it says all', () => {
  expect(
    eventsCell([
      { kind: 'since', date: '2004-07', ...plain },
      { kind: 'amended', date: '2022', latest: true, ...plain },
    ]),
  ).toBe('Since July 2004, last amended in 2022')
  expect(eventsCell([])).toBe('')
})

test('events are JSON where the statement would lose a role or a source', () => {
  expect(eventsCell([{ kind: 'adopted', date: '2004-07', ...plain }])).toBe('[{"kind":"adopted","date":"2004-07"}]')
  expect(eventsCell([{ kind: 'since', date: '2004', sourceTitle: 'Gazette 1', sourceUrl: '' }])).toBe(
    '[{"kind":"since","date":"2004","sourceTitle":"Gazette 1"}]',
  )
})

test('a heading is found however it is written, and nothing else is', () => {
  for (const heading of ['original_title', 'Original title', 'originalTitle', 'ORIGINAL-TITLE'])
    expect(actColumnOf(heading)?.name).toBe('original_title')
  expect(actColumnOf('titel')).toBeUndefined()
  expect(actColumnOf('')).toBeUndefined()
})

test('a row has a cell for each column, and JSON no edition where the world reads it', () => {
  const act = { ...emptyAct, ref: 'ACT-0001', economy: 'KZ', title: 'Law on Post' }
  expect(cellsOf({ ...act, edition: 3 }).slice(0, 5)).toEqual(['ACT-0001', '3', 'KZ', '', 'Law on Post'])
  expect(objectOf(act)).toMatchObject({ ref: 'ACT-0001', title: 'Law on Post', statement: '', events: [] })
  expect(objectOf(act)).not.toHaveProperty('edition')
})
