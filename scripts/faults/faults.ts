// `npm run test:faults [-- --rounds 200 --only saves,approvals --seed 7 --minutes 30]`: kills (kill -9) the program, its worker and PostgreSQL in the middle of the work, again and again; then checks the books.
import { randomBytes, randomInt } from 'node:crypto'
import { chmodSync, closeSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Role } from '#lib/system/actor.ts'
import { SetupError } from '#lib/system/env.ts'
import { connect, withDatabase } from '#prisma/connection.ts'
import { chance } from '../bench/seed-text.ts'
import { buildOnce } from '../build.ts'
import { openCluster } from '../cluster.ts'
import { freePort } from '../ports.ts'
import { embeddedPrograms } from '../postgres-programs.ts'
import { prepare } from '../prepare.ts'
import { say } from '../processes.ts'
import { sessionCookie } from '../session-cookie.ts'
import { forget } from '../test.ts'
import { sizeOfTheBooks, wrongInTheBooks } from './books.ts'
import type { Books, Fault, Stage } from './fault.ts'
import { type Place, playRound, settle, type Victim } from './rounds.ts'

const options = {
  rounds: { type: 'string', default: '200' },
  minutes: { type: 'string', default: '30' },
  only: { type: 'string', default: '' },
  seed: { type: 'string', default: '' },
} as const
/** From this many rounds on, what is scheduled falls due while the run lasts. */
const LONG = 30

async function allCases(): Promise<Fault[]> {
  const names = readdirSync(new URL('cases/', import.meta.url)).filter((name) => name.endsWith('.ts'))
  return Promise.all(names.sort().map(async (name) => (await import(new URL(`cases/${name}`, import.meta.url).href)).default as Fault))
}

type Asked = { rounds: number; minutes: number; seed: number; chosen: Fault[] }

async function asked(args: string[]): Promise<Asked> {
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
  const [rounds, minutes] = [Number(values.rounds), Number(values.minutes)]
  if (!(rounds > 0 && minutes > 0)) throw new SetupError('--rounds and --minutes are numbers above 0.')
  const seed = values.seed === '' ? randomInt(1_000_000) : Number(values.seed)
  if (!Number.isSafeInteger(seed)) throw new SetupError('--seed is a whole number.')
  const cases = await allCases()
  const names = [...values.only.split(','), ...positionals].map((name) => name.trim()).filter(Boolean)
  const unknown = names.filter((name) => !cases.some((one) => one.name === name))
  if (unknown.length)
    throw new SetupError(`There is no case ${unknown.join(', ')}. There are: ${cases.map(({ name }) => name).join(', ')}.`)
  return { rounds, minutes, seed, chosen: names.length ? cases.filter(({ name }) => names.includes(name)) : cases }
}

async function stageFor(url: string, random: () => number, long: boolean): Promise<Stage> {
  const { person } = await import('#lib/testing/builders.ts')
  const one = (email: string, name: string, role: Role) => person({ email: `${email}@faults.example.org`, name, role })
  const people = {
    editor: await one('editor', 'Ada Editor', 'editor'),
    editor2: await one('editor2', 'Abel Editor', 'editor'),
    reviewer: await one('reviewer', 'Ruth Reviewer', 'reviewer'),
    reviewer2: await one('reviewer2', 'Rolf Reviewer', 'reviewer'),
    administrator: await one('administrator', 'Mina Manager', 'administrator'),
    administrator2: await one('administrator2', 'Marc Manager', 'administrator'),
  }
  const cookies = new Map<string, string>()
  for (const { email } of Object.values(people)) {
    const { name, value } = await sessionCookie(email)
    cookies.set(email, `${name}=${value}`)
  }
  return { url, people, cookieOf: (email) => cookies.get(email) ?? '', random, long }
}

