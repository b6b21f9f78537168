// An act of the register: what it is called, what it belongs to, in which language and direction its title runs, and how alike two titles are. It reads no data.
import type { LegalEvent } from '#lib/timeline/legal-event.ts'

/** `ACT-0001`, upper case, as it is stored. */
export const isActRef = (text: string): boolean => /^ACT-\d{4,9}$/.test(text)

export const actKinds = [
  'law',
  'code',
  'decree',
  'order',
  'regulation',
  'directive',
  'decision',
  'resolution',
  'treaty',
  'guideline',
] as const
export type ActKind = (typeof actKinds)[number]

/** An event of an act with where it is written. */
export type ActEvent = LegalEvent & { sourceTitle: string; sourceUrl: string }

/** The languages that the form offers; any other BCP 47 tag can be typed. */
export const commonLanguages = [
  'ar',
  'de',
  'es',
  'fa',
  'fr',
  'he',
  'hy',
  'id',
  'it',
  'ja',
  'kk',
  'ko',
  'ky',
  'pt',
  'ru',
  'th',
  'tr',
  'uk',
  'uz',
  'vi',
  'zh',
] as const

const rightToLeft = new Set(['Arab', 'Hebr', 'Thaa', 'Syrc', 'Nkoo', 'Adlm', 'Rohg', 'Aran'])

/** Whether the text is a language tag that a browser knows what to do with. */
export function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag)[0] === tag
  } catch {
    return false
  }
}

/** The direction in which a language is written, by the script that it is usually or, with a script in its tag, certainly written in. */
export function directionOf(tag: string): 'ltr' | 'rtl' {
  return isLanguageTag(tag) && rightToLeft.has(new Intl.Locale(tag).maximize().script ?? '') ? 'rtl' : 'ltr'
}

const languageNames = new Intl.DisplayNames('en', { type: 'language' })

/** The English name of a language: `kk` is Kazakh. */
export const languageName = (tag: string): string => (isLanguageTag(tag) ? (languageNames.of(tag) ?? tag) : tag)

/** Whether an act with such an owner speaks for measures of an economy: it is the economy's, or that of a union to which it belongs. */
export const belongsTo = (act: { economy: string; union: string }, economy: string, unions: readonly string[]): boolean =>
  act.economy === economy || (act.union !== '' && unions.includes(act.union))

const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []

/** The pieces of three letters of every word, its ends marked: what two spellings of one title share, in any script. */
export function gramsOf(text: string): string[] {
  const grams = wordsOf(text).flatMap((word) => {
    const marked = ` ${word} `
    return Array.from({ length: Math.max(1, marked.length - 2) }, (_, index) => marked.slice(index, index + 3))
  })
  return [...new Set(grams)]
}

/** How much of the shorter of two titles stands in the longer one: 0 nothing, 1 all of it. Titles of one word are alike only when equal. */
export function likeness(a: string, b: string): number {
  const [x, y] = [new Set(gramsOf(a)), new Set(gramsOf(b))]
  const [short, long] = x.size <= y.size ? [x, y] : [y, x]
  if (short.size === 0) return 0
  const common = [...short].filter((gram) => long.has(gram)).length
  return common / (0.7 * short.size + 0.3 * long.size)
}

/** Whether a title names a number, as a person would find it: `No. 94-V` names `94-V` and not `4-V`. */
export function namesNumber(text: string, number: string): boolean {
  const wanted = wordsOf(number.replace(/^\s*(no|nr|№|n°|num)[.\s]*/iu, ''))
  if (wanted.length === 0 || !wanted.some((word) => /\p{N}/u.test(word))) return false
  const words = wordsOf(text)
  return words.some((_, start) => wanted.every((word, index) => words[start + index] === word))
}

export type Asked = { title: string; number: string }
type Titled = { title: string; originalTitle: string; number: string }

/** How likely an act is the one that is asked for, from 0 to 1, and why, as the end of a sentence; null when nothing speaks for it. */
export function likelihood(act: Titled, asked: Asked): { score: number; why: string } | null {
  const sameNumber = act.number !== '' && (namesNumber(asked.title, act.number) || namesNumber(asked.number, act.number))
  const otherNumber = !sameNumber && act.number !== '' && asked.number !== ''
  const alike = Math.max(likeness(act.title, asked.title), act.originalTitle === '' ? 0 : likeness(act.originalTitle, asked.title))
  if (sameNumber && alike >= 0.3) return { score: 1, why: `the same number, ${act.number}, and a similar title` }
  if (sameNumber) return { score: 0.7, why: `the same number, ${act.number}` }
  if (alike >= 0.97 && !otherNumber) return { score: 0.95, why: 'the same title' }
  if (alike >= 0.6 && !otherNumber) return { score: Math.round(alike * 90) / 100, why: 'a similar title' }
  return null
}

/** An act as a basis takes it over: without the sources of its events, which stay in the register. */
export const registerEntry = (act: { ref: string; title: string; url: string; events: readonly ActEvent[] }) => ({
  ...{ ref: act.ref, title: act.title, url: act.url },
  events: act.events.map(({ kind, date, latest }): LegalEvent => (latest ? { kind, date, latest } : { kind, date })),
})
