// A PostgreSQL as others have it, for running the database tests a second time; it never touches a database that exists.
import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { SetupError } from '#lib/system/env.ts'
import { connect } from '#prisma/connection.ts'
import type { Cluster } from './cluster.ts'
import { systemPrograms, throwawayCluster } from './database.ts'
import { say } from './processes.ts'

/** The server at `url` if there is one, else a throwaway one from the system's programs; under CI Debian's are installed first. */
export async function openStock(url: string | undefined): Promise<(Cluster & { name: string }) | undefined> {
  if (url) return { url, name: await versionOf(url), stop: async () => {} }
  const ci = process.env.CI === 'true'
  const programs = systemPrograms() ?? (ci ? installFromDebian() : undefined)
  if (programs) {
    const cluster = await throwawayCluster(programs)
    return { ...cluster, name: await versionOf(cluster.url) }
  }
  const sentence = 'No stock PostgreSQL was found: set TEST_DATABASE_URL to one, or install the package postgresql.'
  if (ci) throw new SetupError(sentence)
  console.error(`${sentence} The database tests ran on the embedded one only.`)
  return undefined
}

async function versionOf(url: string): Promise<string> {
  const client = await connect(url)
  const { rows } = await client.query<{ server_version: string }>('SHOW server_version').finally(() => client.end())
  return `PostgreSQL ${rows[0]?.server_version}`
}

function installFromDebian() {
  if (process.getuid?.() !== 0) return undefined
  say('installing PostgreSQL from Debian')
  const apt = (...args: string[]) =>
    spawnSync('apt-get', ['-qq', ...args], { stdio: ['ignore', 2, 2], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
      .status === 0
  if (!apt('update') || !apt('install', '-y', '--no-install-recommends', 'postgresql-common')) return undefined
  // The package would start a server of its own; the tests bring theirs.
  mkdirSync('/etc/postgresql-common/createcluster.d', { recursive: true })
  writeFileSync('/etc/postgresql-common/createcluster.d/none.conf', 'create_main_cluster = false\n')
  return apt('install', '-y', '--no-install-recommends', 'postgresql') ? systemPrograms() : undefined
}
