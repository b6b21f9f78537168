// The statement that is rendered: the table of examples, and that whatever the schema allows can be read back.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type LegalEvent, labelOf, legalEvent, legalEventKinds, meaningOf } from './legal-event.ts'
import { parseStatement } from './parse-statement.ts'
import { absenceStatement, renderEvent, renderStatement, withoutRoles } from './render-statement.ts'
import { statementExamples } from './statement.examples.ts'
import { anyTimeline } from './timeline.examples.ts'

describe('the statement', () => {
  test.each(statementExamples)('$sentence ($note)', ({ sentence, events }) => {
    expect(legalEvent.array().parse(events)).toEqual(events)
    expect(renderStatement(events)).toBe(sentence)
  })

  test('shows every kind of event at least once', () => {
    const shown = new Set(statementExamples.flatMap(({ events }) => events.map(({ kind }) => kind)))
    expect(legalEventKinds.filter((kind) => !shown.has(kind))).toEqual([])
  })

  test.each(['since', 'adopted', 'entry into force'] as const)('opens with “Since” for %s: the role is data, not wording', (kind) => {
    const events: LegalEvent[] = [
      { kind, date: '2004-07' },
      { kind: 'amended', date: '2016' },
    ]
    expect(renderStatement(events)).toBe('Since July 2004, as amended in 2016')
  })

  test('keeps the role of an opening that is marked latest', () => {
    const events: LegalEvent[] = [{ kind: 'adopted', date: '2004', latest: true }]
    expect(renderStatement(events)).toBe('Last adopted in 2004')
    expect(withoutRoles(events)).toEqual(events)
  })

  test('of no events is empty, of an absence N/A', () => {
    expect(renderStatement([])).toBe('')
    expect(absenceStatement).toBe('N/A')
  })

  test('of any timeline reads back as that timeline, but for the role of the opening', () => {
    fc.assert(
      fc.property(anyTimeline(), (timeline) => {
        const read = parseStatement(renderStatement(timeline))
        expect(read).toEqual({ timeline: withoutRoles(timeline), absence: false, problems: [] })
      }),
      { numRuns: 2000 },
    )
  })

  test('of one event is a clause', () => {
    expect(renderEvent({ kind: 'repealed', date: '2023-01' })).toBe('repealed in January 2023')
    expect(renderEvent({ kind: 'occurred', date: '2023-01-02' })).toBe('occurred on 2 January 2023')
  })

  test('has a label and a meaning for every kind', () => {
    for (const kind of legalEventKinds) {
      expect(labelOf(kind)).toMatch(/^[A-Z][a-z ]+$/)
      expect(meaningOf(kind)).not.toMatch(/\.$/)
    }
  })
})
