'use client'
// Sends a text to be saved. Only an answer that says so, from our own server, counts as saved: an error page, a redirect or silence does not.
import { unstable_isUnrecognizedActionError as isUnknownAction } from 'next/navigation'
import type { Failure, SaveInput, SaveResult } from './protocol.ts'

const PATIENCE = 30_000

export async function postSave(measureRef: string, input: SaveInput): Promise<SaveResult> {
  try {
    const response = await fetch(`/desk/measures/${measureRef}/save`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(input),
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE),
    })
    const said: Partial<SaveResult> | null = await response.json().catch(() => null)
    if (said?.ok === true && response.ok && Number.isInteger(said.revision) && typeof said.savedAt === 'string') return said as SaveResult
    if (said?.ok === false && typeof said.kind === 'string') return said as Failure
    return { ok: false, kind: 'failed', message: `the server gave no answer that can be read (${response.status}).` }
  } catch {
    return unreachable()
  }
}

/** Any answer that never came: the server may be down, or the network. */
const unreachable = (): Failure => ({ ok: false, kind: 'unreachable', message: 'the server could not be reached.' })

/** Why an action of the page gave no answer: a program that was updated since no longer knows the actions of the old one. */
export const noAnswer = (error: unknown): Failure =>
  isUnknownAction(error)
    ? { ok: false, kind: 'updated', message: 'the program was updated since you opened this page. Reload it and go on.' }
    : unreachable()
