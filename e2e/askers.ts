// Everybody who may ask: nobody, somebody disabled since they signed in, an editor of another economy, and each role. It judges nothing.
import { randomUUID } from 'node:crypto'
import type { APIRequestContext } from '@playwright/test'
import { changePerson } from '#lib/accounts/commands/change-person.ts'
import { operator } from '#lib/system/actor.ts'
import { person, test } from './fixtures.ts'

export const askers = ['anonymous', 'disabled', 'foreigner', 'editor', 'reviewer', 'administrator'] as const
export type Asker = (typeof askers)[number]
/** An answer for each. */
export type Row<T> = Record<Asker, T>

/** Somebody of this spec's own: an editor of Germany alone, or one who is disabled after they signed in. */
const newcomer = async (economies: 'all' | string[] = 'all') =>
  (await person({ email: `${randomUUID()}@example.org`, role: 'editor', economies })).email

/** Tests that ask as several people: `ask` gives the requests of one, signed in by cookie. */
export const everybody = test.extend<{ ask: (asker: Asker) => Promise<APIRequestContext> }>({
  ask: async ({ as, request }, use) => {
    await use(async (asker) => {
      if (asker === 'anonymous') return request
      if (asker === 'foreigner') return (await as((await newcomer(['DE'])) as `${string}@${string}`)).request
      if (asker === 'disabled') {
        const email = (await newcomer()) as `${string}@${string}`
        const page = await as(email)
        await changePerson(operator, { email, change: { disable: true } })
        return page.request
      }
      return (await as(asker === 'administrator' ? 'admin' : asker)).request
    })
  },
})

/** One answer for all, but for those named. */
export const all = <T>(answer: T, rest: Partial<Row<T>> = {}): Row<T> => ({
  ...(Object.fromEntries(askers.map((asker) => [asker, answer])) as Row<T>),
  ...rest,
})
