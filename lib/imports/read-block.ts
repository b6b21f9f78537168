// One measure of a page, from its economy to its coverage. Whatever is missing or not understood becomes a problem with its line; nothing is made up.
import { type Basis, type Content, content as contentSchema, emptyContent } from '#lib/measures/content.ts'
import { resolveEconomy } from '#lib/taxonomy/economy.ts'
import { resolvePillar, resolveSubPillar, type TaxonomyNames } from '#lib/taxonomy/pillar.ts'
import { toMarkdown } from './description.ts'
import type { Block } from './page-blocks.ts'
import { coverageOf, type Line, quoted } from './page-lines.ts'
import { type PillarLine, readPillarLine } from './pillar-line.ts'
import { looksLikeStatement, readBasis } from './read-statement.ts'
import { readTitles } from './read-titles.ts'

/** What is wrong, for an editor, about the lines from `line` to `lastLine`, counted from 1. */
export type ReadProblem = { line: number; lastLine: number; message: string }

/** A measure as read. `economyCode` is null when no known economy is named; `sourceText` is its lines verbatim. With problems, the content is what was understood. */
export type ReadItem = {
  line: number
  lastLine: number
  economyCode: string | null
  sourceText: string
  content: Content
  problems: ReadProblem[]
}

type Report = (index: number, message: string) => void

const mostBases = 100

export function readBlock(lines: readonly Line[], block: Block, names: TaxonomyNames): ReadItem {
  const problems: ReadProblem[] = []
  const report: Report = (index, message) => problems.push({ line: index + 1, lastLine: index + 1, message })
  const { first, last } = block
  const head = readHead(lines, block, report)
  const economy = block.economy ? resolveEconomy(names.economies, lines[first]?.text ?? '') : null
  const subPillar = head.place ? readPlace(head.place, names, (message) => report(head.placeIndex, message)) : ''
  if (!head.place) report(first, 'The pillar line is missing: “Pillar …  |  Sub-pillar …”.')

  const end = block.coverage < 0 ? last + 1 : block.coverage
  const { titles, rest } = readTitles(lines, head.body, end, head.statements.length, report)
  const bases: Basis[] = head.statements.slice(0, mostBases).map((index, position) => {
    const title = lines[titles[position] ?? -1]?.text ?? ''
    const { basis, problems } = readBasis(`b${position + 1}`, lines[index]?.text ?? '', title, subPillar)
    for (const message of problems) report(index, message)
    return basis
  })
  if (head.statements.length === 0) {
    report(first, 'There is no statement: a line such as “Since July 2004, last amended in 2022” or “N/A”.')
    bases.push({ id: 'b1', kind: 'act', title: lines[titles[0] ?? -1]?.text ?? '', url: '', events: [] })
  }
  if (head.statements.length > mostBases) report(first, `More than ${mostBases} statements: a measure has at most ${mostBases}.`)

  const description = toMarkdown(lines.slice(rest, end).map(({ text }) => text))
  if (titles.length > 0 && description === '') report(titles.at(-1) ?? first, 'There is no description below the title.')
  const coverage = block.coverage < 0 ? '' : coverageOf(lines[block.coverage]?.text ?? '')
  if (block.coverage < 0) report(last, 'The measure ends without its coverage line: “Coverage …”.')
  else if (coverage === '') report(block.coverage, 'The coverage line says nothing.')

  for (let index = first; index <= last; index++) {
    const character = lines[index]?.noText
    if (character) report(index, `The line contains a character that is no text (${character}).`)
  }
  const content = { ...emptyContent, subPillar, bases, description, coverage }
  for (const { path, message } of contentSchema.safeParse(content).error?.issues ?? []) {
    const [field, position, of] = path
    const base = typeof position === 'number' ? position : -1
    const index = { bases: of === 'title' ? titles[base] : head.statements[base], description: rest, coverage: block.coverage }[
      String(field)
    ]
    report(index ?? first, `${message}.`)
  }
  return {
    line: first + 1,
    lastLine: last + 1,
    economyCode: economy?.code ?? null,
    sourceText: lines
      .slice(first, last + 1)
      .map(({ raw }) => raw)
      .join('\n'),
    content,
    problems: problems.sort((a, b) => a.line - b.line),
  }
}

type Head = { statements: number[]; place: PillarLine | null; placeIndex: number; body: number }

/** The statements and the pillar line. Without a pillar line, the statements are the lines that can be nothing else. */
function readHead(lines: readonly Line[], { first, last, economy, pillar }: Block, report: Report): Head {
  const statements: number[] = []
  let at = first + 1
  if (!economy) {
    const text = lines[first]?.text ?? ''
    const isName = first !== pillar && !looksLikeStatement(text)
    report(first, isName ? `${quoted(text)} is not the name of an economy.` : 'There is no name of an economy above this measure.')
    if (!isName) at = first
  }
  for (; at <= last && at !== pillar; at++) {
    const { kind, text } = lines[at] as Line
    if (kind === 'blank') continue
    if (pillar < 0 && !looksLikeStatement(text)) break
    statements.push(at)
  }
  const place = at <= last ? readPillarLine(lines[at]?.text ?? '') : null
  if (!place) return { statements, place, placeIndex: first, body: at }
  if (place.subPillar === '') {
    let next = at + 1
    while (lines[next]?.kind === 'blank') next++
    const second = next <= last ? readPillarLine(lines[next]?.text ?? '') : null
    if (second && second.pillar === '')
      return { statements, place: { ...place, subPillar: second.subPillar }, placeIndex: at, body: next + 1 }
  }
  return { statements, place, placeIndex: at, body: at + 1 }
}

/** The code of the sub-pillar; '' and a problem for a name that the taxonomy does not have. */
function readPlace(place: PillarLine, names: TaxonomyNames, report: (message: string) => void): string {
  if (place.pillar === '') report('The pillar line names no pillar.')
  if (place.subPillar === '') report('The pillar line names no sub-pillar.')
  if (place.pillar === '') return ''
  const pillar = resolvePillar(names, place.pillar)
  if (!pillar) report(`${quoted(place.pillar)} is not a pillar of the taxonomy.`)
  if (!pillar || place.subPillar === '') return ''
  const subPillar = resolveSubPillar(pillar, place.subPillar)
  if (!subPillar) report(`${quoted(place.subPillar)} is not a sub-pillar of “${pillar.name}”.`)
  return subPillar?.code ?? ''
}
