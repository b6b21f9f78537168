// Search as a reader meets it: misspelt, in another script, unfinished, hostile; and what is said of what was found.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Content } from '#lib/measures/content.ts'
import { type Attacks, underAttack } from '#lib/testing/attacks.ts'
import { filterOf } from './filters.ts'
import { runsOf } from './search-words.ts'

let stage: Attacks
let search: typeof import('./browse-queries.ts')
const refs: Record<string, string> = {}
let actRef: string

const ask = (q: string, more = '') => search.browse(filterOf(new URLSearchParams(`${new URLSearchParams({ q })}&${more}`)).filter)
const names = async (q: string, more = '') =>
  (await ask(q, more)).list.items.map(({ ref }) => Object.keys(refs).find((name) => refs[name] === ref) ?? ref)

beforeAll(async () => {
  stage = await underAttack()
  search = await import('./browse-queries.ts')
  const { act, at, citing, contentWith, draft, published, registered } = stage.build
  const add = async (name: string, economy: string, given: Partial<Content>) => {
    const clock = at('2022-01-01T12:00:00Z')
    const on = await published(stage.cast, await draft(stage.editor, economy, contentWith(given), clock), clock)
    refs[name] = on.ref
    return on
  }
  actRef = await registered(stage.editor, 'KZ', 'Law on Personal Data', 'Entry into force in 2013', {
    originalTitle: 'О персональных данных и их защите',
    originalLanguage: 'ru',
    number: '94-V',
  })
  await add('personal', 'KZ', {
    subPillar: '6.1',
    bases: [citing('a', actRef, 'Law on Personal Data', 'Entry into force in 2013')],
    description: 'Operators register.',
  })
  await add('telegraph', 'SG', {
    subPillar: '8.3',
    bases: [act('a', 'Telegraph Act', 'Since 1999')],
    description: 'Telecommunications operators **identify** [subscribers](https://example.org/x).',
  })
  await add('cyrillic', 'KG', {
    subPillar: '8.4',
    bases: [act('a', 'Order', 'Since 2001')],
    description: 'Абоненты проходят идентификацию.',
  })
  await add('accents', 'DE', {
    subPillar: '6.2',
    bases: [act('a', 'Föderales Gesetz über Übermittlung', 'Since 2010')],
    description: 'Cross-border transfers <script>alert(1)</script> need adequacy.',
  })
  const gone = await add('gone', 'FR', { subPillar: '8.4', bases: [act('a', 'Zymurgy Act', 'Since 2011')] })
  const { requestWithdrawal } = await import('#lib/review/commands/request-withdrawal.ts')
  const { decideWithdrawal } = await import('#lib/review/commands/decide-withdrawal.ts')
  await requestWithdrawal(stage.editor, { ...gone, reason: 'Entered twice.' }, at('2022-02-01T08:00:00Z'))
  await decideWithdrawal(stage.reviewer, { ...gone, confirm: true }, at('2022-02-02T00:00:00Z'))
  await draft(stage.editor, 'JP', contentWith({ bases: [act('a', 'Xylophonic Act', 'Since 2012')] }), at('2022-01-03T00:00:00Z'))
})
afterAll(() => stage?.close())

describe('finds', () => {
  test.each([
    ['персональные данные', ['personal'], 'an original title by the stems of its words'],
    ['ЗАЩИТА', ['personal'], 'a Cyrillic word in capitals and another case'],
    ['идентификация абонентов', ['cyrillic'], 'Cyrillic words of a description in other cases'],
    ['94-V', ['personal'], 'an act by its number'],
    ['foderales gesetz', ['accents'], 'what has accents, typed without'],
    ['ÜBERMITTLUNG', ['accents'], 'what has accents, typed in capitals'],
    ['teleg', ['telegraph'], 'the beginning of a word'],
    ['domestic data policies', ['accents', 'personal'], 'all of a pillar by its name'],
    ['intermediary liability', ['cyrillic', 'telegraph'], 'a pillar whose name no text has'],
    ['operators telecommunicati', ['telegraph'], 'the beginning of the last of two words'],
    ['персон', ['personal'], 'the beginning of a Cyrillic word'],
    ['Singapore subscribers', ['telegraph'], 'an economy by its name'],
    ['"cross-border transfers"', ['accents'], 'words that stand together'],
    ['operators -telegraph', ['personal'], 'what has one word and not another'],
  ])('%s: %o (%s)', async (q, expected) => expect(await names(q)).toEqual(expected))

  test('the measures of an act by its ref, in any case', async () => {
    expect(await names(actRef.toLowerCase())).toEqual(['personal'])
    expect(await names('ACT-9999')).toEqual([])
  })
})

