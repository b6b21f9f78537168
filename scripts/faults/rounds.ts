// One round after the other: processes of the production build are started, worked with, and killed at a moment that the seed of the run draws.
import type { ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { connect } from '#prisma/connection.ts'
import { start } from '../processes.ts'
import type { Books } from './fault.ts'

/** Where it happens: the directory of PostgreSQL, its owner's address, the program's, and the file that takes what the dying say. */
export type Place = { dir: string; owner: string; url: string; log: number }
export type Victim = 'server' | 'worker' | 'PostgreSQL'

/** A process that was started and is ready. `kill` ends it as a power cut would. */
async function ready(script: string, into: number, env: Record<string, string>): Promise<{ kill: () => Promise<void> }> {
  const child: ChildProcess = start('node', [script], {
    ipc: true,
    into,
    env: { ...process.env, NODE_ENV: 'production', LOG_LEVEL: 'fatal', ...env },
  })
  const ended = new Promise<void>((done) => child.once('exit', () => done()))
  await Promise.race([
    new Promise((done) => child.once('message', done)),
    ended.then(() => {
      throw new Error(`${script} ended before it was ready.`)
    }),
  ])
  return {
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
  }
}

const serve = ({ url, log }: Place, jobs: boolean) =>
  ready('scripts/serve.ts', log, { PORT: new URL(url).port, BASE_URL: url, NEXTAUTH_URL: url, JOBS: jobs ? '1' : '0' })
const worker = ({ log }: Place) => ready('scripts/worker.ts', log, {})

/** Ends PostgreSQL without letting it finish anything; the cluster starts it again at the same address. Resolves when it answers. */
async function crash({ dir, owner }: Place): Promise<void> {
  process.kill(Number(readFileSync(join(dir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL')
  await pause(200)
  for (;;) {
    const client = await connect(owner).catch(() => null)
    if (client) return void (await client.end())
    await pause(100)
  }
}

/** Waits until somebody of this round was told that something is done. */
async function firstAnswer(books: Books[]): Promise<void> {
  const count = () => books.reduce((sum, { acknowledged }) => sum + acknowledged(), 0)
  const before = count()
  await until(() => count() > before, 15_000)
}

/** A round: the work that is due is done by the web process, by a worker alone, or by both. Returns who was killed in the middle. */
export async function playRound(place: Place, books: Books[], random: () => number): Promise<Victim> {
  const jobs = (['web', 'alone', 'both'] as const)[Math.floor(random() * 3)] ?? 'both'
  const dice = random()
  const victim: Victim = dice < 0.25 ? 'PostgreSQL' : dice < 0.5 && jobs !== 'web' ? 'worker' : 'server'
  // Now and then before the first answer, else in the middle of the work.
  const early = random() < 0.15
  const [moment, after] = [random() * 2000, random() * 1200]
  for (const { prepare } of books) await prepare?.()
  const [server, alone] = await Promise.all([serve(place, jobs !== 'alone'), jobs === 'web' ? null : worker(place)])
  const stopped = new AbortController()
  const work = Promise.all(books.map((book) => book.work(stopped.signal)))
  if (!early) await firstAnswer(books)
  await pause(moment)
  if (victim === 'PostgreSQL') await crash(place)
  if (victim === 'worker') await alone?.kill()
  if (victim !== 'server') await pause(after)
  await server.kill()
  await alone?.kill()
  stopped.abort()
  await work
  return victim
}

const PATIENCE = 300_000

async function until(probe: () => Promise<boolean> | boolean, patience: number): Promise<void> {
  for (const deadline = Date.now() + patience; !(await probe()) && Date.now() < deadline; ) await pause(100)
}

/** The program returns and nobody is killed any more: until each case had work acknowledged and all that was due is done, or will not be. */
export async function settle(place: Place, books: Books[]): Promise<void> {
  for (const { prepare } of books) await prepare?.()
  const server = await serve(place, true)
  const client = await connect(place.owner)
  try {
    const before = books.map(({ acknowledged }) => acknowledged())
    const stopped = new AbortController()
    const work = Promise.all(books.map((book) => book.work(stopped.signal)))
    await until(() => books.every(({ acknowledged }, index) => acknowledged() > (before[index] ?? 0)), PATIENCE / 5)
    stopped.abort()
    await work
    const settled = () => Promise.all(books.map(async (book) => (book.settled ? book.settled(client) : true)))
    await until(async () => (await settled()).every(Boolean), PATIENCE)
  } finally {
    await client.end()
    await server.kill()
  }
}
