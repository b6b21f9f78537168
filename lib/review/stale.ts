// Whether what a reviewer saw is still what stands: the digest on the page against the head. It reads no data.
import type { OneVersion } from '#lib/measures/queries.ts'
import { stateNames } from '#lib/measures/version.ts'
import { Stale } from '#lib/system/errors.ts'

/** What a decision names: the version, and the digest of the text that the person read. */
export type Decision = { ref: string; version: number; digest: string }

/** Throws Stale, saying what changed meanwhile, when the text is another or the state is not the one that the click was about. */
export function refuseStale(version: OneVersion, decision: Decision, expected: OneVersion['state']): void {
  const { head, state } = version
  if (head.digest !== decision.digest) {
    throw new Stale(
      `The text changed since you opened this page: ${head.authorName} saved revision ${head.number}. Read it before you decide.`,
      {
        revision: head.number,
        author: head.authorName,
        at: head.createdAt.toISOString(),
      },
    )
  }
  if (state !== expected) {
    throw new Stale(
      `Somebody was faster: version ${version.number} is ${stateNames[state].toLowerCase()} since ${version.stateChangedAt.toISOString().slice(0, 16).replace('T', ' ')} UTC.`,
      { state },
    )
  }
}
