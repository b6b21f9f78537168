// Connects to PostgreSQL for setting up, with a sentence for everything that can be wrong; the running application never uses it.
import pg from 'pg'
import { SetupError } from '#lib/system/env.ts'

const OLDEST = 15
const SETUP_LOCK = 7_220_681 // any number, the same in every process

const parse = (url: string) => {
  if (!URL.canParse(url) || !/^postgres(ql)?:/.test(url))
    throw new SetupError('DATABASE_URL is not an address such as postgresql://user:password@host:5432/database.')
  return new URL(url)
}

/** The name of the database in an address; throws a SetupError without one. */
export function databaseName(url: string): string {
  const name = decodeURIComponent(parse(url).pathname.slice(1))
  if (!name)
    throw new SetupError('DATABASE_URL names no database: it must end in one, as in postgresql://user:password@host:5432/database.')
  return name
}

/** The same server, another database. */
export function withDatabase(url: string, name: string): string {
  const other = parse(url)
  other.pathname = `/${encodeURIComponent(name)}`
  return other.href
}

/** The same database, another role. An address without a host (a socket in `?host=`) can carry the role in its query only. */
export function withUser(url: string, user: string, password: string): string {
  const other = parse(url)
  other.searchParams.delete('user')
  other.searchParams.delete('password')
  if (other.host) {
    other.username = encodeURIComponent(user)
    other.password = encodeURIComponent(password)
  } else {
    other.searchParams.set('user', user)
    other.searchParams.set('password', password)
  }
  return other.href
}

const place = (url: string) => parse(url).host || parse(url).searchParams.get('host') || 'localhost'

/** Opens one connection to a PostgreSQL that is new enough, or says in one sentence (never with a password in it) why that cannot be. */
export async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000, application_name: 'as-amended setup' })
  client.on('error', () => {}) // a connection that is lost while idle shows at the next query
  try {
    await client.connect()
    const { rows } = await client.query<{ number: string; name: string }>(
      `SELECT current_setting('server_version_num') AS number, current_setting('server_version') AS name`,
    )
    if (Number(rows[0]?.number) < OLDEST * 10_000)
      throw new SetupError(`PostgreSQL ${rows[0]?.name} is too old: version ${OLDEST} or newer is needed.`)
    return client
  } catch (error) {
    await client.end().catch(() => {})
    throw error instanceof SetupError ? error : explain(error as { code?: string; message: string }, url)
  }
}

function explain(error: { code?: string; message: string }, url: string): Error {
  const code = error.code ?? ''
  if (code === '3D000')
    return Object.assign(new SetupError(`The database "${databaseName(url)}" does not exist at ${place(url)}.`), { code })
  if (code.startsWith('28'))
    return Object.assign(new SetupError(`PostgreSQL at ${place(url)} refuses the user or the password of its address.`), { code })
  if (code === '53300') return new SetupError(`PostgreSQL at ${place(url)} has no connection left.`)
  return Object.assign(new SetupError(`PostgreSQL does not answer at ${place(url)} (${error.message || code}).`), { code })
}

/** Creates the database that the address names, unless it exists. Safe when several processes do it at once. */
export async function ensureDatabase(url: string): Promise<void> {
  const name = databaseName(url)
  try {
    await (await connect(url)).end()
    return
  } catch (error) {
    if ((error as { code?: string }).code !== '3D000') throw error
  }
  const client = await connect(withDatabase(url, 'postgres'))
  try {
    await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)} ENCODING 'UTF8' TEMPLATE template0`)
  } catch (error) {
    const { code, message } = error as { code?: string; message: string }
    if (code !== '42P04' && code !== '23505')
      throw new SetupError(`The database "${name}" does not exist and cannot be created (${message}).`)
  } finally {
    await client.end()
  }
}

/** Runs `work` while no other process sets up the same database. */
export async function oneAtATime<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = await connect(url)
  try {
    await client.query('SELECT pg_advisory_lock($1)', [SETUP_LOCK])
    return await work(client)
  } finally {
    await client.end() // which releases the lock
  }
}
