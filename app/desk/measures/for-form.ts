// A refusal as the measure form understands it: with the other person's text when there is one.
import type { Failure, Theirs } from '#components/desk/measure-form/protocol.ts'
import type { Refusal } from '#lib/system/action.ts'

export function forForm(refusal: Refusal): Failure {
  if (refusal.kind === 'invalid') return { ok: false, kind: 'invalid', issues: refusal.issues ?? [] }
  if (refusal.kind === 'stale') {
    const { content, ...rest } = refusal.changed ?? {}
    const theirs = content === undefined ? null : ({ content, ...rest } as Theirs)
    return { ok: false, kind: 'stale', message: refusal.message, theirs }
  }
  return { ok: false, kind: refusal.kind, message: refusal.message }
}
