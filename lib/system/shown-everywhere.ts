// When a person may be told that something is published. It publishes nothing itself.
import { setTimeout as pause } from 'node:timers/promises'
import { env } from './env.ts'

/**
 * Returns when nobody is shown the text of before any more. This program's processes ask for the edition before each answer and need no
 * waiting; a proxy that keeps answers lets go of them at the end of the second in which they were asked for.
 */
export async function shownEverywhere(): Promise<void> {
  if (env.proxyCache) await pause(1000)
}
