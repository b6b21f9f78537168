// What a case of the fault run is: work that goes on while the program, its worker and PostgreSQL are killed, and the books that must be right afterwards. A file in cases/ that exports one is found by itself.
import type pg from 'pg'
import type { Actor } from '#lib/system/actor.ts'

export type Stage = {
  /** Where the program answers, when it does. */
  url: string
  people: Record<'editor' | 'editor2' | 'reviewer' | 'reviewer2' | 'administrator' | 'administrator2', Actor>
  /** The header that signs somebody in. */
  cookieOf: (email: string) => string
  /** From 0 to 1, by the seed of the run. */
  random: () => number
  /** A run of many rounds: what is put on the schedule falls due in it. */
  long: boolean
}

export type Books = {
  /** Before each round, while nothing is killed: makes what the people of the round work on, by the commands. */
  prepare?: () => Promise<void>
  /** Works over HTTP until it is told to stop; what fails because something was killed is no error, and what was acknowledged is written down. */
  work: (stopped: AbortSignal) => Promise<void>
  /** How much was acknowledged so far. */
  acknowledged: () => number
  /** After the last kill: whether what was due is done. The program runs until then. */
  settled?: (owner: pg.Client) => Promise<boolean>
  /** What was acknowledged and is not there, as sentences; none is as it should be. */
  check: (owner: pg.Client) => Promise<string[]>
}

export type Fault = { name: string; about: string; begin: (stage: Stage) => Promise<Books> }
