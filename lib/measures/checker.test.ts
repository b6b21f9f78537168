// What the checker finds in a content, what mends it, and what it must not say.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { legalEventKinds } from '#lib/timeline/legal-event.ts'
import { parseStatement } from '#lib/timeline/parse-statement.ts'
import { silentExamples } from './checker.examples.ts'
import { type CheckContext, type Finding, findingsOf, isMending, nothingElseKnown, sortFindings } from './checker.ts'
import { type Content, content, emptyContent } from './content.ts'

const act = (statement: string, given: { id?: string; title?: string; actRef?: string } = {}) => ({
  id: given.id ?? 'a',
  kind: 'act' as const,
  title: given.title ?? 'Law on Communications',
  url: '',
  ...(given.actRef ? { actRef: given.actRef } : {}),
  events: parseStatement(statement).timeline,
})
const measure = (description: string, ...bases: Content['bases']): Content => ({ ...emptyContent, description, bases })
const find = (of: Content, context: Partial<CheckContext> = {}) => findingsOf(of, { ...nothingElseKnown, ...context })
const codes = (of: Content, context: Partial<CheckContext> = {}) => find(of, context).map(({ code }) => code)

/** The content after the first fix of its first finding. */
function mended(of: Content, [finding]: Finding[]): Content {
  const [fix] = finding?.fixes ?? []
  if (!fix || !isMending(fix)) throw new Error('There is nothing that mends it.')
  if ('description' in fix) return { ...of, description: fix.description }
  return {
    ...of,
    bases: of.bases.map((basis) => (basis.id === fix.basisId && 'events' in basis ? { ...basis, events: fix.events } : basis)),
  }
}

/** `[code, description, statement]`: each is the only finding, and its fix leaves none. */
const mendable = [
  ['date without event', 'The Law was amended in September 2022.', 'Since July 2004'],
  ['date without event', 'The Law was amended in September 2022.', 'Since July 2004, last amended in 2016'],
  ['date without event', 'Since 2010, operators must register.', 'Since July 2004'],
  ['date without event', 'The Law entered into force on 1 July 2021.', 'Since May 2019'],
  ['replaced told as amended', 'The Law was replaced in 2020.', 'Since 2004, as amended in 2020'],
  ['replaced told as amended', 'The Law has been superseded by the Digital Code.', 'Since 2004, last amended in 2020'],
  ['amended told as replaced', 'The Law was amended in 2020.', 'Since 2004, last replaced in March 2020'],
  ['ending without event', 'The Law was repealed in January 2023.', 'Since 2004'],
  ['ending without event', 'The ban expired on 31 December 2020.', 'Since 2004'],
  ['ending without prose', 'Operators must register.', 'Since 2004, repealed in January 2023'],
  ['ending without prose', 'Operators must register.', 'Since 2004, expired in 2020'],
  ['timeline', 'Operators must register.', 'Since 2004, as amended in 2016, 2016'],
] as const

test.each(mendable)('%s: %s (%s)', (code, description, statement) => {
  const before = measure(description, act(statement))
  const findings = find(before)
  expect(findings.map((one) => one.code)).toEqual([code])
  expect(findings[0]?.sentence).toMatch(/^[A-Z“].*\.$/)
  const after = mended(before, findings)
  expect(find(after)).toEqual([])
  expect(content.safeParse(after).success).toBe(true)
})

/** `[description, statement]`: nothing disagrees. */
const agreeing = [
  ['The Law was amended in 2022.', 'Since July 2004, last amended in September 2022'],
  ['The Law was amended on 16 May 2022.', 'Since July 2004, as amended in May 2022'],
  ['The Law of 27 July 2006 was amended by Law No. 5 of 30 June 2022.', 'Since July 2006, as amended in June 2022'],
  ['The Law was repealed in January 2023.', 'Since 2004, repealed in January 2023'],
  ['The Law was repealed and replaced in 2023.', 'Since 2004, repealed in January 2023'],
  ['Article 5 was repealed in 2019.', 'Since 2004, as amended in 2019'],
  ['The Law replaced the Act of 1998.', 'Since 2004, as amended in 2010'],
] as const

test.each(agreeing)('nothing in: %s (%s)', (description, statement) => {
  expect(codes(measure(description, act(statement)))).toEqual([])
})

test.each(silentExamples)('no false alarm: %s', (description) => {
  expect(codes(measure(description, act('Since July 2004')))).toEqual([])
})

test('a practice, an absence or a figure that has no timeline is asked for no event', () => {
  const figure = { id: 'f', kind: 'figure' as const, title: 'Tariff', value: '3', unit: '%', year: '2022' }
  expect(codes(measure('The rate was amended in 2020.', figure))).toEqual([])
  expect(codes(measure('Since 2010, there is none.', { id: 'n', kind: 'absence', title: 'GPA', absence: 'not a party' }))).toEqual([])
})

test('a year that is in the name of an act is no missing event', () => {
  expect(codes(measure('It was adopted in 2018.', act('Since May 2019', { title: 'Data Protection Act 2018' })))).toEqual([])
})

