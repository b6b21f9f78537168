// Runs once before the database tests: one server, one migrated template database with the reference data. It never touches an existing database.
import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { connect, ensureDatabase, withDatabase } from '#prisma/connection.ts'
import { ensureJobs } from '#prisma/jobs.ts'
import { migrate } from '#prisma/migrate.ts'
import { ensureRoles, roleName } from '#prisma/roles.ts'
import { throwawayCluster } from '../../scripts/database.ts'
import { generateClient } from '../../scripts/generate.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    template: { ownerUrl: string; appUrl: string; publicUrl: string }
  }
}

/** Uses the server of TEST_DATABASE_URL or DATABASE_URL (on new databases only), else starts a throwaway embedded one. */
export default async function setup(project: TestProject) {
  process.env.AUTH_SECRET ||= randomBytes(32).toString('hex')
  const given = process.env.TEST_DATABASE_URL || process.env.DATABASE_URL
  const cluster = given ? { url: given, stop: async () => {} } : await throwawayCluster()
  const name = `as_amended_test_${randomBytes(4).toString('hex')}`
  const clean = async () => {
    await removeAll(cluster.url, name)
    await cluster.stop()
  }
  try {
    await generateClient()
    const ownerUrl = withDatabase(cluster.url, name)
    await ensureDatabase(ownerUrl)
    await migrate(ownerUrl)
    await ensureJobs(ownerUrl)
    const roles = await ensureRoles(ownerUrl, process.env.AUTH_SECRET)
    const env = { ...process.env, DATABASE_APP_URL: roles.appUrl, DATABASE_PUBLIC_URL: roles.publicUrl }
    const loaded = spawnSync(process.execPath, ['scripts/reference.ts'], { env, encoding: 'utf8' })
    if (loaded.status !== 0) throw new Error(`The reference data cannot be loaded: ${loaded.stderr}`)
    project.provide('template', { ownerUrl, ...roles })
  } catch (error) {
    await clean()
    throw error
  }
  return clean
}

/** The template, every copy that a test forgot, and both roles, which belong to the whole server. */
async function removeAll(url: string, name: string): Promise<void> {
  const client = await connect(withDatabase(url, 'postgres'))
  try {
    const { rows } = await client.query<{ datname: string }>('SELECT datname FROM pg_database WHERE starts_with(datname, $1)', [name])
    for (const { datname } of rows) await client.query(`DROP DATABASE IF EXISTS ${pg.escapeIdentifier(datname)} WITH (FORCE)`)
    for (const suffix of ['app', 'public'] as const)
      await client.query(`DROP ROLE IF EXISTS ${pg.escapeIdentifier(roleName(name, suffix))}`)
  } finally {
    await client.end()
  }
}
