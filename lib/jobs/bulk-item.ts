// Settles an item of a bulk in the transaction of its deed: both are done, or neither is. It does no deed.
import type { Db } from '#lib/system/db.ts'
import { Stale } from '#lib/system/errors.ts'

/** What a command is given beside its own input when a bulk asks for it. */
export type ForBulk = { item?: number | undefined }

/** Says that the deed of an item is done. Throws Stale, which undoes the deed, when another worker has settled it. Without an item nothing happens. */
export async function settleItem(tx: Db, item: number | undefined, at: Date): Promise<void> {
  if (item === undefined) return
  const { count } = await tx.bulkItem.updateMany({ where: { id: item, state: 'waiting' }, data: { state: 'done', settledAt: at } })
  if (count === 0) throw new Stale('This item is settled already.')
}