describe('misspelt words', () => {
  test.each([
    ['telecomunications', 'telecommunications', ['telegraph']],
    ['telegrpah', 'telegraph', ['telegraph']],
    ['persnal data', 'personal data', ['personal']],
    ['dtaa', 'data', ['personal', 'accents']],
    ['идентификацыя', 'идентификацию', ['cyrillic']],
    ['абонетны', 'абоненты', ['cyrillic']],
    ['ubermitlung', 'ubermittlung', ['accents']],
  ])('%s is taken for %s', async (q, instead, expected) => {
    const answer = await ask(q)
    expect(answer.instead).toBe(instead)
    expect(await names(q)).toEqual(expected)
  })
  test('words that something has, and words in quotation marks, are never replaced', async () => {
    expect((await ask('telegraph')).instead).toBeNull()
    expect((await ask('"telecomunications"')).instead).toBeNull()
  })
  test('L9 L11 a word of a draft or of what was withdrawn is never offered, found or begun', async () => {
    for (const q of ['zymurgy', 'zymurgi', 'zymur', 'zimurgy', 'xylophonic', 'xylophonik', 'xylo']) {
      const answer = await ask(q)
      expect([answer.list.total, answer.instead], q).toEqual([0, null])
    }
    expect(await names('zymurgy', 'asOf=2022-01-15')).toEqual(['gone'])
  })
})

describe('what is said of what was found', () => {
  const foundOf = async (q: string, name: string) => (await ask(q)).found.get(`${refs[name]} 1`)
  test('marks the words in titles and in a piece of the text', async () => {
    const found = await foundOf('identify telegraph', 'telegraph')
    expect(runsOf(found?.titles[0] ?? '').filter((run) => run.found)).toEqual([{ text: 'Telegraph', found: true }])
    expect(runsOf(found?.snippet ?? '').filter((run) => run.found)).toEqual([{ text: 'identify', found: true }])
  })
  test('X1 leaves tags out of a piece of text', async () => {
    const found = await foundOf('adequacy', 'accents')
    expect(found?.snippet).toContain('alert(1)')
    expect(found?.snippet).not.toContain('<script>')
  })
})

describe('an empty answer', () => {
  test('says what leaving out one thing would find', async () => {
    const { list, ideas } = await ask('telegraph', 'economy=KZ&pillar=8')
    expect(list.total).toBe(0)
    expect(ideas).toEqual([{ without: 'economy', count: 1 }])
    expect((await ask('telegraph', 'economy=KZ')).ideas).toEqual([
      { without: 'economy', count: 1 },
      { without: 'q', count: 1 },
    ])
  })
  test.each([
    "'",
    '\\',
    ':*',
    '& | !',
    '((((',
    'the',
    '-',
    '\u202e',
    '🏛🏛🏛🏛',
    '%'.repeat(50),
    'ж'.repeat(200),
    "x' & 'y:*",
    'a'.repeat(200),
    '\ud800abcd',
  ])('%o is answered', async (q) => {
    const { list, ideas } = await ask(q)
    expect(list.total).toBe(0)
    expect(ideas.map(({ without }) => without)).toEqual(['q'])
  })
})

test('an act is found under the title that it has now and by the words that the measure shows', async () => {
  const { editAct } = await import('#lib/acts/commands/edit-act.ts')
  const { loadAct } = await import('#lib/acts/queries.ts')
  const { deskDb } = await import('#lib/system/db.ts')
  const rename = async (title: string, number: string) => {
    const { ref, edition, economy, union, originalTitle, originalLanguage, kind, issuer, url, eli, events } = await loadAct(
      deskDb(),
      actRef,
    )
    const act = { economy, union, title, originalTitle, originalLanguage, number, kind, issuer, url, eli, events }
    await editAct(stage.editor, { ref, edition, act })
  }
  expect(await names('safeguarding')).toEqual([])
  await rename('Law on the Safeguarding of Personal Particulars', '94-VII')
  for (const words of ['safeguarding', 'particulars', '"94-VII"', 'safegarding', 'personal data', 'персональных'])
    expect([words, await names(words)]).toEqual([words, ['personal']])
  expect(await names('safeguarding', 'asOf=2022-01-15')).toEqual(['personal'])
  await rename('Law on Personal Data', '94-V')
  expect(await names('particulars')).toEqual([])
  expect(await names('"94-V"')).toEqual(['personal'])
})
