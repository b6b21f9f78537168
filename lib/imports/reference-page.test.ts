import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Basis } from '#lib/measures/content.ts'
import { economies } from '#prisma/reference/economies.ts'
import { pillars } from '#prisma/reference/taxonomy.ts'
import { examplePage, examples, sameWords } from './reference-page.examples.ts'
import { type ReadPage, readReferencePage } from './reference-page.ts'

const names = { pillars, economies }
const read = (text: string) => readReferencePage(text, names)
const messages = (page: ReadPage) => page.problems.map(({ line, message }) => `${line}: ${message}`)
const said = ({ items }: ReadPage) => JSON.stringify(items.map(({ economyCode, content }) => [economyCode, content]))
const pageLines = examplePage.split('\n')
const without =
  (...starts: string[]) =>
  (text: string) =>
    text
      .split('\n')
      .filter((line) => !starts.some((start) => line.startsWith(start)))
      .join('\n')

function told(basis: Basis): string {
  if (basis.kind === 'figure') return `figure ${basis.value} ${basis.unit} ${basis.year}`
  if (basis.kind === 'absence') return 'absence'
  return `${basis.kind} ${basis.events.map(({ kind, date, latest }) => `${kind} ${date}${latest ? ' latest' : ''}`).join(', ')}`
}

/** Lines that are not blank and that no item, problem or frame line accounts for. */
function lost(text: string, { items, problems, frame }: ReadPage): number[] {
  const ranges = [...items, ...problems, ...frame.map((line) => ({ line, lastLine: line }))]
  return text.split(/\r\n|\r|\n/u).flatMap((line, index) => {
    const covered = line.trim() === '' || ranges.some((range) => range.line <= index + 1 && index + 1 <= range.lastLine)
    return covered ? [] : [index + 1]
  })
}

describe('a page', () => {
  test('is read as the examples say, without a problem', () => {
    const page = read(examplePage)
    expect(messages(page)).toEqual([])
    expect(page.frame).toEqual([1, 3])
    expect(page.items.map((item) => item.sourceText)).toEqual(examples.map(({ text }) => text))
    const seen = page.items.map(({ economyCode, content: { subPillar, bases, coverage } }) => ({
      economy: economyCode,
      subPillar,
      bases: bases.map(told),
      coverage,
    }))
    expect(seen).toEqual(examples.map(({ text: _, ...expected }) => expected))
    expect(lost(examplePage, page)).toEqual([])
  })

  test('keeps titles and descriptions character by character', () => {
    const { items } = read(examplePage)
    expect(items[1]?.content.bases.map(({ title }) => title)).toEqual([
      'Law No. 567-II "On Communications".',
      'Code No. 235-V «On Administrative Infractions»',
    ])
    expect(items[1]?.content.bases.map(({ id }) => id)).toEqual(['b1', 'b2'])
    expect(items[4]?.content.description).toBe(
      'Two kinds of goods need a licence before they leave the customs territory:\n\n- devices made to obtain information in secret;\n- devices that encrypt.\n\nThe list has been changed several times.',
    )
    expect(items[5]?.content.description).toContain('\n\nCoverage of the rules extends')
    expect(items[8]?.content.description).toContain('Argentina\n\nJAPAN\n\nNew Zealand')
    expect(items[0]?.content).toMatchObject({ changeKind: null, changeNote: '', sources: [] })
  })

  test.each([
    ['Windows line ends', (text: string) => text.replaceAll('\n', '\r\n')],
    ['old Macintosh line ends', (text: string) => text.replaceAll('\n', '\r')],
    ['a byte order mark', (text: string) => `\ufeff${text}`],
    ['form feeds', (text: string) => text.replaceAll('\n\n', '\n\f\n').replaceAll('KAZAKHSTAN', '\fKAZAKHSTAN')],
    ['blanks at the ends of lines', (text: string) => text.replaceAll('\n', ' \u00a0\n\t ')],
    [
      'a blank line more',
      (text: string) => `\n\n${text.replaceAll('\nPillar', '\n\nPillar').replaceAll('Coverage Horizontal', 'Coverage Horizontal\n\n')}\n\n`,
    ],
    [
      'no blank line where none is needed',
      (text: string) =>
        text.replaceAll('\n\nPillar', '\nPillar').replaceAll('KAZAKHSTAN\n\n', 'KAZAKHSTAN\n').replaceAll('Horizontal\n\n', 'Horizontal\n'),
    ],
    ['several pages after each other', (text: string) => text.replaceAll('\n\nEUROPEAN', '\n\nDatabase\n\nBrowse Database\n\nEUROPEAN')],
    ['the pillar on two lines', (text: string) => text.replaceAll('\u00a0 |\u00a0 ', '\n')],
  ])('with %s reads the same', (_, change) => {
    const page = read(change(examplePage))
    expect(messages(page)).toEqual([])
    expect(said(page)).toBe(said(read(examplePage)))
  })
})