/** The dead are missed after 10 seconds, the least that pg-boss allows, and the work is tried again at once: a run has no time to wait as long as an installation. */
async function hurry(owner: string): Promise<void> {
  const client = await connect(owner)
  await client.query('UPDATE jobs.queue SET heartbeat_seconds = 10, retry_delay = 1, retry_backoff = false, retry_limit = 20')
  await client.end()
}

async function play({ rounds, minutes }: Asked, place: Place, books: Books[], random: () => number): Promise<number> {
  const killed: Record<Victim, number> = { server: 0, worker: 0, PostgreSQL: 0 }
  const deadline = Date.now() + minutes * 60_000
  let done = 0
  for (; done < rounds && Date.now() < deadline; ) {
    killed[await playRound(place, books, random)]++
    if (++done % 10 === 0) say(`round ${done}: ${books.reduce((sum, book) => sum + book.acknowledged(), 0)} acknowledged`)
  }
  const victims = Object.entries(killed).map(([name, times]) => `${name} ${times}`)
  console.log(`${done} rounds; killed in the middle: ${victims.join(', ')}.`)
  if (done < rounds) console.log(`The time was over after ${done} of ${rounds} rounds.`)
  await settle(place, books)
  return done
}

/** Prints what was acknowledged and what is wrong; returns how much is wrong. */
async function report(chosen: Fault[], books: Books[], owner: string): Promise<number> {
  const client = await connect(owner)
  let failed = 0
  const tell = (line: string, found: string[]) => {
    failed += found.length
    console.log(`${line}: ${found.length} wrong`)
    for (const sentence of found.slice(0, 20)) console.log(`  ${sentence}`)
  }
  try {
    for (const [index, { name, about }] of chosen.entries()) {
      const acknowledged = books[index]?.acknowledged() ?? 0
      tell(`${name}: ${about}: ${acknowledged} acknowledged`, (await books[index]?.check(client)) ?? [])
    }
    tell(`books: ${await sizeOfTheBooks(client)}`, await wrongInTheBooks(client))
  } finally {
    await client.end()
  }
  return failed
}

export async function faults(args: string[]): Promise<number> {
  const run = await asked(args)
  const random = chance(run.seed)
  console.log(`--seed ${run.seed} --rounds ${run.rounds} --only ${run.chosen.map(({ name }) => name).join(',')}`)
  forget()
  ;(await import('#lib/system/log.ts')).log.level = 'fatal' // what is lost in a crash is lost on purpose
  const dir = mkdtempSync(join(tmpdir(), 'as-amended-faults-'))
  chmodSync(dir, 0o711) // PostgreSQL may run as another user
  const said = join(dir, 'said.log')
  const log = openSync(said, 'a')
  const cluster = await openCluster({ programs: await embeddedPrograms(), dataDir: dir, name: 'postgres' })
  try {
    const owner = withDatabase(cluster.url, 'as_amended_faults')
    const place = { dir, owner, url: `http://127.0.0.1:${await freePort()}`, log }
    process.env.NEXT_DIST = '.next-test'
    await prepare({ url: place.owner, roleSecret: randomBytes(32).toString('hex') })
    await buildOnce()
    await hurry(place.owner)
    const stage = await stageFor(place.url, chance(run.seed + 1), run.rounds >= LONG)
    const books: Books[] = []
    for (const one of run.chosen) books.push(await one.begin(stage))
    await play(run, place, books, random)
    const failed = await report(run.chosen, books, place.owner)
    const idle = run.chosen.filter((_, index) => books[index]?.acknowledged() === 0).map(({ name }) => name)
    if (idle.length) console.log(`Nothing was acknowledged of ${idle.join(', ')}: nothing is proven of it.`)
    return failed === 0 && idle.length === 0 ? 0 : 1
  } catch (error) {
    console.error(readFileSync(said, 'utf8').slice(-4000))
    throw error
  } finally {
    closeSync(log)
    await (await import('#lib/system/db.ts')).closeDb().catch(() => {})
    await cluster.stop()
    rmSync(dir, { recursive: true, force: true })
  }
}
