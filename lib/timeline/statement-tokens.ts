// The tokens of a statement: words, numbers, punctuation, each with its place in the original text. Nothing is understood or left out here.
import { invisible } from './written-date.ts'

/** `break` separates clauses (comma, bracket, bullet), `dash` may join or separate, `other` is a character that a statement has no use for. */
export type Token = { is: 'word' | 'number' | 'break' | 'dash' | 'other'; start: number; end: number; lower: string }

const breaks = String.raw`,;:.()\[\]"“”„«»'’‘•·*&`
const dashes = String.raw`\-–—−/`

const pattern = new RegExp(
  [
    `[${invisible}]+`,
    String.raw`(?<word>\p{L}[\p{L}\p{M}\p{N}'’]*)`,
    String.raw`(?<number>\d+(?:[.${dashes}]\d+)*[\p{L}\p{N}]*)`,
    `(?<break>[${breaks}])`,
    `(?<dash>[${dashes}])`,
    '(?<other>[^])',
  ].join('|'),
  'gu',
)

/** All tokens of a text in order; offsets are those of the text as given. Linear in its length. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  for (const found of text.matchAll(pattern)) {
    const is = (['word', 'number', 'break', 'dash', 'other'] as const).find((name) => found.groups?.[name] !== undefined)
    if (is) tokens.push({ is, start: found.index, end: found.index + found[0].length, lower: found[0].toLowerCase() })
  }
  return tokens
}

/** The text without what separates: blanks, punctuation and dashes at no particular place. What remains must be understood or reported. */
export function withoutSeparators(text: string): string {
  return text.replace(new RegExp(`[${invisible}${breaks}${dashes}]`, 'gu'), '')
}
