// A database of its own for one test file, copied from the migrated template in a few milliseconds; it never outlives the run.
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { connect, databaseName, withDatabase } from '#prisma/connection.ts'

/** `ownerUrl` may change anything (to break things with raw SQL), `appUrl` is the desk's role, `publicUrl` the public site's. */
export type TestDatabase = { ownerUrl: string; appUrl: string; publicUrl: string; drop: () => Promise<void> }

/**
 * Copies the template and points DATABASE_APP_URL and DATABASE_PUBLIC_URL at the copy: call it before importing anything that
 * imports `#lib/system/db.ts`, and import that dynamically. `drop` works while connections are open.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const template = inject('template')
  const source = databaseName(template.ownerUrl)
  const name = `${source}_${randomBytes(4).toString('hex')}`
  const server = withDatabase(template.ownerUrl, 'postgres')
  await onServer(server, `CREATE DATABASE ${pg.escapeIdentifier(name)} TEMPLATE ${pg.escapeIdentifier(source)}`)
  const urls = {
    ownerUrl: withDatabase(template.ownerUrl, name),
    appUrl: withDatabase(template.appUrl, name),
    publicUrl: withDatabase(template.publicUrl, name),
  }
  process.env.DATABASE_APP_URL = urls.appUrl
  process.env.DATABASE_PUBLIC_URL = urls.publicUrl
  return { ...urls, drop: () => onServer(server, `DROP DATABASE IF EXISTS ${pg.escapeIdentifier(name)} WITH (FORCE)`) }
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = await connect(url)
  await client.query(statement).finally(() => client.end())
}
