// The command `npm run import` as a process of its own: its exit codes, what it prints and what it writes.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '#lib/testing/database.ts'
import { examplePage, examples } from './reference-page.examples.ts'

let database: TestDatabase
const folder = mkdtempSync(join(tmpdir(), 'import-'))
const all = ['--as', 'editor@example.org']
const damaged = examplePage.replace('since April 2016,', 'since Aprilis 2016,')

// Each test has a database of its own: what is written stays written.
beforeEach(async () => {
  database = await testDatabase()
  const { person } = await import('#lib/testing/builders.ts')
  await person({ email: 'editor@example.org' })
  await person({ email: 'kz@example.org', economies: ['KZ'] })
})
afterEach(async () => {
  await (await import('#lib/system/db.ts')).closeDb()
  await database.drop()
})
afterAll(() => rmSync(folder, { recursive: true }))

async function owner(statement: string) {
  const { connect } = await import('#prisma/connection.ts')
  const client = await connect(database.ownerUrl)
  return client.query(statement).finally(() => client.end())
}

function run(text: string | null, ...args: string[]) {
  const file = join(folder, 'page.txt')
  if (text !== null) writeFileSync(file, text)
  const env = { ...process.env, DATABASE_APP_URL: database.appUrl, DATABASE_PUBLIC_URL: database.publicUrl }
  const given = text === null ? args : [file, ...args]
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/import.ts', ...given], {
    env,
    encoding: 'utf8',
    input: examplePage,
  })
  return { status, stdout, stderr }
}

async function rows() {
  const { rows } = await owner(
    'SELECT (SELECT count(*)::int FROM import_batch) AS batches, (SELECT count(*)::int FROM measure) AS measures',
  )
  return rows[0]
}

test('a dry run with --json prints one object, exits with 0 and writes nothing', async () => {
  const { status, stdout, stderr } = run(examplePage, '--dry-run', '--json')
  expect([status, stderr]).toEqual([0, `${examples.length} read: ${examples.length} to create, 0 there already, 0 with problems.\n`])
  const { measures, problems } = JSON.parse(stdout)
  const { measureText } = await import('#lib/published/schema.ts')
  expect(problems).toEqual([])
  expect(measures.map((one: unknown) => measureText.strict().parse(one).subPillar.code)).toEqual(examples.map(({ subPillar }) => subPillar))
  expect(measures[0]).toMatchObject({
    economy: { code: 'KZ', name: 'Kazakhstan' },
    pillar: { number: 6, name: 'Domestic data policies' },
    bases: [{ kind: 'act', statement: 'Since May 2013, as amended in December 2021' }],
  })
  expect(await rows()).toEqual({ batches: 0, measures: 0 })
})

test('it creates drafts, and none a second time', async () => {
  const { status, stderr } = run(examplePage, ...all)
  expect(status).toBe(0)
  expect(stderr).toContain('KZ-0001 created')
  expect(await rows()).toEqual({ batches: 1, measures: examples.length })
  const again = run(null, '-', ...all)
  expect([again.status, again.stdout]).toEqual([0, expect.stringContaining('is KZ-0001')])
  expect(await rows()).toEqual({ batches: 1, measures: examples.length })
})

test('with a problem it exits with 1 and writes nothing, or with --partial what was understood', async () => {
  const line = examplePage.split('\n').findIndex((text) => text.startsWith('since April 2016,')) + 1
  const whole = run(damaged, ...all, '--json')
  expect(whole.status).toBe(1)
  expect(JSON.parse(whole.stdout)).toMatchObject({
    measures: { length: examples.length - 1 },
    problems: [{ line, message: expect.stringContaining('Aprilis') }],
  })
  expect(whole.stderr).toContain('Nothing was written. --partial')
  expect(await rows()).toEqual({ batches: 0, measures: 0 })

  expect(run(damaged, ...all, '--dry-run', '--partial').status).toBe(1)
  expect(await rows()).toEqual({ batches: 0, measures: 0 })

  expect(run(damaged, ...all, '--partial').status).toBe(1)
  expect(await rows()).toEqual({ batches: 1, measures: examples.length - 1 })
})

test('who may not write on an economy writes nothing', async () => {
  const { status, stderr } = run(examplePage, '--as', 'kz@example.org', '--partial')
  expect([status, stderr]).toEqual([1, expect.stringContaining('EU is not one of them')])
  expect(await rows()).toEqual({ batches: 0, measures: 0 })
})

test('given anything else it exits with 2 and says how it is used', () => {
  const cases: [string | null, string[]][] = [
    [null, all],
    ['two files', ['another', ...all]],
    [null, ['/nowhere/page.txt', ...all]],
    [null, [tmpdir(), ...all]],
    ['an unknown option', ['--force', ...all]],
    ['nobody', []],
    ['an unknown account', ['--as', 'nobody@example.org', '--dry-run']],
  ]
  for (const [text, args] of cases) {
    const { status, stdout, stderr } = run(text, ...args)
    expect([args, status, stdout, stderr]).toEqual([args, 2, '', expect.stringContaining('npm run import -- FILE --as EMAIL')])
  }
})

test('a file that cannot be read as text is one problem', () => {
  const { status, stdout } = run('KAZAKHSTAN\n\0', '--dry-run', '--json')
  expect([status, JSON.parse(stdout)]).toEqual([
    1,
    { measures: [], problems: [{ line: 2, message: expect.stringContaining('not a text file') }] },
  ])
})

test('a table of acts is entered, exits with 0, and is there already the second time; a problem names line and column', async () => {
  const table = 'economy,title,events\nKZ,Law on Post,Since 2004\nEU,Regulation on Parcels,\n'
  const dry = run(table, ...all, '--dry-run', '--json')
  expect([dry.status, JSON.parse(dry.stdout).acts.length, JSON.parse(dry.stdout).problems]).toEqual([0, 2, []])
  expect(await rows()).toEqual({ batches: 0, measures: 0 })
  const { status, stderr } = run(table, ...all)
  expect([status, stderr]).toEqual([0, expect.stringContaining('ACT-0002 written, 0 to go')])
  expect(run(table, ...all).stderr).toBe('2 read: 0 to enter, 0 to change, 2 there already, 0 with problems.\n')
  const wrong = run(`${table}KZ,Law on Buoys,Since Smarch`, ...all, '--json')
  expect([wrong.status, JSON.parse(wrong.stdout).problems[0]]).toEqual([1, { line: 4, column: 'events', message: expect.any(String) }])
  expect(run(`${table}KZ,Law on Buoys,Since Smarch\nKZ,Law on Ports,`, ...all, '--partial').stderr).toContain('ACT-0003 written')
})
