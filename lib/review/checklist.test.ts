// The checklist, printed: a question that is added or lost is a change of this page.
import { expect, test } from 'vitest'
import { checklistOf, everyCheck, unticked } from './checklist.ts'

test('each kind of change has its questions', () => {
  const kinds = [null, 'amendment', 'correction', 'reclassification', 'editorial'] as const
  expect(
    kinds.map(
      (kind) =>
        `${kind ?? 'first version'}: ${checklistOf(kind)
          .map(({ name }) => name)
          .join(', ')}`,
    ),
  ).toEqual([
    'first version: place, sources, dates',
    'amendment: event, law now, sources, dates',
    'correction: mistake, sources, dates',
    'reclassification: place, nothing else',
    'editorial: meaning',
  ])
})

test('what is not ticked is named; ticks of another kind help nothing', () => {
  expect(unticked('editorial', ['sources', 'dates']).map(({ name }) => name)).toEqual(['meaning'])
  expect(unticked('amendment', everyCheck)).toEqual([])
  expect(unticked(null, [])).toHaveLength(3)
})
