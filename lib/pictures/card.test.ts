import fc from 'fast-check'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { describe, expect, test } from 'vitest'
import { cardSize, drawCard } from './card.ts'
import { estimated, isRightToLeft, linesOf } from './line-breaks.ts'

const card = { mark: 'KZ-0007', above: 'Kazakhstan · 8.3 User identity', statement: 'Since 2004', title: 'Law', below: 'Version 1' }

describe('lines', () => {
  test.each([
    ['', []],
    ['one', ['one']],
    ['aaa bbb ccc', ['aaa bbb', 'ccc']],
    ['aaa bbb ccc ddd eee fff', ['aaa bbb', 'ccc ddd', 'eee fff']],
    ['aaa bbb ccc ddd eee fff ggg', ['aaa bbb', 'ccc ddd', 'eee fff…']],
    ['aaaaaaaaaaaaaaaaaa', ['aaaaaaaa', 'aaaaaaaa', 'aa']],
  ])('%o', (text, expected) => expect(linesOf(text, { width: 450, size: 100, most: 3 })).toEqual(expected))

  test('are never wider than their room, never more than asked, and lose nothing that fits', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.integer({ min: 1, max: 5 }), (text, most) => {
        const lines = linesOf(text, { width: 600, size: 40, most })
        expect(lines.length).toBeLessThanOrEqual(most)
        for (const line of lines) expect(estimated(line, 40)).toBeLessThanOrEqual(640)
        if (lines.length < most) expect(lines.join('').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''))
      }),
    )
  })
})

test.each([
  ['قانون حماية البيانات', true],
  ['(قانون) Law', true],
  ['Закон', false],
  ['Law قانون', false],
  ['', false],
])('%s is written from the right: %s', (text, expected) => expect(isRightToLeft(text)).toBe(expected))

describe('the card', () => {
  test.each([
    ['Since July 2004, as amended in 2016, last amended in September 2022', 2],
    ['Since 2004', 1],
    ['Закон '.repeat(80), 4],
    ['W'.repeat(400), 4],
  ])('%s is well-formed and stays in its frame', (statement, most) => {
    const svg = drawCard({ ...card, statement, title: 'Title '.repeat(200) }).text
    expect(XMLValidator.validate(svg)).toBe(true)
    const { svg: root } = new XMLParser({ ignoreAttributes: false }).parse(svg)
    expect(Number(root['@_width'])).toBe(cardSize.width)
    const heads = root.text
      .filter((one: Record<string, string>) => one['@_font-weight'] === '600' && one['@_fill'] === '#1d1c1a')
      .slice(0, -1)
    expect(heads.length).toBeLessThanOrEqual(most)
    for (const one of root.text) {
      expect(Number(one['@_y'])).toBeLessThanOrEqual(600)
      if (one['@_fill'] === '#5d5a53' && Number(one['@_font-size']) === 30) expect(Number(one['@_y'])).toBeLessThan(535)
    }
  })
  test('writes markup as text', () => {
    const svg = drawCard({ ...card, title: '<script>alert("1")</script> & \u0000' }).text
    expect(svg).toContain('&lt;script&gt;')
    expect(XMLValidator.validate(svg)).toBe(true)
  })
})
