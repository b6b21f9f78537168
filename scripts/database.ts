// Which PostgreSQL the commands use: DATABASE_URL, or the embedded one under DATA_DIR, or a throwaway one; it never mixes them up.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { env, SetupError } from '#lib/system/env.ts'
import { withDatabase } from '#prisma/connection.ts'
import { type Cluster, openCluster } from './cluster.ts'
import { dataDir, keptSecret } from './data-dir.ts'
import { embeddedPrograms, type Programs, systemPrograms } from './postgres-programs.ts'

/** `url` is the owner's; `roleSecret` the one that the roles' passwords come from; `given` the roles of a database administrator. */
export type Database = { url: string; roleSecret: string; given?: { appUrl: string; publicUrl: string }; stop: () => Promise<void> }

const NAME = 'as_amended'

/** The database that quickstart, dev, import and user work on. Sets AUTH_SECRET for the embedded default. */
export async function openDatabase(): Promise<Database> {
  const url = process.env.DATABASE_URL
  if (url) return { url, roleSecret: env.authSecret, given: givenRoles(), stop: async () => {} }
  const dir = dataDir()
  process.env.AUTH_SECRET ||= keptSecret(dir, 'auth-secret')
  const cluster = await openCluster({ programs: await embeddedPrograms(), dataDir: dir, name: 'postgres' })
  // Not from AUTH_SECRET: a command started with another one would lock out a server that runs.
  return { ...cluster, url: withDatabase(cluster.url, NAME), roleSecret: keptSecret(dir, 'postgres-password') }
}

function givenRoles() {
  const { DATABASE_APP_URL: appUrl, DATABASE_PUBLIC_URL: publicUrl } = process.env
  if (appUrl && publicUrl) return { appUrl, publicUrl }
  if (appUrl || publicUrl) throw new SetupError('DATABASE_APP_URL and DATABASE_PUBLIC_URL are set both or not at all.')
  return undefined
}

/** A server for one run of tests, removed when it stops: the embedded one, or one of the system. */
export async function throwawayCluster(programs?: Programs): Promise<Cluster> {
  const dir = mkdtempSync(join(tmpdir(), 'as-amended-test-'))
  chmodSync(dir, 0o711) // PostgreSQL may run as another user
  const remove = () => rmSync(dir, { recursive: true, force: true })
  try {
    const cluster = await openCluster({ programs: programs ?? (await embeddedPrograms()), dataDir: dir, name: 'postgres', throwaway: true })
    return { url: cluster.url, stop: () => cluster.stop().finally(remove) }
  } catch (error) {
    remove()
    throw error
  }
}

export { systemPrograms }
