// A database with people who change several measures at once: what the tests of bulks share. It expects nothing itself.
import type { BulkRequest } from '#lib/bulk/bulk.ts'
import type { Actor } from '#lib/system/actor.ts'
import { type On, underAttack } from './attacks.ts'

/** A stage, the commands and reads of bulks, and short ways to plan one, run it to its end and read what came of it. */
export async function bulkStage() {
  const stage = await underAttack()
  const commands = {
    ...(await import('#lib/bulk/commands/plan-bulk.ts')),
    ...(await import('#lib/bulk/commands/begin-bulk.ts')),
    ...(await import('#lib/bulk/commands/stop-bulk.ts')),
  }
  const queries = await import('#lib/bulk/queries.ts')
  const worker = await import('../../scripts/bulk-work.ts')
  const rows = async (sql: string, values: unknown[]) => (await stage.app.query(sql, values)).rows

  const run = async (bulk: number) => {
    while ((await rows("SELECT FROM bulk WHERE id = $1 AND state = 'running'", [bulk])).length > 0) await worker.runBulk({ bulk })
  }
  const begun = (more = {}, economy = 'KZ') => stage.build.draft(stage.editor, economy, stage.build.contentWith(more))
  const published = async (economy = 'KZ') => stage.build.published(stage.cast, await begun({}, economy))
  const plan = async (actor: Actor, request: BulkRequest, list: On[]) =>
    (await commands.planBulk(actor, { request, refs: list.map(({ ref }) => ref) })).bulk
  const resultsOf = async (bulk: number, actor: Actor = stage.administrator) =>
    (await queries.bulkItems(await queries.bulkOf(actor, bulk), 1)).map(({ ref, state, said }) => ({ ref, state, said }))
  const done = async (actor: Actor, request: BulkRequest, list: On[]) => {
    const bulk = await plan(actor, request, list)
    await commands.beginBulk(actor, { bulk })
    await run(bulk)
    return bulk
  }
  const stateOf = async (on: On): Promise<string> =>
    (await rows('SELECT state FROM version WHERE id = $1', [await stage.idOf(on)]))[0].state
  const entriesOf = (on: On, action: string) =>
    rows('SELECT actor_name FROM audit_entry WHERE measure_ref = $1 AND action = $2', [on.ref, action])
  return { ...stage, stage, commands, queries, worker, run, begun, published, plan, resultsOf, done, stateOf, entriesOf }
}
export type BulkStage = Awaited<ReturnType<typeof bulkStage>>
