// What somebody typed to search, word by word: which may be cut short, which misspelt, and what was found of them in a text. It reads no data.
import { isActRef } from '#lib/acts/act.ts'

const letters = /^\p{L}[\p{L}\p{M}]*$/u

/** The last word and what stands before it, when that word may be the beginning of a longer one; null inside quotation marks or after a minus. */
export function unfinished(q: string): { before: string; last: string } | null {
  if ((q.match(/"/g) ?? []).length % 2 === 1) return null
  const at = q.search(/\S+$/u)
  const last = q.slice(at)
  if (at < 0 || [...last].length < 3 || !letters.test(last) || /^(or|and)$/iu.test(last)) return null
  return { before: q.slice(0, at).trim(), last }
}

/** The words that may be misspelt: at most eight, of four letters or more, outside quotation marks. */
export function spelledWords(q: string): string[] {
  const words = q.replace(/"[^"]*"/g, ' ').match(/\p{L}[\p{L}\p{M}]{3,39}/gu) ?? []
  return [...new Set(words)].slice(0, 8)
}

/** What a word is when one letter too many was typed, or two in the wrong order. */
export function slips(word: string): string[] {
  const chars = [...word]
  const without = chars.map((_, at) => chars.toSpliced(at, 1).join(''))
  const turned = chars.slice(1).map((char, at) => chars.toSpliced(at, 2, char, chars[at] ?? '').join(''))
  return [...new Set([...without, ...turned])].filter((one) => one !== word)
}

/** How many letters differ, one turned pair counted as one (optimal string alignment). */
export function distance(a: string, b: string): number {
  const [x, y] = [[...a], [...b]]
  let [before, above]: number[][] = [[], Array.from({ length: y.length + 1 }, (_, at) => at)]
  for (let row = 1; row <= x.length; row++) {
    const here = [row]
    for (let column = 1; column <= y.length; column++) {
      const same = x[row - 1] === y[column - 1]
      const least = Math.min((above?.[column] ?? 0) + 1, (here[column - 1] ?? 0) + 1, (above?.[column - 1] ?? 0) + (same ? 0 : 1))
      const turned = row > 1 && column > 1 && x[row - 1] === y[column - 2] && x[row - 2] === y[column - 1]
      here.push(turned ? Math.min(least, (before?.[column - 2] ?? 0) + 1) : least)
    }
    ;[before, above] = [above, here]
  }
  return above?.[y.length] ?? 0
}

/** A word of the published texts; `key` is the same in Latin letters. */
export type KnownWord = { word: string; key: string }

/** The known word that a misspelt one most likely is; null when none is near: one letter in a short word, two in one of six and more, three from eleven on. */
export function nearest(key: string, known: readonly KnownWord[]): string | null {
  const most = key.length < 6 ? 1 : key.length < 11 ? 2 : 3
  const ranked = known
    .map((one) => ({ ...one, far: distance(key, one.key) }))
    .filter(({ far }) => far <= most)
    .sort((a, b) => a.far - b.far || Number(b.key[0] === key[0]) - Number(a.key[0] === key[0]) || (a.word < b.word ? -1 : 1))
  return ranked[0]?.word ?? null
}

/** `q` with words replaced by others, everything else as it was typed. */
export function withWords(q: string, others: ReadonlyMap<string, string>): string {
  return q.replace(/\p{L}[\p{L}\p{M}]*/gu, (word) => others.get(word) ?? word)
}

/** The ref of a measure or an act, when that is all that was typed. */
export function refIn(q: string): { ref: string } | { actRef: string } | null {
  const given = q.trim().toUpperCase()
  if (isActRef(given)) return { actRef: given }
  return /^[A-Z]{2}-\d{1,9}$/.test(given) ? { ref: given.replace(/\d+$/, (digits) => digits.padStart(4, '0')) } : null
}

/** Where PostgreSQL begins and ends what it found; private characters, so that no text is taken for markup. */
export const marks = { begin: '\u{e000}', end: '\u{e001}' } as const

/** A text in runs, those that were found apart from those that stand around them. */
export function runsOf(text: string): { text: string; found: boolean }[] {
  const runs: { text: string; found: boolean }[] = []
  for (const piece of text.split(marks.begin)) {
    const [inside, outside] = piece.includes(marks.end)
      ? [piece.slice(0, piece.indexOf(marks.end)), piece.slice(piece.indexOf(marks.end) + 1)]
      : ['', piece]
    if (inside !== '') runs.push({ text: inside, found: true })
    if (outside !== '') runs.push({ text: outside.replaceAll(marks.end, ''), found: false })
  }
  return runs
}

/** Whether anything was found in a text. */
export const hasFound = (text: string): boolean => text.includes(marks.begin)
