// Counts failures by key in PostgreSQL, so that a restart or a second process forgets none. What is counted, its callers say.
import { createHash } from 'node:crypto'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { deskPool } from './db.ts'

export type Throttle = {
  /** Seconds until the key may try again; 0 when it may now. */
  wait: (key: string) => Promise<number>
  /** Counts one failure. */
  fail: (key: string) => Promise<void>
  /** Forgets the failures of a key. */
  reset: (key: string) => Promise<void>
}

/** Allows `points` failures per key within `seconds`; the next one blocks the key until they have passed. Keys are stored hashed. */
export function throttle(name: string, points: number, seconds: number): Throttle {
  const limiter = new RateLimiterPostgres({
    storeClient: deskPool(),
    tableName: 'sign_in_throttle',
    tableCreated: true,
    keyPrefix: name,
    points,
    duration: seconds,
    blockDuration: seconds,
    clearExpiredByTimeout: false,
  })
  const stored = (key: string) => createHash('sha256').update(key).digest('hex')
  return {
    wait: async (key) => {
      const state = await limiter.get(stored(key))
      return state !== null && state.consumedPoints >= points ? Math.ceil(state.msBeforeNext / 1000) : 0
    },
    fail: async (key) => {
      await limiter.consume(stored(key)).catch((refusal) => {
        if (!(refusal instanceof RateLimiterRes)) throw refusal
      })
    },
    reset: async (key) => {
      await limiter.delete(stored(key))
    },
  }
}
