// `npm run check`, `npm run e2e` and `npm test`: every check there is, on databases that are thrown away. They never touch the one in DATA_DIR.
import { randomBytes } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { SetupError } from '#lib/system/env.ts'
import { withDatabase } from '#prisma/connection.ts'
import { buildOnce } from './build.ts'
import { throwawayCluster } from './database.ts'
import { generateClient } from './generate.ts'
import { freePort } from './ports.ts'
import { prepare, seedOnce } from './prepare.ts'
import { root, run, Stopped, say } from './processes.ts'
import { openStock } from './stock-postgres.ts'
import { readPlaywright, readVitest, Tally } from './tally.ts'

/** What the person set for their own installation says nothing about a test; a server for the tests is named by TEST_DATABASE_URL. */
export function forget(): void {
  process.env.TEST_DATABASE_URL ||= process.env.DATABASE_URL ?? ''
  for (const name of Object.keys(process.env))
    if (/^(DATABASE_|BASE_URL$|SMTP_URL$|MAIL_FROM$|JOBS$|TRUST_PROXY$|LOG_LEVEL$|PORT$|HOST$)/.test(name)) delete process.env[name]
  process.env.AUTH_SECRET = randomBytes(32).toString('hex')
}

/** A step that fails leaves the rest to be run: one run tells everything. */
async function attempt(tally: Tally, name: string, work: (name: string) => Promise<void>): Promise<void> {
  say(name)
  try {
    await work(name)
  } catch (error) {
    if (error instanceof Stopped) throw error
    console.error(error instanceof SetupError ? error.message : error)
    tally.step(name, 1)
  }
}

async function vitest(tally: Tally, name: string, project: 'unit' | 'database', env: Record<string, string> = {}): Promise<void> {
  const file = tally.nextFile()
  const retry = process.env.CI ? ['--retry=1'] : []
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  tally.add(
    name,
    readVitest,
    file,
    await run('vitest', ['run', '--project', project, '--passWithNoTests', ...retry, ...reporters], { env: { ...process.env, ...env } }),
  )
}

/** Style, types and the tests that need no database. */
async function checkAll(tally: Tally): Promise<void> {
  await attempt(tally, 'style', async (name) => tally.step(name, await run('biome', ['check', '--error-on-warnings', '.'])))
  await attempt(tally, 'types', async (name) => {
    await generateClient()
    tally.step(name, (await run('next', ['typegen'], { quiet: true })) || (await run('tsc', ['--noEmit'])))
  })
  await attempt(tally, 'tests without a database', (name) => vitest(tally, name, 'unit'))
}

/** The browser tests, on the built program and a database of their own. */
async function browse(tally: Tally, name: string, serverUrl: string, args: string[]): Promise<void> {
  process.env.NEXT_DIST = '.next-test'
  process.env.PORT = String(await freePort())
  process.env.DEMO_PASSWORD ||= randomBytes(9).toString('base64url')
  const url = withDatabase(serverUrl, 'as_amended_e2e')
  await prepare({ url, roleSecret: randomBytes(32).toString('hex') })
  await seedOnce(url, process.env.DEMO_PASSWORD)
  process.env.SMTP_URL = `smtp://127.0.0.1:${await freePort()}` // the tests listen there, and what the sample tells of goes nowhere
  process.env.MAIL_FROM = 'As Amended <desk@example.org>'
  await buildOnce()
  const file = tally.nextFile()
  const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: file, TEST_OWNER_URL: url }
  tally.add(name, readPlaywright, file, await run('playwright', ['test', ...args], { env }))
}

async function onThrowaway(work: (url: string) => Promise<void>): Promise<void> {
  const cluster = await throwawayCluster()
  try {
    await work(cluster.url)
  } finally {
    await cluster.stop()
  }
}

export async function check(): Promise<number> {
  const tally = new Tally()
  await checkAll(tally)
  return tally.close()
}

export async function e2e(args: string[]): Promise<number> {
  forget()
  const tally = new Tally()
  await attempt(tally, 'browser tests', (name) => onThrowaway((url) => browse(tally, name, url, args)))
  return tally.close()
}

export async function test(): Promise<number> {
  forget()
  const tally = new Tally()
  await checkAll(tally)
  const stockUrl = process.env.TEST_DATABASE_URL
  await attempt(tally, 'embedded PostgreSQL', () =>
    onThrowaway(async (url) => {
      await attempt(tally, 'tests with the embedded PostgreSQL', (name) => vitest(tally, name, 'database', { TEST_DATABASE_URL: url }))
      const specs = readdirSync(`${root}e2e`).some((name) => name.endsWith('.spec.ts'))
      if (specs) await attempt(tally, 'browser tests', (name) => browse(tally, name, url, []))
      else console.error('There are no browser tests.')
    }),
  )
  const rounds = ['--rounds', '4']
  await attempt(tally, 'faults', async (name) => tally.step(name, await run('node', ['scripts/tasks.ts', 'faults', ...rounds])))
  await attempt(tally, 'stock PostgreSQL', async () => {
    const stock = await openStock(stockUrl)
    if (!stock) return
    try {
      await attempt(tally, `tests with ${stock.name}`, (name) => vitest(tally, name, 'database', { TEST_DATABASE_URL: stock.url }))
    } finally {
      await stock.stop()
    }
  })
  return tally.close()
}
