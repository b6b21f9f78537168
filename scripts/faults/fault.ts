// What a case of the fault run is: work that goes on while the program and PostgreSQL are killed, and the books that must be right afterwards. A file in cases/ that exports one is found by itself.
import type pg from 'pg'
import type { Actor } from '#lib/system/actor.ts'

export type Stage = {
  /** Where the program answers, when it does. */
  url: string
  people: { editor: Actor; editor2: Actor; reviewer: Actor }
  /** The header that signs somebody in. */
  cookieOf: (email: string) => Promise<string>
}

export type Books = {
  /** Works until it is told to stop; what fails because something was killed is no error, and what was acknowledged is written down. */
  work: (stopped: AbortSignal) => Promise<void>
  /** How much was acknowledged so far. */
  acknowledged: () => number
  /** What is wrong in the database, as sentences; none is as it should be. */
  check: (owner: pg.Client) => Promise<string[]>
}

export type Fault = { name: string; about: string; begin: (stage: Stage) => Promise<Books> }
