// Counts attempts by key in PostgreSQL, so that a restart or a second process forgets none. What is counted, its callers say.
import { createHash } from 'node:crypto'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { deskPool } from './db.ts'

export type Throttle = {
  /** Counts one attempt, before it is made: those of the same instant count too. Seconds until the key may try; 0 when it may now. */
  take: (key: string) => Promise<number>
  /** Uncounts one attempt of a key: it was no failure. */
  giveBack: (key: string) => Promise<void>
  /** Forgets the attempts of a key. */
  reset: (key: string) => Promise<void>
}

/** Allows `points` attempts per key within `seconds`; the next one blocks the key until they have passed. Keys are stored hashed. */
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
    take: async (key) => {
      try {
        await limiter.consume(stored(key))
        return 0
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal
        return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000))
      }
    },
    giveBack: async (key) => {
      await limiter.reward(stored(key))
    },
    reset: async (key) => {
      await limiter.delete(stored(key))
    },
  }
}
