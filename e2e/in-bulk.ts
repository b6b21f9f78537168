// Does one deed to several measures as the desk's worker does it. It judges nothing.
import type { BulkRequest } from '#lib/bulk/bulk.ts'
import { beginBulk } from '#lib/bulk/commands/begin-bulk.ts'
import { planBulk } from '#lib/bulk/commands/plan-bulk.ts'
import type { Actor } from '#lib/system/actor.ts'
import { runBulk } from '../scripts/bulk-work.ts'
import type { On } from './fixtures.ts'

export async function inBulk(actor: Actor, request: BulkRequest, list: readonly On[]): Promise<void> {
  const planned = await planBulk(actor, { request, refs: list.map(({ ref }) => ref) })
  await beginBulk(actor, planned)
  await runBulk(planned)
}
