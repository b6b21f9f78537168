// What a server action answers: the four expected errors translated once for forms; anything else is logged and shown as an apology with its id.
import { randomUUID } from 'node:crypto'
import { Invalid, type Issue, NotAllowed, NotFound, Stale } from './errors.ts'
import { log } from './log.ts'

/** Why a form was not taken. `message` is a sentence for the person. */
export type Refusal = {
  ok: false
  kind: 'invalid' | 'stale' | 'not allowed' | 'not found' | 'signed out' | 'failed'
  message: string
  issues?: Issue[]
  changed?: Record<string, unknown>
}

export const signedOut: Refusal = {
  ok: false,
  kind: 'signed out',
  message: 'You are not signed in any more. Sign in again; what you typed stays here.',
}

/** Runs a command for a form and answers with its result or the refusal. */
export async function answer<T extends object>(work: () => Promise<T>): Promise<({ ok: true } & T) | Refusal> {
  try {
    return { ok: true, ...(await work()) }
  } catch (error) {
    return refusalOf(error)
  }
}

function refusalOf(error: unknown): Refusal {
  if (error instanceof Invalid) return { ok: false, kind: 'invalid', message: error.message, issues: error.issues }
  if (error instanceof Stale) return { ok: false, kind: 'stale', message: error.message, changed: error.changed }
  if (error instanceof NotAllowed) return { ok: false, kind: 'not allowed', message: error.message }
  if (error instanceof NotFound) return { ok: false, kind: 'not found', message: error.message }
  const id = logged(error)
  return {
    ok: false,
    kind: 'failed',
    message: `Something went wrong on our side, and nothing was changed. If it happens again, tell us this id: ${id}.`,
  }
}

/** Logs what nobody expected; returns the id that the person is shown. */
export function logged(error: unknown): string {
  const id = randomUUID().slice(0, 8)
  log.error(
    { id, error: error instanceof Error ? { name: error.name, message: error.message, stack: error.stack } : String(error) },
    'unexpected error',
  )
  return id
}