test('with several acts, each is offered as the one to mend', () => {
  const of = measure(
    'It was amended in 2021.',
    act('Since 2004', { id: 'a', title: 'First' }),
    act('Since 2008', { id: 'b', title: 'Second' }),
  )
  expect(find(of)[0]?.fixes.map(({ label }) => label)).toEqual(['Add “amended in 2021” to “First”', 'Add “amended in 2021” to “Second”'])
})

test('an act of the register is not mended in one measure alone: each finding leads to its entry, once', () => {
  const entry = [{ label: 'Look at ACT-0001 in the register', actRef: 'ACT-0001' }]
  const ofRegister = (description: string, statement: string) => find(measure(description, act(statement, { actRef: 'ACT-0001' })))
  for (const [description, statement] of [
    ['It was amended in 2021.', 'Since 2004'],
    ['Since 2010, operators must register.', 'Since July 2004'],
    ['The Law is no longer in force.', 'Since 2004'],
    ['The Law was replaced in 2020.', 'Since 2004, as amended in 2020'],
    ['Operators must register.', 'Since 2004, as amended in 2016, 2016'],
  ] as const)
    expect(ofRegister(description, statement).map(({ fixes }) => fixes)).toEqual([entry])
})

describe('one act in two measures', () => {
  const elsewhere = (statement: string, given: { title?: string; actRef?: string } = {}) => [
    {
      ref: 'KZ-0007',
      title: given.title ?? 'Law on  communications',
      actRef: given.actRef ?? null,
      openings: parseStatement(statement).timeline,
    },
  ]
  test('with different beginnings is found, and either beginning can be taken over', () => {
    const of = measure('Operators must register.', act('Since July 2004'))
    const context = { elsewhere: elsewhere('Since December 2004') }
    expect(codes(of, context)).toEqual(['another beginning'])
    expect(find(mended(of, find(of, context)), context)).toEqual([])
  })
  test('is the same act by its ref, whatever it is called', () => {
    const of = measure('x', act('Since 2004', { actRef: 'ACT-0001' }))
    expect(codes(of, { elsewhere: elsewhere('Since 2006', { title: 'Communications Act', actRef: 'ACT-0001' }) })).toEqual([
      'another beginning',
    ])
  })
  test.each(['Since 2004', 'Since July 2004', 'Since 5 July 2004'])('is not found when it may be one day: %s', (statement) => {
    expect(codes(measure('x', act('Since July 2004')), { elsewhere: elsewhere(statement) })).toEqual([])
  })
  test('is not found for another title', () => {
    expect(codes(measure('x', act('Since July 2004')), { elsewhere: elsewhere('Since 1999', { title: 'Law on Posts' }) })).toEqual([])
  })
})

describe('a change of the law after the last check', () => {
  const amended = measure('Operators must register.', act('Since 2004, last amended in June 2025'))
  const published = measure('Operators must register.', act('Since 2004'))
  test('is found while the description is as it was, and leads to the record of a check', () => {
    const found = find(amended, { published, lastVerifiedOn: '2024-05-03' })
    expect(found.map(({ code }) => code)).toEqual(['changed since checked'])
    expect(found[0]?.fixes).toEqual([{ label: 'Record that the published text was checked', check: true }])
  })
  test('is not found when the description was rewritten, nothing was ever checked, or the check may be later', () => {
    expect(codes({ ...amended, description: 'They need not.' }, { published, lastVerifiedOn: '2024-05-03' })).toEqual([])
    expect(codes(amended, { published, lastVerifiedOn: null })).toEqual([])
    expect(codes(amended, { published, lastVerifiedOn: '2025-06-01' })).toEqual([])
  })
})

test('a finding that is left stays left when bases are reordered, and its reason is told', () => {
  const bases = [act('Since 2004, as amended in 2016, 2016', { id: 'a' }), act('Since 2008', { id: 'b', title: 'Other' })]
  const before = measure('x', ...bases)
  const [finding] = find(before)
  const left = [{ code: finding?.code ?? '', about: finding?.about ?? '', because: 'Twice in one year.' }]
  const after = { ...before, bases: bases.toReversed(), left }
  const sorted = sortFindings(find(after), content.parse(after).left)
  expect(sorted.open).toEqual([])
  expect(sorted.left.map(({ because }) => because)).toEqual(['Twice in one year.'])
})

test('whatever the timeline, a fix is a content that the schema takes', () => {
  const date = fc.constantFrom('2004', '2010-05', '2016', '2020-03', '2023-01-15')
  const event = fc.record({ kind: fc.constantFrom(...legalEventKinds), date })
  const prose = fc.constantFrom(...mendable.map(([, description]) => description))
  fc.assert(
    fc.property(fc.array(event, { maxLength: 6 }), fc.array(prose, { maxLength: 3 }), (events, sentences) => {
      const of = measure(sentences.join(' '), { ...act(''), events })
      const findings = find(of)
      expect(new Set(findings.map(({ code, about }) => `${code} ${about}`)).size).toBe(findings.length)
      for (const finding of findings)
        for (const fix of finding.fixes) expect(content.safeParse(mended(of, [{ ...finding, fixes: [fix] }])).success).toBe(true)
    }),
  )
}, 30_000)
