// Of a release all or none is done: what is ready and what stands in the way, told apart. Pure, but for what the work given to it does.
import { Invalid, type Issue, NotAllowed, NotFound, Stale } from '#lib/system/errors.ts'

/**
 * Does the work for each item, by ref, so that two releases at once take turns. An item that is refused stops no other: it becomes an issue whose
 * path is its ref. What nobody expected is thrown.
 */
export async function eachOfRelease<Item extends { ref: string }, T>(
  items: readonly Item[],
  work: (item: Item) => Promise<T>,
): Promise<{ ready: T[]; issues: Issue[] }> {
  const ready: T[] = []
  const issues: Issue[] = []
  for (const item of items.toSorted((a, b) => (a.ref < b.ref ? -1 : 1))) {
    try {
      ready.push(await work(item))
    } catch (error) {
      if (!(error instanceof NotAllowed || error instanceof Stale || error instanceof NotFound)) throw error
      issues.push({ path: item.ref, message: `${item.ref}: ${error.message}` })
    }
  }
  return { ready, issues }
}

/** What is said when something of a release stands in the way of all. */
export const nothingOfRelease = (issues: readonly Issue[], done: 'published' | 'scheduled') =>
  new Invalid([...issues, { path: '', message: `Nothing of the release was ${done}.` }])

/** Throws Invalid where nothing was chosen. */
export function refuseEmptyRelease(items: readonly unknown[]): void {
  if (items.length === 0) throw new Invalid([{ path: '', message: 'Choose at least one approved version.' }])
}
