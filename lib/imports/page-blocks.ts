// Where each measure of a page begins and ends. Damage in one measure never takes its neighbours along, and every line is in a block, a stray or the frame.
import type { Line } from './page-lines.ts'
import { looksLikeStatement } from './read-statement.ts'

/** Line indexes, both included. `economy` says whether the first line is an economy's name; the others are -1 where there is none. */
export type Block = { first: number; last: number; economy: boolean; pillar: number; coverage: number }

/** Lines outside any measure. */
export type Stray = { first: number; last: number }

const mostHeadLines = 8

/**
 * A block begins at the name of an economy and ends at the coverage line that a blank line, a block or the end of the text follows. Where
 * the coverage is missing, the name of an economy begins the next block if a statement or a pillar follows it, or if it stands alone in
 * capitals: a list of countries inside a description is neither. Where the name is missing, a pillar line begins a block together with
 * the statements above it. One pass; every look ahead or back ends at a line that no other look passes.
 */
export function blocksOf(lines: readonly Line[]): { blocks: Block[]; strays: Stray[]; frame: number[] } {
  const blocks: Block[] = []
  const strays: Stray[] = []
  const frame: number[] = []
  let open: Block | null = null
  let stray: (Stray & { lines: number }) | null = null

  const close = (last: number) => {
    if (open) blocks.push({ ...open, last })
    open = null
  }
  const flush = (last: number) => {
    if (stray && stray.first <= last) strays.push({ first: stray.first, last: lastText(lines, last) })
    stray = null
  }

  lines.forEach(({ kind }, index) => {
    if (kind === 'blank') return
    if (kind === 'economy' && (!open || beginsBlock(lines, index))) {
      flush(index - 1)
      close(lastText(lines, index - 1))
      open = { first: index, last: index, economy: true, pillar: -1, coverage: -1 }
    } else if (kind === 'pillar' && (!open || open.pillar >= 0)) {
      const floor: number = open ? open.pillar + 1 : (stray?.first ?? index)
      const first: number = stray && stray.lines <= mostHeadLines ? stray.first : headOf(lines, index, floor)
      flush(first - 1)
      close(lastText(lines, first - 1))
      open = { first, last: index, economy: false, pillar: index, coverage: -1 }
    } else if (!open) {
      if (kind === 'frame') frame.push(index)
      else stray = { first: stray?.first ?? index, last: index, lines: (stray?.lines ?? 0) + 1 }
    } else if (kind === 'pillar') open.pillar = index
    else if (kind === 'coverage' && endsBlock(lines[index + 1])) {
      open.coverage = index
      close(index)
    }
  })
  const last = lastText(lines, lines.length - 1)
  flush(last)
  close(last)
  return { blocks, strays, frame }
}

const endsBlock = (next: Line | undefined): boolean => !next || next.kind === 'blank' || next.kind === 'economy'

/** Whether the name of an economy inside an unfinished block begins the next one. */
function beginsBlock(lines: readonly Line[], index: number): boolean {
  let next = index + 1
  while (lines[next]?.kind === 'blank') next++
  const follower = lines[next]
  if (follower && (follower.kind === 'pillar' || looksLikeStatement(follower.text))) return true
  const text = lines[index]?.text ?? ''
  return text === text.toUpperCase() && isBlank(lines[index - 1]) && isBlank(lines[index + 1])
}

/** The first of the lines above a pillar line that belong to it: statements, and above them a name alone in capitals. */
function headOf(lines: readonly Line[], pillar: number, floor: number): number {
  let first = pillar
  let at = pillar - 1
  for (; at >= floor; at--) {
    const line = lines[at]
    if (isBlank(line)) continue
    if (!line || !looksLikeStatement(line.text)) break
    first = at
  }
  const above = at >= floor ? (lines[at]?.text ?? '') : ''
  const isName = above !== '' && above.length <= 60 && above === above.toUpperCase() && /\p{L}/u.test(above) && isBlank(lines[at + 1])
  return isName ? at : first
}

const isBlank = (line: Line | undefined): boolean => !line || line.kind === 'blank'

/** The last line up to `index` that is not blank. */
function lastText(lines: readonly Line[], index: number): number {
  let last = index
  while (last > 0 && isBlank(lines[last])) last--
  return last
}
