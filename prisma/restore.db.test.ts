// A backup as README gives it (pg_dump, pg_restore) brings everything back, with the rules that PostgreSQL holds; where there is no pg_dump as new as the server it is skipped.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '#lib/testing/database.ts'
import { systemPrograms } from '../scripts/postgres-programs.ts'
import { connect, databaseName, ensureDatabase, withDatabase } from './connection.ts'
import { ensureRoles } from './roles.ts'

let database: TestDatabase
const dir = mkdtempSync(join(tmpdir(), 'as-amended-restore-'))

beforeAll(async () => {
  database = await testDatabase()
})
afterAll(async () => {
  rmSync(dir, { recursive: true })
  await (await import('#lib/system/db.ts')).closeDb()
  const client = await connect(withDatabase(database.ownerUrl, 'postgres'))
  await client.query(`DROP DATABASE IF EXISTS ${databaseName(database.ownerUrl)}_restored WITH (FORCE)`)
  await client.end()
  await database.drop()
})

/** The directory of pg_dump, if it is as new as the server. */
async function backupPrograms(client: pg.Client): Promise<string | undefined> {
  const programs = systemPrograms()
  const { rows } = await client.query<{ version: string }>("SELECT current_setting('server_version_num') AS version")
  return programs && Number(programs.version) >= Math.floor(Number(rows[0]?.version) / 10_000) ? dirname(programs.initdb) : undefined
}

/** Every table with its number of rows and a digest of them, and every rule with whether it is on. */
async function everything(client: pg.Client): Promise<unknown> {
  const { rows: tables } = await client.query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname IN ('public', 'published', 'jobs') ORDER BY 1`,
  )
  const rows = tables.map(
    ({ name }) => `SELECT '${name}' AS name, count(*), md5(string_agg(t::text, chr(10) ORDER BY t::text)) FROM ${name} t`,
  )
  return [
    (await client.query(rows.join(' UNION ALL '))).rows,
    (await client.query('SELECT tgrelid::regclass::text, tgname, tgenabled FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1, 2')).rows,
    (await client.query('SELECT sequencename, last_value FROM pg_sequences ORDER BY 1')).rows,
  ]
}

test('what was dumped is restored whole, and is as well guarded', async ({ skip }) => {
  const original = await connect(database.ownerUrl)
  const bin = await backupPrograms(original)
  if (!bin) {
    await original.end()
    return skip('there is no pg_dump as new as this server')
  }
  const build = await import('#lib/testing/builders.ts')
  const cast = {
    editor: await build.person({ email: 'editor@example.org', role: 'editor' }),
    reviewer: await build.person({ email: 'reviewer@example.org', role: 'reviewer' }),
  }
  const { ref } = await build.published(cast, await build.draft(cast.editor, 'KZ', build.contentWith()))

  const file = join(dir, 'as-amended.dump')
  const url = withDatabase(database.ownerUrl, `${databaseName(database.ownerUrl)}_restored`)
  const quietly = { stdio: 'pipe' } as const
  execFileSync(join(bin, 'pg_dump'), ['--format=custom', '--no-owner', '--no-privileges', `--file=${file}`, database.ownerUrl], quietly)
  await ensureDatabase(url)
  execFileSync(join(bin, 'pg_restore'), ['--exit-on-error', '--no-owner', '--no-privileges', `--dbname=${url}`, file], quietly)
  const restored = await connect(url)
  expect(await everything(restored)).toEqual(await everything(original))

  const roles = { appUrl: withDatabase(database.appUrl, databaseName(url)), publicUrl: withDatabase(database.publicUrl, databaseName(url)) }
  await ensureRoles(url, '', roles)
  const [desk, reader] = [await connect(roles.appUrl), await connect(roles.publicUrl)]
  expect((await reader.query('SELECT ref FROM published.version')).rows).toEqual([{ ref }])
  await expect(reader.query('SELECT FROM public.person')).rejects.toThrow('permission denied')
  await expect(desk.query('DELETE FROM revision')).rejects.toThrow('permission denied')
  await expect(restored.query('DELETE FROM revision')).rejects.toThrow('append-only')
  await Promise.all([original, restored, desk, reader].map((client) => client.end()))
})
