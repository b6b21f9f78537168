// Where the titles of a measure stop and its description begins: only the number of statements tells. Any sign that the two disagree is reported.
import { type Line, quoted } from './page-lines.ts'

/** Indexes of the title lines, and of the first line after them. */
export type Titles = { titles: number[]; rest: number }

/**
 * Takes one title line for each statement (one if there is none) from the lines `start` to `end` (not included). Titles are separated by
 * blank lines, and the description follows the last one directly. So these are problems: a title that no blank line follows although
 * another title is due, no line left for a title, a blank line after the last title (a statement is missing, or a title too many), and a
 * last title that reads like a description (the title itself is missing).
 */
export function readTitles(
  lines: readonly Line[],
  start: number,
  end: number,
  statements: number,
  report: (index: number, message: string) => void,
): Titles {
  const wanted = Math.max(1, statements)
  const titles: number[] = []
  let at = start
  while (titles.length < wanted) {
    while (at < end && lines[at]?.kind === 'blank') at++
    const before = titles.at(-1)
    const joined = before !== undefined && at === before + 1
    if (at >= end || joined) {
      const found = titles.length === 0 ? 'no title' : titles.length === 1 ? 'one title' : `${titles.length} titles`
      const why = joined ? ', because no blank line follows it' : ''
      report(
        before ?? Math.max(start - 1, 0),
        `There ${found === 'no title' || titles.length === 1 ? 'is' : 'are'} ${found} for ${counted(statements)}${why}.`,
      )
      return { titles, rest: at }
    }
    titles.push(at++)
  }
  const last = titles.at(-1) ?? start
  const followed = lines.slice(at, end).some(({ kind }) => kind !== 'blank')
  if (followed && lines[at]?.kind === 'blank')
    report(last, `A blank line follows the title, as if another title were to come, but there is only ${counted(statements)}.`)
  else if (followed && isProse(lines[last]?.text ?? ''))
    report(last, `${quoted(lines[last]?.text ?? '')} reads like a description: is the title above it missing?`)
  return { titles, rest: at }
}

const counted = (statements: number): string => (statements === 1 ? 'one statement' : `${statements || 'no'} statements`)

/** Two sentences and more, a colon at the end, or a very long sentence with a full stop. Abbreviations such as “No. 5” and “Art. 7” end none. */
function isProse(title: string): boolean {
  if (title.endsWith(':')) return true
  const sentences = title.slice(0, 2000).split(/(?<=[\p{Ll})”"]{4})[.?!] (?=\p{Lu})/u).length
  return sentences > 2 || (title.length > 250 && /[.?!][”"’]?$/u.test(title))
}
