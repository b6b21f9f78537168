// Raw SQL as the application's own role and as the world's, against a database of its own: what the tests of the invariants attack with.
import pg from 'pg'
import type { Actor } from '#lib/system/actor.ts'
import { testDatabase } from './database.ts'

export type On = { ref: string; version: number }
export type Head = { id: number; digest: string; number: number }
export type Statement = [sql: string, values?: unknown[]]

/** Opens a database with three people in it. `attempt` tries statements in a transaction that is rolled back, and gives the error's text or 'done'. */
export async function underAttack() {
  const database = await testDatabase()
  const build = await import('./builders.ts')
  const { closeDb } = await import('#lib/system/db.ts')
  const app = new pg.Client({ connectionString: database.appUrl })
  const world = new pg.Client({ connectionString: database.publicUrl })
  await Promise.all([app.connect(), world.connect()])
  // The role's default is read-only: switched off here, so that its rights are what refuses.
  await world.query('SET default_transaction_read_only = off')
  const editor = await build.person({ email: 'editor@test.org', role: 'editor' })
  const reviewer = await build.person({ email: 'reviewer@test.org', role: 'reviewer' })
  const administrator = await build.person({ email: 'administrator@test.org', role: 'administrator' })

  return {
    database,
    build,
    app,
    world,
    editor,
    reviewer,
    administrator,
    cast: { editor, reviewer },
    attempt: async (...statements: Statement[]): Promise<string> => {
      await app.query('BEGIN')
      try {
        for (const [sql, values] of statements) await app.query(sql, values ?? [])
        await app.query('SET CONSTRAINTS ALL IMMEDIATE')
        return 'done'
      } catch (error) {
        return (error as Error).message
      } finally {
        await app.query('ROLLBACK')
      }
    },
    idOf: async (on: On): Promise<number> => {
      const sql = 'SELECT v.id FROM version v JOIN measure m ON m.id = v.measure_id WHERE m.ref = $1 AND v.number = $2'
      return (await app.query(sql, [on.ref, on.version])).rows[0].id
    },
    measureIdOf: async (on: On): Promise<number> => (await app.query('SELECT id FROM measure WHERE ref = $1', [on.ref])).rows[0].id,
    headOf: async (versionId: number): Promise<Head> =>
      (await app.query('SELECT id, digest, number FROM revision WHERE version_id = $1 ORDER BY number DESC LIMIT 1', [versionId])).rows[0],
    close: async () => {
      await Promise.all([app.end(), world.end(), closeDb()])
      await database.drop()
    },
  }
}

export type Attacks = Awaited<ReturnType<typeof underAttack>>

export const approvalRow = (versionId: number, head: { id: number; digest: string }, by: Actor): Statement => [
  `INSERT INTO approval (version_id, revision_id, digest, approver_id, approver_name) VALUES ($1, $2, $3, $4, 'x')`,
  [versionId, head.id, head.digest, by.id],
]
export const publishRow = (versionId: number, by: Actor): Statement => [
  `UPDATE version SET state = 'published', published_by_id = $2, published_during = tstzrange(now(), NULL) WHERE id = $1`,
  [versionId, by.id],
]
export const revisionRow = (versionId: number, number: number, by: Actor, content: object = { schemaVersion: 1 }): Statement => [
  `INSERT INTO revision (version_id, number, content, origin, author_id, author_name) VALUES ($1, $2, $3, 'form', $4, 'x')`,
  [versionId, number, JSON.stringify(content), by.id],
]
