// Two texts compared word by word; changes that only blanks hold apart are told as one, so that "July 2004" changes as a whole.
import { diffWordsWithSpace } from 'diff'

export type WordRun = { key: string; kind: 'same' | 'removed' | 'added'; text: string }

export function wordChanges(before: string, after: string): WordRun[] {
  const runs: Omit<WordRun, 'key'>[] = []
  let pending = { removed: '', added: '' }
  const flush = () => {
    if (pending.removed) runs.push({ kind: 'removed', text: pending.removed })
    if (pending.added) runs.push({ kind: 'added', text: pending.added })
    pending = { removed: '', added: '' }
  }
  const parts = before ? diffWordsWithSpace(before, after) : [{ added: true, removed: false, value: after }]
  parts.forEach(({ added, removed, value }, index) => {
    const next = parts[index + 1]
    if (removed) pending.removed += value
    else if (added) pending.added += value
    else if (/^[ \t]+$/.test(value) && (pending.removed || pending.added) && next) {
      pending.removed += pending.removed ? value : ''
      pending.added += pending.added ? value : ''
      if (!pending.removed || !pending.added) flush()
    } else {
      flush()
      runs.push({ kind: 'same', text: value })
    }
  })
  flush()
  return runs.filter((run) => run.text).map((run, index) => ({ ...run, key: `${index} ${run.kind}` }))
}
