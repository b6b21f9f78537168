// The two connections of a process: the desk's role and the public's. Nothing here knows a table.
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { type Prisma, PrismaClient } from '#prisma/generated/client.ts'
import { env } from './env.ts'
import { log } from './log.ts'

/** A Prisma client or the transaction of one: what queries and commands take. */
export type Db = PrismaClient | Prisma.TransactionClient

function open(url: string) {
  const pool = new pg.Pool({ connectionString: url, max: env.poolSize, idleTimeoutMillis: 30_000, connectionTimeoutMillis: 10_000 })
  // An idle client that loses its server must not kill the process: the next query connects anew.
  pool.on('error', (error) => log.warn({ error: error.message }, 'an idle database connection was lost'))
  return {
    pool,
    prisma: new PrismaClient({
      adapter: new PrismaPg(pool, { statementNameGenerator: statementName }),
      // Commands that meet on one measure take turns; the default of 5 seconds would fail the later ones.
      transactionOptions: { maxWait: 15_000, timeout: 30_000 },
    }),
  }
}

const statementNames = new Map<string, string>()

/** A stable name per SQL text makes PostgreSQL prepare it once a connection; texts of varying length are left unnamed. */
function statementName({ sql }: { sql: string }): string {
  const known = statementNames.get(sql)
  if (known) return known
  if (statementNames.size >= 500) return ''
  const name = `s${statementNames.size}`
  statementNames.set(sql, name)
  return name
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
export const deskDb = (): PrismaClient => connected(env.databaseAppUrl).prisma

/** The desk's pool, for libraries that speak to pg themselves. */
export const deskPool = (): pg.Pool => connected(env.databaseAppUrl).pool

/** The public's connection: its role can select from the schema `published` and nothing else. */
export const publicDb = (): PrismaClient => connected(env.databasePublicUrl).prisma

/** Closes all connections, so that a script or a test can end. */
export async function closeDb(): Promise<void> {
  const open = [...pools.values()]
  pools.clear()
  await Promise.all(open.map(async ({ prisma, pool }) => prisma.$disconnect().then(() => pool.end())))
}
