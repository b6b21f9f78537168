// What the rows of the actions share: how a call is written down, who is answered what, and what calls are about. It judges nothing.
import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { registered } from '#lib/testing/builders.ts'
import { all, type Row } from '../askers.ts'
import { actor, given, type On } from '../fixtures.ts'
import type { Call } from '../surface.ts'

export type Prepared = Call & { on?: On }
/** What an action answers to each asker; `reads` marks one that changes nothing. */
export type ActionRows = Record<string, { answers: Row<string>; reads?: true; prepare: (sql: pg.Client) => Promise<Prepared> }>

export const form = (page: string, fields: Record<string, string | number | readonly string[]>, on?: On): Prepared => ({
  page,
  form: fields,
  ...(on ? { on } : {}),
})
/** A decision on exactly the text that stands. */
export const decided = async (on: On, more = {}) =>
  form(`/desk/review/${on.ref}`, { ...on, digest: (await given.head(on)).digest, ...more }, on)

export const writes = all('done', { anonymous: 'signed out', disabled: 'signed out', foreigner: 'not allowed' })
export const reads = { ...writes, foreigner: 'done' }
export const decides: Row<string> = { ...writes, editor: 'not allowed' }

export const statement = 'Since March 2011'
export const cast = async () => ({ editor: await actor('editor'), reviewer: await actor('reviewer') })
export const act = async () => registered(await actor('editor'), 'KZ', `Law ${randomUUID()} on Post`, statement)
