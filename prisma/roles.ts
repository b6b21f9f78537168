// The two roles that the running program connects as, and exactly what each may do; it never hands out the owner's rights.
//  <database>_app     the desk: reads and writes rows, but neither changes append-only ones nor creates anything
//  <database>_public  the public site, API, feeds and downloads: reads the schema `published` and nothing else
import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto'
import pg from 'pg'
import { SCHEMA as jobs } from '#lib/jobs/queue.ts'
import { SetupError } from '#lib/system/env.ts'
import { connect, databaseName, oneAtATime, withUser } from './connection.ts'

export type RoleUrls = { appUrl: string; publicUrl: string }

const APP_PATH = 'public, published, extensions'
const PUBLIC_PATH = 'published, extensions'
const LONGEST_NAME = 63 // bytes; PostgreSQL cuts longer names silently

/** `<database>_<suffix>`, or for a database with a very long name its beginning and a digest of it. */
export function roleName(database: string, suffix: 'app' | 'public'): string {
  const name = `${database}_${suffix}`
  if (Buffer.byteLength(name) <= LONGEST_NAME) return name
  const beginning = Buffer.from(database)
    .subarray(0, 40)
    .toString()
    .replace(/\uFFFD$/, '')
  return `${beginning}_${createHash('sha256').update(database).digest('hex').slice(0, 8)}_${suffix}`
}

const password = (secret: string, role: string) => createHmac('sha256', secret).update(role).digest('hex')

/** The addresses of both roles: the same in every process that knows the owner's address and the secret. Pure. */
export function roleUrls(ownerUrl: string, secret: string): RoleUrls {
  const url = (suffix: 'app' | 'public') => {
    const role = roleName(databaseName(ownerUrl), suffix)
    return withUser(ownerUrl, role, password(secret, role))
  }
  return { appUrl: url('app'), publicUrl: url('public') }
}

/** What PostgreSQL stores of a password (RFC 5803), so that the password itself reaches no log of statements. */
function scramVerifier(secret: string): string {
  const salt = randomBytes(16)
  const salted = pbkdf2Sync(secret, salt, 4096, 32, 'sha256')
  const hmac = (text: string) => createHmac('sha256', salted).update(text).digest()
  const storedKey = createHash('sha256').update(hmac('Client Key')).digest('base64')
  return `SCRAM-SHA-256$4096:${salt.toString('base64')}$${storedKey}:${hmac('Server Key').toString('base64')}`
}

/**
 * Creates both roles and grants them what they may do: after every migration, and again whenever a process starts.
 * With `given` (roles that a database administrator made) none is created, only the grants are made.
 */
export async function ensureRoles(ownerUrl: string, secret: string, given?: RoleUrls): Promise<RoleUrls> {
  const urls = given ?? roleUrls(ownerUrl, secret)
  const [app, reader] = await Promise.all(
    given ? [currentUser(given.appUrl), currentUser(given.publicUrl)] : [roleOf(urls.appUrl), roleOf(urls.publicUrl)],
  )
  if (app === reader) throw new SetupError('DATABASE_APP_URL and DATABASE_PUBLIC_URL must name two different roles.')
  await oneAtATime(ownerUrl, async (client) => {
    if (!given) {
      await createRole(client, app, password(secret, app))
      await createRole(client, reader, password(secret, reader))
    }
    await client.query('BEGIN')
    for (const statement of await grants(client, databaseName(ownerUrl), app, reader)) await client.query(statement)
    await client.query('COMMIT')
    await refuseLeaks(client, reader)
    if (!given) await setPaths(client, [app, APP_PATH], [reader, PUBLIC_PATH])
  })
  if (given) await Promise.all([setOwnPath(given.appUrl, app, APP_PATH), setOwnPath(given.publicUrl, reader, PUBLIC_PATH)])
  return urls
}

const roleOf = (url: string) => decodeURIComponent(new URL(url).username) || (new URL(url).searchParams.get('user') ?? '')

async function currentUser(url: string): Promise<string> {
  const client = await connect(url)
  const { rows } = await client.query<{ name: string }>('SELECT current_user AS name').finally(() => client.end())
  return rows[0]?.name ?? ''
}