describe('damage in one measure', () => {
  const [one, two] = examples.map(({ text }) => text) as [string, string]
  test.each([
    ['its economy is gone', without('KAZ')(one), ['2: There is no name of an economy above this measure.']],
    ['its economy is unknown', one.replace('KAZAKHSTAN', 'KAZAKSTAN'), ['1: “KAZAKSTAN” is not the name of an economy.']],
    [
      'its statement is gone',
      without('Since')(one),
      ['1: There is no statement: a line such as “Since July 2004, last amended in 2022” or “N/A”.'],
    ],
    [
      'a part of its statement is not understood',
      one.replace('December 2021', 'Decembre 2021'),
      [expect.stringMatching(/^3: The statement is not understood in full\. .*“.*Decembre.*”/)],
    ],
    ['its statement is no statement', one.replace(/Since.*/, 'Law'), [expect.stringMatching(/^3: .*“Law”/)]],
    ['its pillar line is gone', without('Pillar')(one), ['1: The pillar line is missing: “Pillar …  |  Sub-pillar …”.']],
    [
      'its pillar is unknown',
      one.replace('Domestic Data policies', 'Domestic Data'),
      ['5: “Domestic Data” is not a pillar of the taxonomy.'],
    ],
    [
      'its sub-pillar is unknown',
      one.replace('for data protection', 'for privacy'),
      ['5: “Framework for privacy” is not a sub-pillar of “Domestic data policies”.'],
    ],
    [
      'its sub-pillar is of another pillar',
      one.replace('Framework for data protection', 'Monitoring requirement'),
      ['5: “Monitoring requirement” is not a sub-pillar of “Domestic data policies”.'],
    ],
    ['its sub-pillar is gone', one.replace(/\u00a0 \|.*/, ''), ['5: The pillar line names no sub-pillar.']],
    ['its pillar is gone', one.replace(/Pillar.*\|\u00a0 /, ''), ['5: The pillar line names no pillar.']],
    ['its title is gone', without('Law')(one), ['6: There is no description below the title.']],
    ['its description is gone', without('The law')(one), ['6: There is no description below the title.']],
    ['title and description are gone', without('Law', 'The law')(one), ['5: There is no title for one statement.']],
    ['its coverage is gone', without('Coverage')(one), ['7: The measure ends without its coverage line: “Coverage …”.']],
    ['its coverage is empty', one.replace('Horizontal', ''), ['8: The coverage line says nothing.']],
    ['a character is none', one.replace('law sets', 'law\u0007sets'), ['7: The line contains a character that is no text (U+0007).']],
    [
      'a statement is missing',
      without('Since July 2014')(two),
      ['6: A blank line follows the title, as if another title were to come, but there is only one statement.'],
    ],
    [
      'a statement is too many',
      `${two.replace('\n\nPillar', '\nSince 2011\n\nPillar')}`,
      ['10: There are 2 titles for 3 statements, because no blank line follows it.'],
    ],
    ['a title is missing', without('Law')(two), ['8: There is one title for 2 statements, because no blank line follows it.']],
    [
      'the blank line between titles is missing',
      two.replace('."\n\n', '"\n').replace('".\n\n', '".\n'),
      ['7: There is one title for 2 statements, because no blank line follows it.'],
    ],
    [
      'the title is missing above a long description',
      one.replace(/Law.*\n.*/, 'It has three chapters. The first defines words. The last sets fines.\nAnd more.'),
      [expect.stringMatching(/^6: “It has three.*” reads like a description/)],
    ],
    ['a title is too long', one.replace('Law No.', `${'Law '.repeat(501)}No.`), ['6: At most 2,000 characters.']],
    ['a description is too long', one.replace('The law', 'The law '.repeat(25_001)), ['7: At most 200,000 characters.']],
    ['a statement is too long', one.replace('Since', 'Since '.repeat(300)), ['3: This line is too long for a statement.']],
  ] as [string, string, string[]][])('%s', (_, damaged, expected) => {
    expect(messages(read(damaged))).toEqual(expected)

    const [before, after] = [examples[2]?.text, examples[3]?.text]
    const among = [before, damaged, after].join('\n\n')
    const page = read(among)
    expect(page.items.filter(({ problems }) => problems.length === 0).map(({ sourceText }) => sourceText)).toEqual([before, after])
    expect(page.problems).toHaveLength(1)
    expect(lost(among, page)).toEqual([])
  })

  test.each([
    ['ends with a colon', 'The operators have these duties:', true],
    ['is a very long sentence', `Every operator ${'and every agent '.repeat(20)}answers for it.`, true],
    ['is a long name without a full stop', `Order on ${'rules and '.repeat(40)}lists`, false],
    ['has abbreviations', 'Order No. 5 of the Min. Of Justice. On Art. 7', false],
  ])('a title that %s', (_, title, isProblem) => {
    const problem = expect.stringMatching(/^6: “.*” reads like a description: is the title above it missing\?$/)
    expect(messages(read(one.replace(/Law No.*/, title)))).toEqual(isProblem ? [problem] : [])
  })

  test('what merely occurred is a practice, and a percentage is a figure in two sub-pillars only', () => {
    expect(read(one.replace(/Since.*/, 'In December 2015')).items[0]?.content.bases.map(told)).toEqual(['practice occurred 2015-12'])
    expect(messages(read(one.replace(/Since.*/, '3.45 % (2021)')))).toEqual([
      expect.stringMatching(/^3: The statement is not understood in full/),
    ])
  })

  test('several problems are told in the order of lines', () => {
    const text = without('Coverage')(one).replace('Domestic', 'Foreign').replace('Law No', 'Law\u0007No')
    expect(read(text).items[0]?.problems.map(({ line }) => line)).toEqual([5, 6, 7])
  })

  test('in two neighbours stays in each of them', () => {
    const unfinished = without('Coverage')(one)
    const ranges = (text: string) => read(text).items.map(({ line, lastLine, economyCode }) => [line, lastLine, economyCode])
    const pair = (second: string) => ranges(`${unfinished}\n\n${second}`)
    expect(pair(two)).toEqual([
      [1, 7, 'KZ'],
      [9, 19, 'KZ'],
    ])
    expect(pair(without('Since', 'Pillar')(two))).toEqual([
      [1, 7, 'KZ'],
      [9, 16, 'KZ'],
    ])
    expect(pair(two.replace('KAZAKHSTAN', 'ATLANTIS'))).toEqual([
      [1, 7, 'KZ'],
      [9, 19, null],
    ])
    expect(pair(without('KAZ')(two))).toEqual([
      [1, 7, 'KZ'],
      [10, 18, null],
    ])
    const chatter = Array.from({ length: 12 }, (_, index) => `Stray ${index}`).join('\n')
    expect(ranges(`${one}\n\n${chatter}\n\n${two.replace('KAZAKHSTAN', 'ATLANTIS')}`)).toEqual([
      [1, 8, 'KZ'],
      [23, 33, null],
    ])
  })

  test('what is between measures is reported with its lines', () => {
    const page = read([one, 'Share this page', 'Follow us', two].join('\n\n'))
    expect(messages(page)).toEqual(['10: “Share this page” and what follows it up to line 12 belong to no measure.'])
    expect(page.items.every(({ problems }) => problems.length === 0)).toBe(true)
  })

  test('a measure cut in two leaves no half behind in silence', () => {
    for (let cut = 1; cut < one.length; cut++) {
      const text = `${one.slice(0, cut)}\n\n${two}`
      const page = read(text)
      expect(lost(text, page)).toEqual([])
      const complete = cut > one.lastIndexOf('Coverage') + 'Coverage'.length + 1
      expect(page.problems.length > 0).toBe(!complete)
      expect(page.items.at(-1)).toMatchObject({ sourceText: two, problems: [] })
    }
  })
})

