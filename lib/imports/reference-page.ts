// The reader of the reference page format: a page of measures as text, to contents. Pure; never throws; no line is dropped and nothing is guessed.
import type { TaxonomyNames } from '#lib/taxonomy/pillar.ts'
import { blocksOf } from './page-blocks.ts'
import { linesOf, mostLines, quoted } from './page-lines.ts'
import { type ReadItem, type ReadProblem, readBlock } from './read-block.ts'

export type { ReadItem, ReadProblem }

/** `problems` are all problems in the order of lines, those of the items too; `frame` are the lines that the site prints around its measures. */
export type ReadPage = { items: ReadItem[]; problems: ReadProblem[]; frame: number[] }

/** More measures than this are read from several files. */
export const mostMeasures = 20_000

/**
 * Reads a page: the name of an economy, a blank line, one statement per basis, a blank line, `Pillar …  |  Sub-pillar …`, one title per
 * basis with a blank line between them, the lines of the description, `Coverage …`, and again. Every line that is not blank is in an item,
 * in a problem or in the frame. Time is in proportion to the length, whatever the text: lines are looked at a bounded number of times,
 * and no regular expression can backtrack over more than a bounded length.
 */
export function readReferencePage(text: string, names: TaxonomyNames): ReadPage {
  const { lines, complete } = linesOf(text, names)
  const { blocks, strays, frame } = blocksOf(lines)
  const items = blocks.slice(0, mostMeasures).map((block) => readBlock(lines, block, names))
  const problems = [
    ...items.flatMap((item) => item.problems),
    ...strays.map((stray) => strayProblem(lines[stray.first]?.text ?? '', stray)),
  ]

  const unread = blocks[mostMeasures]?.first
  if (unread !== undefined)
    problems.push({
      line: unread + 1,
      lastLine: lines.length,
      message: `Nothing is read from here on: there are more than ${mostMeasures} measures. Split the file.`,
    })
  if (!complete)
    problems.push({
      line: mostLines + 1,
      lastLine: Number.MAX_SAFE_INTEGER,
      message: `Nothing is read from here on: there are more than ${mostLines} lines. Split the file.`,
    })
  if (items.length === 0 && problems.length === 0)
    problems.push({ line: 1, lastLine: Math.max(1, lines.length), message: 'There is no measure in this text.' })
  return { items, problems: problems.sort((a, b) => a.line - b.line), frame: frame.map((index) => index + 1) }
}

function strayProblem(text: string, { first, last }: { first: number; last: number }): ReadProblem {
  const more = last > first ? ` and what follows it up to line ${last + 1} belong` : ' belongs'
  return { line: first + 1, lastLine: last + 1, message: `${quoted(text)}${more} to no measure.` }
}
