// Where the bench happens: a PostgreSQL of its own with its usual durability, seeded; a production build; processes that it starts and ends.
import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { SetupError } from '#lib/system/env.ts'
import { connect, withDatabase } from '#prisma/connection.ts'
import { buildOnce } from '../build.ts'
import { openCluster } from '../cluster.ts'
import { freePort } from '../ports.ts'
import { embeddedPrograms } from '../postgres-programs.ts'
import { prepare } from '../prepare.ts'
import { finished, say, start } from '../processes.ts'
import type { Stage } from './case.ts'
import { compare } from './measure.ts'
import { familyOf } from './process-cost.ts'
import { type Seeded, seed } from './seed.ts'

export type Asked = { size: number; seconds: number; minutes: number; connections: number[] }
type Program = { url: string; pid: number; stop: () => Promise<void> }

const RECORD = 'seeded.json'
const people = { editor: 'editor@bench.example.org', reviewer: 'reviewer@bench.example.org' }

/**
 * Prepares everything, lets `work` measure, and removes everything. DATA_DIR is never opened. What is seeded in `keep` stays there and is used
 * again by the next run of this size: of many measures the seeding takes longer than the measuring. What a run writes stays too.
 */
export async function onStage<T>(asked: Asked, keep: string | undefined, work: (stage: Stage) => Promise<T>): Promise<T> {
  const dir = keep ? resolve(keep) : mkdtempSync(join(tmpdir(), 'as-amended-bench-'))
  if (existsSync(join(dir, 'postgres')) && !existsSync(join(dir, RECORD)))
    throw new SetupError(`The seeding in ${dir} was not finished: remove it.`)
  mkdirSync(dir, { recursive: true })
  chmodSync(dir, 0o711) // PostgreSQL may run as another user
  const cluster = await openCluster({ programs: await embeddedPrograms(), dataDir: dir, name: 'postgres' })
  const programs = new Map<string, Promise<Program>>()
  const stopPrograms = async () => {
    const running = [...programs.values()]
    programs.clear()
    await Promise.allSettled(running.map(async (one) => (await one).stop()))
  }
  try {
    const owner = withDatabase(cluster.url, 'as_amended_bench')
    process.env.NEXT_DIST = '.next-test'
    process.env.LOG_LEVEL = 'warn'
    await prepare({ url: owner, roleSecret: randomBytes(32).toString('hex') })
    const seeded = await seedOrFind(owner, dir, asked.size)
    await buildOnce()
    const postmaster = Number(readFileSync(join(dir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
    return await work({
      ...asked,
      seeded,
      people,
      urls: { owner, app: process.env.DATABASE_APP_URL ?? '', public: process.env.DATABASE_PUBLIC_URL ?? '' },
      program: async (env = {}) => {
        const key = JSON.stringify(env)
        const running = programs.get(key) ?? startProgram(env)
        programs.set(key, running)
        return running
      },
      stopPrograms,
      postgresPids: () => familyOf(postmaster),
      compare: (contenders) => compare(contenders, asked.connections, asked.seconds),
    })
  } finally {
    await stopPrograms()
    await (await import('#lib/system/db.ts')).closeDb()
    await cluster.stop()
    if (!keep) rmSync(dir, { recursive: true, force: true })
  }
}

/** Seeds the database, or says what a run before has seeded in this directory. */
async function seedOrFind(owner: string, dir: string, size: number): Promise<Seeded> {
  const record = join(dir, RECORD)
  if (existsSync(record)) {
    const seeded = JSON.parse(readFileSync(record, 'utf8')) as Seeded
    if (seeded.refs.length !== size)
      throw new SetupError(`${dir} holds ${seeded.refs.length} measures, not ${size}: keep each size in a directory of its own.`)
    say(`found ${seeded.versions} versions of ${size} measures in ${dir}`)
    return seeded
  }
  const [editor, reviewer] = await addPeople()
  say(`seeding ${size} measures`)
  const seeded = await seed(owner, size, editor, reviewer)
  say(`seeded ${seeded.versions} versions`)
  await compareWithWriter(owner, seeded.refs[0] ?? '')
  writeFileSync(record, JSON.stringify(seeded))
  return seeded
}

async function addPeople() {
  const { editor, reviewer } = people
  const { person } = await import('#lib/testing/builders.ts')
  return Promise.all([
    person({ email: editor, name: 'Ada Editor', role: 'editor' }),
    person({ email: reviewer, name: 'Ruth Reviewer', role: 'reviewer' }),
  ])
}

/** Publishes one measure by the real commands: a column that they fill and the seed does not would make the bench measure something else. */
async function compareWithWriter(owner: string, seededRef: string): Promise<void> {
  const build = await import('#lib/testing/builders.ts')
  const { actorByEmail } = await import('#lib/accounts/queries.ts')
  const [writer, other] = await Promise.all([actorByEmail(people.editor), actorByEmail(people.reviewer)])
  if (!writer || !other) throw new Error('The people of the bench are gone.')
  const { ref } = await build.published(
    { editor: writer, reviewer: other },
    await build.draft(writer, seededRef.slice(0, 2), build.contentWith()),
  )
  const client = await connect(owner)
  try {
    const { rows } = await client.query<{ name: string }>(
      `SELECT w.key AS name FROM published.version written, jsonb_each(to_jsonb(written)) w, published.version seeded, jsonb_each(to_jsonb(seeded)) s
       WHERE written.ref = $1 AND seeded.ref = $2 AND seeded.number = 1 AND s.key = w.key AND w.value <> 'null' AND s.value = 'null'`,
      [ref, seededRef],
    )
    if (rows.length)
      throw new Error(`scripts/bench/seed.ts leaves ${rows.map(({ name }) => name).join(', ')} empty, which publishing fills.`)
  } finally {
    await client.end()
  }
}

async function startProgram(env: Record<string, string>): Promise<Program> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const child = start('node', ['scripts/serve.ts'], {
    ipc: true,
    quiet: true,
    // One reader asks for everything here, and the limits are for readers who are one of many.
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: String(port),
      BASE_URL: url,
      NEXTAUTH_URL: url,
      API_RATE_LIMIT: '0',
      DOWNLOAD_RATE_LIMIT: '0',
      ...env,
    },
  })
  const ended = finished(child)
  ended.catch(() => {})
  await Promise.race([
    new Promise((done) => child.once('message', done)),
    ended.then((code) => {
      throw new Error(`The program ended with ${code} before it served.`)
    }),
  ])
  return {
    url,
    pid: child.pid ?? 0,
    stop: async () => {
      child.kill('SIGTERM')
      await ended.catch(() => {})
    },
  }
}
