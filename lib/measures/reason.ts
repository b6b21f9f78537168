// The reason that a return, a withdrawal or a "not affected" owes. It reads no data.
import { Invalid } from '#lib/system/errors.ts'
import { isStorable, notStorable } from '#lib/system/text.ts'

/** The reason as it is kept, 1 to 5,000 characters; `wanted` says what it is for. Throws Invalid. */
export function reasonOf(given: string, wanted: string): string {
  const reason = given.trim()
  const refused =
    reason === '' ? wanted : reason.length > 5000 ? 'At most 5,000 characters.' : isStorable(reason) ? null : `${notStorable}.`
  if (refused !== null) throw new Invalid([{ path: 'reason', message: refused }])
  return reason
}
