// The words of Markdown: all of them, in their order, without the marks.
import { expect, test } from 'vitest'
import { proseText } from './prose-text.ts'

test.each([
  ['**Bold** and [a link](https://example.org) and `code`.', 'Bold and a link and code.'],
  ['# Title\n\n- one\n- two\n\n> quoted', 'Title one two quoted'],
  ['| a | b |\n|---|---|\n| c | d |', 'a b c d'],
  ['<b>raw</b> stays', '<b> raw </b> stays'],
  ['', ''],
])('%s', (markdown, words) => {
  const spaced = (text: string) => text.replace(/\s+/g, ' ').trim()
  expect(spaced(proseText(markdown)).replaceAll(' ', '')).toBe(spaced(words).replaceAll(' ', ''))
})
