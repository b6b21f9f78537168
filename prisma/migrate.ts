// Brings a database up to the newest migration, or says how it differs from the schema; it never resets one and never edits a migration.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type pg from 'pg'
import { SetupError } from '#lib/system/env.ts'
import { connect, oneAtATime } from './connection.ts'
import { openEngine } from './engine.ts'

const here = fileURLToPath(new URL('.', import.meta.url))
const directory = join(here, 'migrations')
const filters = { externalTables: [], externalEnums: [] }

type Migration = { name: string; sql: string }

/** All migrations, oldest first. */
export const migrations = (): Migration[] =>
  readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({ name, sql: readFileSync(join(directory, name, 'migration.sql'), 'utf8') }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))

const asList = (list: Migration[]) => ({
  baseDir: directory,
  lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
  shadowDbInitScript: '',
  migrationDirectories: list.map(({ name, sql }) => ({
    path: name,
    migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value: sql } },
  })),
})

/** Applies what is missing, one process at a time, and returns the names. `list` is all migrations, or for a test the first of them. */
export async function migrate(url: string, list = migrations()): Promise<string[]> {
  return oneAtATime(url, async (client) => {
    if (await isCurrent(client, list)) return []
    const { engine, close } = await openEngine(url)
    try {
      const migrationsList = asList(list)
      const { editedMigrationNames } = await engine.diagnoseMigrationHistory({ migrationsList, optInToShadowDatabase: false, filters })
      if (editedMigrationNames.length)
        throw new SetupError(`A migration was changed after it had been applied: ${editedMigrationNames.join(', ')}.`)
      const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters })
      await watchShownTables(client)
      return appliedMigrationNames
    } catch (error) {
      if (error instanceof SetupError) throw error
      throw new SetupError(`The database cannot be migrated: ${(error as Error).message}`)
    } finally {
      await close()
    }
  })
}

/** What a migration adds to the views of the schema `published` is watched too: a change of it makes a new edition. */
async function watchShownTables(client: pg.Client): Promise<void> {
  const { rows } = await client.query(`SELECT to_regproc('public.watch_shown_tables') IS NOT NULL AS known`)
  if (rows[0]?.known) await client.query('SELECT public.watch_shown_tables()')
}

/** Saves starting the engine (about a second) when the database has exactly these migrations. */
async function isCurrent(client: pg.Client, list: Migration[]): Promise<boolean> {
  const { rows: known } = await client.query(`SELECT to_regclass('public._prisma_migrations') AS found`)
  if (!known[0]?.found) return false
  const { rows } = await client
    .query<{ name: string; checksum: string; done: boolean }>(
      `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS done FROM public._prisma_migrations WHERE rolled_back_at IS NULL`,
    )
    .catch((error: { code?: string }) => {
      if (error.code !== '42501') throw error
      throw new SetupError('The user of DATABASE_URL does not own the tables of this program: name the user that made them.')
    })
  const applied = new Map(rows.map((row) => [row.name, row.done && row.checksum]))
  const newer = rows.map((row) => row.name).filter((name) => !list.some((migration) => migration.name === name))
  if (newer.length) throw new SetupError(`The database is newer than this program: it has the migration ${newer.join(', ')}.`)
  return list.every(({ name, sql }) => applied.get(name) === createHash('sha256').update(sql).digest('hex'))
}

/** The SQL that would turn what the migrations make into what prisma/schema says: empty when they agree. Needs the right to create a database. */
export async function drift(url: string): Promise<string> {
  const schema = join(here, 'schema')
  const files = readdirSync(schema).filter((name) => name.endsWith('.prisma'))
  const models = files.map((name) => ({ path: join(schema, name), content: readFileSync(join(schema, name), 'utf8') }))
  const { engine, close } = await openEngine(
    url,
    models.map(({ path, content }) => [path, content]),
  )
  try {
    const from = { tag: 'migrations' as const, ...asList(migrations()) }
    const { stdout } = await engine.diff({ from, to: { tag: 'schemaDatamodel', files: models }, script: true, exitCode: null, filters })
    return (stdout ?? '').replace(/^-- This is an empty migration\.\s*$/m, '').trim()
  } finally {
    await close()
  }
}

/** Whether the database has no table of ours yet. */
export async function isEmpty(url: string): Promise<boolean> {
  const client = await connect(url)
  const { rows } = await client.query(`SELECT to_regclass('public.person') IS NULL AS empty`).finally(() => client.end())
  return rows[0]?.empty === true
}