async function createRole(client: pg.Client, role: string, secret: string): Promise<void> {
  const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [role])
  const verb = rowCount ? 'ALTER' : 'CREATE'
  const what = `LOGIN NOINHERIT NOCREATEDB NOCREATEROLE PASSWORD ${pg.escapeLiteral(scramVerifier(secret))}`
  await client.query(`${verb} ROLE ${pg.escapeIdentifier(role)} ${what}`).catch((error: Error) => {
    throw new SetupError(
      `The role "${role}" cannot be created (${error.message}): give the user of DATABASE_URL the right CREATEROLE, or set DATABASE_APP_URL and DATABASE_PUBLIC_URL to two roles of your own.`,
    )
  })
}

async function grants(client: pg.Client, database: string, app: string, reader: string): Promise<string[]> {
  const id = pg.escapeIdentifier
  const [a, p] = [id(app), id(reader)]
  const { rows } = await client.query<{ schema: string; table: string; kept: string[] }>(`
    SELECT n.nspname AS schema, c.relname AS table, array_agg(t.tgname::text) AS kept
    FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE t.tgname IN ('append_only', 'never_deleted') AND NOT t.tgisinternal GROUP BY 1, 2`)
  return [
    // What PostgreSQL gives to everybody by default.
    `REVOKE CREATE, TEMPORARY ON DATABASE ${id(database)} FROM PUBLIC`,
    'REVOKE ALL ON SCHEMA public, published, extensions FROM PUBLIC',
    `GRANT CONNECT ON DATABASE ${id(database)} TO ${a}, ${p}`,
    // The desk.
    `GRANT USAGE ON SCHEMA public, published, extensions TO ${a}`,
    `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public, published TO ${a}`,
    `GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public, published TO ${a}`,
    `REVOKE ALL ON public._prisma_migrations FROM ${a}`,
    // The jobs: rows of pg-boss, never its tables.
    `REVOKE ALL ON SCHEMA ${jobs} FROM PUBLIC`,
    `GRANT USAGE ON SCHEMA ${jobs} TO ${a}`,
    `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${jobs} TO ${a}`,
    `GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA ${jobs} TO ${a}`,
    ...rows.map(({ schema, table, kept }) => {
      const rights = kept.includes('append_only') ? 'UPDATE, DELETE' : 'DELETE'
      return `REVOKE ${rights} ON ${id(schema)}.${id(table)} FROM ${a}`
    }),
    // The world. What an older version of this program may have granted goes first.
    `REVOKE ALL ON ALL TABLES IN SCHEMA public, published FROM ${p}`,
    `REVOKE ALL ON SCHEMA public FROM ${p}`,
    `GRANT USAGE ON SCHEMA published, extensions TO ${p}`,
    `GRANT SELECT ON ALL TABLES IN SCHEMA published TO ${p}`,
  ]
}

/** Looks at the outcome, whatever was granted by whom: the public role reads nothing outside `published`, and writes nothing. */
async function refuseLeaks(client: pg.Client, reader: string): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname !~ '^pg_toast'
       AND (has_table_privilege($1, c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE')
         OR n.nspname NOT IN ('published', 'extensions') AND has_schema_privilege($1, n.oid, 'USAGE') AND has_any_column_privilege($1, c.oid, 'SELECT'))
     ORDER BY 1 LIMIT 1`,
    [reader],
  )
  if (rows[0])
    throw new SetupError(
      `The role "${reader}" of the public site has rights on ${rows[0].name} that it must not have: revoke them, or name another role.`,
    )
}

/** Settings of the role rather than of the database: a database that is copied from a template keeps none of its own. */
async function setPaths(client: pg.Client, ...paths: [role: string, path: string][]): Promise<void> {
  for (const [role, path] of paths) await client.query(`ALTER ROLE ${pg.escapeIdentifier(role)} SET search_path = ${path}`)
  const reader = paths.at(-1)?.[0] ?? ''
  await client.query(`ALTER ROLE ${pg.escapeIdentifier(reader)} SET default_transaction_read_only = on`)
}

/**
 * Every role may change its own settings, so this needs no rights that an administrator did not give. A careful one made the reader's
 * transactions read-only, which its settings are exempt from here.
 */
async function setOwnPath(url: string, role: string, path: string): Promise<void> {
  const client = await connect(url)
  await client
    .query(
      `BEGIN READ WRITE; ALTER ROLE ${pg.escapeIdentifier(role)} IN DATABASE ${pg.escapeIdentifier(databaseName(url))} SET search_path = ${path}; COMMIT`,
    )
    .finally(() => client.end())
}
