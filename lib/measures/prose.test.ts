// The comparison of prose: whatever the texts, its runs are both of them; long ones that differ much are paired by sentence.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareProse, type ProseRun } from './prose.ts'

const without = (runs: ProseRun[], kind: ProseRun['kind']) =>
  runs
    .filter((run) => run.kind !== kind)
    .map(({ text }) => text)
    .join('')

const sentence = fc
  .array(fc.constantFrom('the', 'law', 'of', 'data', 'é', '6.', 'kept', '\n\n', 'x'), { maxLength: 12 })
  .map((words) => words.join(' '))
const prose = fc.array(sentence, { maxLength: 120 }).map((sentences) => sentences.join('. '))

test('the runs without what was added are the older text, without what was removed the newer', () =>
  fc.assert(
    fc.property(prose, prose, (before, after) => {
      const runs = compareProse(before, after)
      expect(without(runs, 'added')).toBe(before)
      expect(without(runs, 'removed')).toBe(after)
    }),
  ))

const numbered = (of: (n: number) => string) => Array.from({ length: 600 }, (_, n) => `${of(n)}.`).join(' ')

test('in a long text of which every sentence was touched, the words that changed are found', () => {
  const before = numbered((n) => `The operator ${n} keeps a register of its services for ten months`)
  const after = numbered((n) => `The operator ${n} keeps a register of its customers for ten months`)
  const runs = compareProse(before, after)
  expect(runs.filter(({ kind }) => kind === 'removed').map(({ text }) => text)).toEqual(Array.from({ length: 600 }, () => 'services'))
  expect(without(runs, 'added')).toBe(before)
  expect(without(runs, 'removed')).toBe(after)
})

test('a sentence that is new among many that were rewritten is added whole', () => {
  const before = numbered((n) => `Operator ${n} keeps a register of services`)
  const rewritten = numbered((n) => `Operator ${n} keeps a list of services`)
  const added = ' Nobody else pays any fine whatsoever.'
  const cut = rewritten.indexOf(' Operator 300 ')
  const runs = compareProse(before, rewritten.slice(0, cut) + added + rewritten.slice(cut))
  const found = runs.filter(({ kind, text }) => kind === 'added' && text.includes('whatsoever'))
  expect(found).toHaveLength(1)
  expect(found[0]?.text.length).toBeLessThan(added.length + 30)
})
