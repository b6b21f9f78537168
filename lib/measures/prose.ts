// Two texts word by word. However long they are and however much differs, it is done in a fraction of a second. It reads no data and no clock.
import { diffArrays, diffWordsWithSpace } from 'diff'

/** A run of prose: kept, added or removed. */
export type ProseRun = { kind: 'same' | 'added' | 'removed'; text: string }

// The comparison of words costs the square of their edits. Past these many, sentences are paired first and words are compared inside the pairs.
const FEW_EDITS = 500
const EDITS_IN_A_PAIR = 400
const EDITS_OF_SENTENCES = 800
/** Sentences are looked for this far from where they stood. */
const BAND = 40
/** Two sentences that share this much of their words are one, rewritten. */
const ALIKE = 0.4

/** Two texts word by word. */
export function compareProse(before: string, after: string): ProseRun[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }]
  return readable(byWord(before, after, FEW_EDITS) ?? bySentence(before, after))
}

/** The words of two texts compared; null when they differ in more than so many. */
function byWord(before: string, after: string, most: number): ProseRun[] | null {
  const parts = diffWordsWithSpace(before, after, { maxEditLength: most })
  return parts ? parts.map((part) => ({ kind: part.added ? 'added' : part.removed ? 'removed' : 'same', text: part.value })) : null
}

const whole = (removed: string, added: string): ProseRun[] =>
  [{ kind: 'removed', text: removed } as const, { kind: 'added', text: added } as const].filter(({ text }) => text !== '')

/** Sentences and line ends, which together are the text. */
const sentencesOf = (text: string): string[] => text.match(/[^.!?;\n]*(?:[.!?;]+\s*|\n+|$)/gu)?.filter((part) => part !== '') ?? []

function bySentence(before: string, after: string): ProseRun[] {
  const parts = diffArrays(sentencesOf(before), sentencesOf(after), { maxEditLength: EDITS_OF_SENTENCES })
  if (!parts) return rewritten(sentencesOf(before), sentencesOf(after))
  const runs: ProseRun[] = []
  let removed: string[] = []
  let added: string[] = []
  const flush = () => {
    runs.push(...rewritten(removed, added))
    removed = []
    added = []
  }
  for (const part of parts) {
    if (part.removed) removed.push(...part.value)
    else if (part.added) added.push(...part.value)
    else {
      flush()
      runs.push({ kind: 'same', text: part.value.join('') })
    }
  }
  flush()
  return runs
}

/** Sentences that stand for others: each is compared with the one that it was rewritten from, if there is one. */
function rewritten(removed: readonly string[], added: readonly string[]): ProseRun[] {
  const runs: ProseRun[] = []
  let [i, j] = [0, 0]
  for (const [from, to] of pairs(removed, added)) {
    runs.push(...whole(removed.slice(i, from).join(''), added.slice(j, to).join('')))
    const [was, is] = [removed[from] ?? '', added[to] ?? '']
    runs.push(...(byWord(was, is, EDITS_IN_A_PAIR) ?? whole(was, is)))
    ;[i, j] = [from + 1, to + 1]
  }
  return [...runs, ...whole(removed.slice(i).join(''), added.slice(j).join(''))]
}

/** Which sentence was rewritten to which, in their order: the pairs that share most words in all. */
function pairs(removed: readonly string[], added: readonly string[]): [number, number][] {
  const [was, is] = [removed, added].map((list) => list.map((text) => new Set(text.match(/\w+/gu) ?? [])))
  if (!was?.length || !is?.length) return []
  const width = is.length + 1
  const best = new Float64Array((was.length + 1) * width)
  const slope = is.length / was.length
  for (let i = was.length - 1; i >= 0; i--) {
    const middle = Math.round(i * slope)
    for (let j = is.length - 1; j >= 0; j--) {
      const near = Math.abs(j - middle) <= BAND
      const share = near ? shared(was[i] as Set<string>, is[j] as Set<string>) : 0
      const paired = share >= ALIKE ? share + (best[(i + 1) * width + j + 1] ?? 0) : 0
      best[i * width + j] = Math.max(paired, best[(i + 1) * width + j] ?? 0, best[i * width + j + 1] ?? 0)
    }
  }
  const found: [number, number][] = []
  for (let i = 0, j = 0; i < was.length && j < is.length; ) {
    const here = best[i * width + j] ?? 0
    if (here === (best[(i + 1) * width + j] ?? 0)) i++
    else if (here === (best[i * width + j + 1] ?? 0)) j++
    else found.push([i++, j++])
  }
  return found
}

/** The share of the words of the richer of two sentences that are in both. */
function shared(a: Set<string>, b: Set<string>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a]
  if (small.size / Math.max(1, large.size) < ALIKE) return 0
  let count = 0
  for (const word of small) if (large.has(word)) count++
  return count / Math.max(1, large.size)
}

// A word or two that happen to stand in both texts between changes make a patchwork nobody can read: they join the change.
const shortestIsland = 3

/** Joins changes that only a few common words part, so that a rewritten passage reads as one removal and one addition. */
function readable(runs: readonly ProseRun[]): ProseRun[] {
  const joined: ProseRun[] = []
  let removed = ''
  let added = ''
  const flush = () => {
    if (removed !== '') joined.push({ kind: 'removed', text: removed })
    if (added !== '') joined.push({ kind: 'added', text: added })
    removed = ''
    added = ''
  }
  runs.forEach(({ kind, text }, index) => {
    if (kind === 'removed') removed += text
    else if (kind === 'added') added += text
    else if (
      (removed !== '' || added !== '') &&
      index < runs.length - 1 &&
      text.trim().split(/\s+/u).length < shortestIsland &&
      !text.includes('\n')
    ) {
      removed += text
      added += text
    } else {
      flush()
      joined.push({ kind, text })
    }
  })
  flush()
  return joined
}
