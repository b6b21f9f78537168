// What a case of the bench is: a name, what it measures, and the contenders beside it. A file in cases/ that exports one is found by itself.
import type { Seeded } from './seed.ts'

/** Something that answers HTTP, or work that is done in a loop; `pids` are the processes whose time and memory count. */
export type Contender = {
  name: string
  /** Runs at this many connections for this many seconds. */
  run: (connections: number, seconds: number) => Promise<Run>
  pids: () => number[]
  stop?: () => Promise<void>
}
/** Microseconds; `wrong` counts answers that were no success. */
export type Run = { requests: number; seconds: number; p50: number; p99: number; wrong: number }
export type Measured = {
  contender: string
  connections: number
  perSecond: number
  p50ms: number
  p99ms: number
  cpuMicroseconds: number | null
  memoryMB: number | null
  wrong: number
}
export type Line = Measured | { contender: string; skipped: string }
/** A figure that no load makes: bytes, milliseconds of one thing, a share. */
export type Figure = { name: string; value: number | string; unit: string; target?: string }
export type Result = { case: string; about: string; lines: Line[]; figures: Figure[] }

/** Where cases run: a seeded throwaway database, a production build, and servers that are started when asked for. */
export type Stage = {
  size: number
  seconds: number
  minutes: number
  connections: number[]
  seeded: Seeded
  urls: { owner: string; app: string; public: string }
  people: { editor: string; reviewer: string }
  /** The program itself, one process, its caches as shipped unless `env` says otherwise. The same `env` is the same process. */
  program: (env?: Record<string, string>) => Promise<{ url: string; pid: number }>
  /** Ends the processes of a case: the next one begins with none, and their connections are free. */
  stopPrograms: () => Promise<void>
  postgresPids: () => number[]
  /** Measures contenders one after another at every number of connections; one that cannot run is told and skipped. */
  compare: (contenders: (() => Promise<Contender>)[]) => Promise<Line[]>
}
export type Case = { name: string; about: string; run: (stage: Stage) => Promise<{ lines?: Line[]; figures?: Figure[] }> }

/** A contender that this machine cannot run, and what would have to be installed. */
export class Missing extends Error {}
