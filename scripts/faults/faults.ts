// `npm run test:faults [-- case … --rounds 200 --minutes 30]`: kills the program (kill -9), each fourth time PostgreSQL, in the middle of the work, again and again; then checks the books.
import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { SetupError } from '#lib/system/env.ts'
import { connect, withDatabase } from '#prisma/connection.ts'
import { buildOnce } from '../build.ts'
import { openCluster } from '../cluster.ts'
import { freePort } from '../ports.ts'
import { embeddedPrograms } from '../postgres-programs.ts'
import { prepare } from '../prepare.ts'
import { say, start } from '../processes.ts'
import { sessionCookie } from '../session-cookie.ts'
import { forget } from '../test.ts'
import type { Books, Fault, Stage } from './fault.ts'

const options = { rounds: { type: 'string', default: '200' }, minutes: { type: 'string', default: '30' } } as const
const EACH_FOURTH = 4

async function allCases(): Promise<Fault[]> {
  const names = readdirSync(new URL('cases/', import.meta.url)).filter((name) => name.endsWith('.ts'))
  return Promise.all(names.sort().map(async (name) => (await import(new URL(`cases/${name}`, import.meta.url).href)).default as Fault))
}

/** Starts the program and waits until it serves. `kill` ends it as a power cut would. */
async function serve(url: string) {
  const child = start('node', ['scripts/serve.ts'], {
    ipc: true,
    quiet: true,
    env: { ...process.env, NODE_ENV: 'production', PORT: new URL(url).port, BASE_URL: url, NEXTAUTH_URL: url, LOG_LEVEL: 'fatal' },
  })
  const ended = new Promise<void>((done) => child.once('exit', () => done()))
  await Promise.race([
    new Promise((done) => child.once('message', done)),
    ended.then(() => {
      throw new Error('The program ended before it served.')
    }),
  ])
  return {
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
  }
}

/** Ends PostgreSQL without letting it finish anything; the cluster starts it again at the same address. */
function crash(dir: string): void {
  process.kill(Number(readFileSync(join(dir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGQUIT')
}

/** Waits until PostgreSQL answers. */
async function reachable(owner: string): Promise<void> {
  for (;;) {
    const client = await connect(owner).catch(() => null)
    if (client) return void (await client.end())
    await pause(100)
  }
}

async function rounds(count: number, deadline: number, dir: string, owner: string, url: string, books: Books[]): Promise<number> {
  for (let round = 1; round <= count; round++) {
    if (Date.now() > deadline) return round - 1
    const program = await serve(url)
    const stopped = new AbortController()
    const work = Promise.all(books.map((book) => book.work(stopped.signal)))
    // Another moment each time: from before the first answer to well into the work.
    await pause(100 + ((round * 373) % 1500))
    if (round % EACH_FOURTH === 0) {
      crash(dir)
      await reachable(owner)
      await pause(500)
    }
    await program.kill()
    stopped.abort()
    await work
    if (round % 10 === 0) say(`round ${round}: ${books.reduce((sum, book) => sum + book.acknowledged(), 0)} acknowledged`)
  }
  return count
}

async function cast(): Promise<Stage['people']> {
  const { person } = await import('#lib/testing/builders.ts')
  const one = (email: string, name: string, role: 'editor' | 'reviewer') => person({ email: `${email}@faults.example.org`, name, role })
  return {
    editor: await one('editor', 'Ada Editor', 'editor'),
    editor2: await one('editor2', 'Abel Editor', 'editor'),
    reviewer: await one('reviewer', 'Ruth Reviewer', 'reviewer'),
  }
}

export async function faults(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
  const [count, minutes] = [Number(values.rounds), Number(values.minutes)]
  if (!(count > 0 && minutes > 0)) throw new SetupError('--rounds and --minutes are numbers above 0.')
  const chosen = (await allCases()).filter(({ name }) => positionals.length === 0 || positionals.includes(name))
  if (chosen.length === 0) throw new SetupError(`There is no case ${positionals.join(', ')}.`)
  forget()
  const dir = mkdtempSync(join(tmpdir(), 'as-amended-faults-'))
  chmodSync(dir, 0o711) // PostgreSQL may run as another user
  const cluster = await openCluster({ programs: await embeddedPrograms(), dataDir: dir, name: 'postgres' })
  try {
    const owner = withDatabase(cluster.url, 'as_amended_faults')
    const url = `http://127.0.0.1:${await freePort()}`
    process.env.NEXT_DIST = '.next-test'
    await prepare({ url: owner, roleSecret: randomBytes(32).toString('hex') })
    await buildOnce()
    const people = await cast()
    const cookies = new Map<string, string>()
    for (const { email } of Object.values(people)) {
      const { name, value } = await sessionCookie(email)
      cookies.set(email, `${name}=${value}`)
    }
    const stage: Stage = { url, people, cookieOf: async (email) => cookies.get(email) ?? '' }
    const books: Books[] = []
    for (const one of chosen) books.push(await one.begin(stage))
    await (await import('#lib/system/db.ts')).closeDb()
    const done = await rounds(count, Date.now() + minutes * 60_000, dir, owner, url, books)
    const client = await connect(owner)
    let failed = 0
    for (const [index, { name, about }] of chosen.entries()) {
      const found = (await books[index]?.check(client)) ?? []
      failed += found.length
      console.log(`${name}: ${about}: ${books[index]?.acknowledged()} acknowledged in ${done} rounds, ${found.length} wrong`)
      for (const sentence of found.slice(0, 20)) console.log(`  ${sentence}`)
    }
    await client.end()
    if (done < count) console.log(`The time was over after ${done} of ${count} rounds.`)
    return failed === 0 && books.every((book) => book.acknowledged() > 0) ? 0 : 1
  } finally {
    await cluster.stop()
    rmSync(dir, { recursive: true, force: true })
  }
}
