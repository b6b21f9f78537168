// What the people of a fault run do: they press the buttons of the desk over HTTP, several at a time, and write down what they were told.
import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import type { Actor } from '#lib/system/actor.ts'
import { actionBody, actionId, type FormFields } from '../server-actions.ts'
import type { Stage } from './fault.ts'

/** `done` was acknowledged; `refused` is a plain no, as to somebody who comes second; of `unknown` nobody knows what became. */
export type Answer = 'done' | 'refused' | 'unknown'

/** Sends a form of the desk as this person. A broken connection, and an answer that says that something went wrong, leave it unknown. */
export async function press(
  stage: Stage,
  who: Actor,
  action: string,
  page: string,
  fields: FormFields,
  stopped: AbortSignal,
): Promise<Answer> {
  try {
    const response = await fetch(`${stage.url}${page}`, {
      method: 'POST',
      headers: { cookie: stage.cookieOf(who.email), 'next-action': actionId(action), accept: 'text/x-component', origin: stage.url },
      body: actionBody(fields),
      redirect: 'manual',
      signal: AbortSignal.any([stopped, AbortSignal.timeout(10_000)]),
    })
    // The answer to a deed begins when it is done: the page that follows may be cut off.
    if (response.headers.get('x-action-redirect')) {
      await response.body?.cancel().catch(() => {})
      return 'done'
    }
    const text = await response.text()
    return /"kind":"(stale|not allowed|not found)"|"ref":"[^"]+","done":false/.test(text) ? 'refused' : 'unknown'
  } catch {
    return 'unknown'
  }
}

/** Works through a stock in two lanes; both may take the same piece, as two people may. A piece of which nobody knows what became stays. */
export async function workThrough<T>(
  stage: Stage,
  stopped: AbortSignal,
  stock: Set<T>,
  step: (piece: T, lane: number) => Promise<Answer>,
): Promise<void> {
  const lane = async (number: number) => {
    while (!stopped.aborted) {
      const piece = [...stock][Math.floor(stage.random() * stock.size)]
      const answer = piece === undefined ? 'unknown' : await step(piece, number)
      if (answer === 'unknown') await pause(20)
      else if (piece !== undefined) stock.delete(piece)
    }
  }
  await Promise.all([lane(0), lane(1)])
}

/** A minute that lies ahead, by the clocks of Greenwich: the next but one in a long run, else so far that it never comes. */
export function minuteAhead({ long }: Stage): { local: string; zone: string } {
  return { local: new Date(Date.now() + (long ? 90_000 : 7_200_000)).toISOString().slice(0, 16), zone: 'UTC' }
}

/** Whether all that fell due is done, in a long run also what will within the next minutes. */
export async function nothingIsDue(owner: pg.Client, { long }: Stage): Promise<boolean> {
  const soon = long ? '3 minutes' : '0'
  const { rowCount } = await owner.query(`SELECT FROM schedule WHERE state = 'waiting' AND due_at < now() + $1::interval`, [soon])
  return rowCount === 0
}

/** The digest that stands: what the page showed to whoever decides. */
export async function digestOf({ ref, version }: { ref: string; version: number }): Promise<string> {
  const { loadVersion } = await import('#lib/measures/queries.ts')
  const { deskDb } = await import('#lib/system/db.ts')
  return (await loadVersion(deskDb(), ref, version)).head.digest
}
