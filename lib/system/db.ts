// The two connections of a process: the desk's role and the public's. Nothing here knows a table.
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { Prisma, PrismaClient } from '#prisma/generated/client.ts'
import { env } from './env.ts'
import { log } from './log.ts'

/** A Prisma client or the transaction of one: what queries and commands take. */
export type Db = PrismaClient | Prisma.TransactionClient

function open(url: string) {
  const pool = new pg.Pool({ connectionString: url, max: env.poolSize, idleTimeoutMillis: 30_000, connectionTimeoutMillis: 10_000 })
  // An idle client that loses its server must not kill the process: the next query connects anew.
  pool.on('error', (error) => log.warn({ error: error.message }, 'an idle database connection was lost'))
  const nameOf = statementNames()
  let prisma: PrismaClient | undefined
  const client = (): PrismaClient => {
    prisma ??= new PrismaClient({
      adapter: new PrismaPg(pool, { statementNameGenerator: ({ sql }) => nameOf(sql) }),
      // Commands that meet on one measure take turns; the default of 5 seconds would fail the later ones.
      transactionOptions: { maxWait: 15_000, timeout: 30_000 },
    })
    return prisma
  }
  const close = async (): Promise<void> => {
    await prisma?.$disconnect()
    await pool.end()
  }
  return { pool, nameOf, client, close }
}

/**
 * Gives each SQL text a name of its own, which makes PostgreSQL prepare it once a connection; texts of varying length are left unnamed. The names
 * belong to a pool, for the bundles that share it.
 */
function statementNames(): (sql: string) => string {
  const names = new Map<string, string>()
  return (sql) => {
    const known = names.get(sql)
    if (known) return known
    if (names.size >= 500) return ''
    const name = `s${names.size}`
    names.set(sql, name)
    return name
  }
}

// One pool per process and role, also across separately bundled routes and reloads in development.
const kept = globalThis as unknown as { asAmendedPools?: Map<string, ReturnType<typeof open>> }
kept.asAmendedPools ??= new Map()
const pools = kept.asAmendedPools

function connected(url: string) {
  const known = pools.get(url)
  if (known) return known
  const opened = open(url)
  pools.set(url, opened)
  return opened
}

/** The desk's connection: the role that may write, but not change what is append-only. */
export const deskDb = (): PrismaClient => connected(env.databaseAppUrl).client()

/** The desk's pool, for libraries that speak to pg themselves. */
export const deskPool = (): pg.Pool => connected(env.databaseAppUrl).pool

/** The public's pool: its role can select from the schema `published` and nothing else. */
export const publicPool = (): pg.Pool => connected(env.databasePublicUrl).pool

/**
 * The rows of a statement, read as the public's role; what stands in `${…}` is a parameter or a piece made by Prisma.sql. It goes to
 * PostgreSQL without Prisma's engine, which takes longer than most of these reads. Moments are Date, bigint is text.
 */
export async function publicRows<Row extends object>(strings: TemplateStringsArray, ...given: unknown[]): Promise<Row[]> {
  const { text, values } = Prisma.sql(strings, ...given)
  const { pool, nameOf } = connected(env.databasePublicUrl)
  return (await pool.query<Row>({ name: nameOf(text), text, values })).rows
}

/** Whether a rule that PostgreSQL holds said no to a query of Prisma (a constraint, or a trigger that raises): not that it could not answer. */
export function refusedByRule(error: unknown): boolean {
  const { meta } = error as { meta?: { driverAdapterError?: { cause?: { originalCode?: string } } } }
  return /^(23|P0|42501)/.test(meta?.driverAdapterError?.cause?.originalCode ?? '')
}

/** Closes all connections, so that a script or a test can end. */
export async function closeDb(): Promise<void> {
  const open = [...pools.values()]
  pools.clear()
  await Promise.all(open.map(({ close }) => close()))
}
