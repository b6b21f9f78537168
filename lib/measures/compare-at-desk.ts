// What differs between two contents for who writes and reviews: all that readers see, and the reasons that stay at the desk. Pure.
import { type Change, type Comparison, compareContents, nameOf } from './compare.ts'
import type { Basis, Content } from './content.ts'

/** `compareContents` and, for each basis that tells only some of the events of its act, what changed of the reason for it. */
export function compareAtDesk(before: Content, after: Content, nameOfSubPillar: (code: string) => string): Comparison {
  const told = compareContents(before, after, nameOfSubPillar)
  const changes = [...told.changes, ...compareReasons(before.bases, after.bases)]
  return { ...told, changes, same: changes.length === 0 }
}

const reasonOf = (basis: Basis | undefined): string => (basis?.kind === 'act' ? (basis.selection ?? '') : '')

function compareReasons(before: readonly Basis[], after: readonly Basis[]): Change[] {
  const old = new Map(before.map((basis) => [basis.id, basis]))
  return after.flatMap((basis): Change[] => {
    const [was, is] = [reasonOf(old.get(basis.id)), reasonOf(basis)]
    const sentence = `Why ${nameOf(basis)} tells only some of the events of its act`
    if (was === is) return []
    return was === ''
      ? [{ field: 'bases', kind: 'added', sentence: `${sentence}: ${is}` }]
      : [{ field: 'bases', kind: 'changed', sentence, before: was, after: is }]
  })
}
