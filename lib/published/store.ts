// The only writer of what the world may see, inside the transactions of publish, approve afterwards and withdraw. The database refuses a text that is not the approved one.
import type { OneVersion } from '#lib/measures/queries.ts'
import type { Db } from '#lib/system/db.ts'
import { forceOf } from './snapshot.ts'

/** Writes the snapshot of a version that was published at `at`, as the current one of its measure. */
export async function putSnapshot(
  tx: Db,
  { version, approvedBy, at }: { version: OneVersion; approvedBy: string; at: Date },
): Promise<void> {
  const { ref, economy, number, authors } = version
  const { content } = version.head
  const force = forceOf(content)
  const pillar = Number(content.subPillar.split('.')[0])
  await tx.$executeRaw`
    INSERT INTO published.measure (ref, economy_code, state, version_number, first_published_at, updated_at)
    VALUES (${ref}, ${economy}, 'published', ${number}, ${at}, ${at})
    ON CONFLICT (ref) DO UPDATE SET state = 'published', version_number = excluded.version_number, updated_at = excluded.updated_at`
  await tx.$executeRaw`
    INSERT INTO published.snapshot (ref, number, economy_code, sub_pillar, pillar, revision_id, authors, approved_by, published_at,
      is_current, published_during, in_force, maybe_in_force)
    VALUES (${ref}, ${number}, ${economy}, ${content.subPillar}, ${pillar}, ${version.head.id}, ${authors}, ${approvedBy}, ${at},
      true, tstzrange(${at}, NULL), ${force.certain}::datemultirange, ${force.possible}::datemultirange)`
  await tx.$executeRaw`
    INSERT INTO published.citation (ref, number, basis_id, act_ref)
    SELECT ${ref}, ${number}, c.basis_id, a.ref FROM citation c JOIN act a ON a.id = c.act_id WHERE c.revision_id = ${version.head.id}`
  await tx.$executeRaw`SELECT published.put_listing(${ref}, ${number}::int)`
}

/** Ends the period of a snapshot that another supersedes at `at`. */
export async function closeSnapshot(tx: Db, ref: string, number: number, at: Date): Promise<void> {
  await tx.$executeRaw`
    UPDATE published.snapshot SET is_current = false, published_during = tstzrange(lower(published_during), ${at}) WHERE ref = ${ref} AND number = ${number}`
  await tx.$executeRaw`UPDATE published.listing SET is_current = false, published_until = ${at} WHERE ref = ${ref} AND number = ${number}`
  await tx.$executeRaw`UPDATE published.wording SET is_current = false WHERE ref = ${ref} AND number = ${number}`
}

/** Tells the world that no second person approved a version before it was published, and why. It stands beside it for ever. */
export async function tellEmergency(tx: Db, told: { version: OneVersion; reason: string; by: string; at: Date }): Promise<void> {
  const { ref, number } = told.version
  await tx.$executeRaw`
    INSERT INTO published.emergency (ref, number, reason, administrator_name, published_at) VALUES (${ref}, ${number}, ${told.reason}, ${told.by}, ${told.at})`
}

/** Tells the world that a second person approved the text afterwards. */
export async function tellLaterApproval(tx: Db, told: { version: OneVersion; by: string; at: Date }): Promise<void> {
  const { ref, number } = told.version
  await tx.$executeRaw`
    INSERT INTO published.later_approval (ref, number, approved_by, approved_at) VALUES (${ref}, ${number}, ${told.by}, ${told.at})`
}

/** Tells the world that a version is withdrawn, and why; its address stays. */
export async function tellWithdrawal(tx: Db, told: { ref: string; number: number; reason: string; at: Date }): Promise<void> {
  await closeSnapshot(tx, told.ref, told.number, told.at)
  await tx.$executeRaw`
    INSERT INTO published.withdrawal (ref, number, reason, withdrawn_at) VALUES (${told.ref}, ${told.number}, ${told.reason}, ${told.at})`
  await tx.$executeRaw`UPDATE published.measure SET state = 'withdrawn', updated_at = ${told.at} WHERE ref = ${told.ref}`
}
