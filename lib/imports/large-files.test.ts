import { describe, expect, test } from 'vitest'
import { economies } from '#prisma/reference/economies.ts'
import { pillars } from '#prisma/reference/taxonomy.ts'
import { mostLines } from './page-lines.ts'
import { examples } from './reference-page.examples.ts'
import { mostMeasures, type ReadPage, readReferencePage } from './reference-page.ts'

const read = (text: string) => readReferencePage(text, { pillars, economies })

const messages = ({ problems }: ReadPage) => problems.map(({ line, message }) => `${line}: ${message}`)

test('a text without a measure is a problem', () => {
  expect(messages(read(''))).toEqual(['1: There is no measure in this text.'])
  expect(messages(read('Database\n\nBrowse Database'))).toEqual(['1: There is no measure in this text.'])
  expect(messages(read('\u0000\u0001PK\n'))).toEqual(['1: “\ufffd\ufffdPK” belongs to no measure.'])
})

describe('a hostile file', () => {
  /** 50 MB, the largest file, where the lines are long; less where the lines are short, for their number is limited too. */
  const fill = (piece: string, megabytes = 50) => piece.repeat(Math.ceil((megabytes * 1024 * 1024) / piece.length))
  test.each([
    ['one line', () => fill('x')],
    ['one line of blanks before a letter', () => `${fill(' \u00a0')}x`],
    ['a title without end', () => `KAZAKHSTAN\n\nSince 2012\n\nPillar a | Sub-pillar b\n${fill('Abcde. ')}`],
    ['a statement without end', () => `KAZAKHSTAN\n\n${fill('Since 2012, ')}\n\nPillar a | Sub-pillar b\n`],
    ['a pillar line without end', () => `KAZAKHSTAN\n\nSince 2012\n\nPillar ${fill(' |')}`],
    ['line ends', () => fill('\r')],
    ['economies', () => fill('KAZAKHSTAN\n', 1)],
    ['unfinished measures', () => fill('KAZAKHSTAN\n\nSince 2012\n\n', 2)],
    ['pillar lines', () => fill('Pillar Content access | Sub-pillar Restrictions on online advertising\n', 8)],
    ['statements without end', () => `KAZAKHSTAN\n\n${fill('Since 2012\n', 1)}`],
    ['coverage lines', () => fill('Coverage  \n', 8)],
  ])(
    'of %s is read to its end',
    (_, make) => {
      const page = read(make())
      expect(page.problems.length).toBeGreaterThan(0)
      expect(page.items.length).toBeLessThanOrEqual(mostMeasures)
    },
    60_000,
  )

  test('of too many measures or lines says where reading stopped', () => {
    const page = read(`${examples[0]?.text}\n\n`.repeat(mostMeasures + 1))
    expect(page.items).toHaveLength(mostMeasures)
    expect(messages(page)).toEqual([
      `${mostMeasures * 9 + 1}: Nothing is read from here on: there are more than ${mostMeasures} measures. Split the file.`,
    ])
    expect(read('\n'.repeat(mostLines + 1)).problems).toEqual([
      {
        line: mostLines + 1,
        lastLine: Number.MAX_SAFE_INTEGER,
        message: `Nothing is read from here on: there are more than ${mostLines} lines. Split the file.`,
      },
    ])
  }, 60_000)
})