describe('any text', () => {
  const pieces = [
    'KAZAKHSTAN',
    'European Union',
    'ATLANTIS',
    'N/A',
    'Since 2012',
    'Since 13/13',
    '',
    '',
    '\f',
    'Database',
    'Coverage',
    'Coverage X',
    'Title',
    '|',
    'Pillar',
    '\ud800',
    '\0',
  ]
  const someLine = fc.oneof(fc.constantFrom(...pieces, ...pageLines), fc.string(), fc.string({ unit: 'binary' }))
  const someText = fc.array(someLine, { maxLength: 40 }).map((lines) => lines.join('\n'))

  test('is accounted for line by line', () => {
    fc.assert(
      fc.property(someText, (text) => {
        expect(lost(text, read(text))).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  test('gives contents that can be stored', () => {
    fc.assert(
      fc.property(someText, (text) => {
        const stored = JSON.stringify(read(text).items)
        expect(stored).not.toMatch(/\\u0000|\\ud[89a-f]/i)
      }),
      { numRuns: 500 },
    )
  })

  test('with a line removed, replaced or put in changes what is read or is a problem', () => {
    const whole = said(read(examplePage))
    const place = fc.integer({ min: 0, max: pageLines.length - 1 }).filter((index) => pageLines[index]?.trim() !== '')
    fc.assert(
      fc.property(
        place,
        fc.constantFrom(0, 1),
        fc.oneof(fc.constant([]), fc.array(someLine, { minLength: 1, maxLength: 2 })),
        (index, removed, put) => {
          const gone = removed === 1 ? (pageLines[index] ?? '') : ''
          const text = pageLines.toSpliced(index, removed, ...put).join('\n')
          const page = read(text)
          expect(lost(text, page)).toEqual([])
          const told = [gone, ...put].filter((line) => line.trim() !== '' && !/database/i.test(line))
          if (told.length > 0 && said(page) === whole && page.problems.length === 0) expect(put.map(sameWords)).toContain(sameWords(gone))
        },
      ),
      { numRuns: 2000 },
    )
  })
})
