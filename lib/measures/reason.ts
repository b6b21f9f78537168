// The reason that a return, a withdrawal or a "not affected" owes. It reads no data.
import { Invalid, type Issue } from '#lib/system/errors.ts'
import { isStorable, notStorable } from '#lib/system/text.ts'

/** What is wrong with a reason of which 1 to 5,000 characters are kept, to be named with other issues; `wanted` says what it is for. */
export function issuesOfReason(given: string, wanted: string): Issue[] {
  const reason = given.trim()
  const refused =
    reason === '' ? wanted : reason.length > 5000 ? 'At most 5,000 characters.' : isStorable(reason) ? null : `${notStorable}.`
  return refused === null ? [] : [{ path: 'reason', message: refused }]
}

/** The reason as it is kept. Throws Invalid. */
export function reasonOf(given: string, wanted: string): string {
  const issues = issuesOfReason(given, wanted)
  if (issues.length > 0) throw new Invalid(issues)
  return given.trim()
}
