// What the commands and pages of preview links share: a link by the token of its address, how it stands, and that it was opened. It authorises nothing.
import { createHash } from 'node:crypto'
import type { Db } from '#lib/system/db.ts'
import { deskDb } from '#lib/system/db.ts'
import { isToken, type PreviewState } from './preview.ts'

/** What is kept of a token: who reads the database opens nothing with it. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

/** How a link stands at a moment. */
export async function stateOf(db: Db, linkId: number, at: Date): Promise<PreviewState | null> {
  const rows = await db.$queryRaw<{ state: PreviewState | null }[]>`SELECT preview_state(${linkId}::int, ${at}::timestamptz) AS state`
  return rows[0]?.state ?? null
}

/** The link of a token, when it is open at this moment. Null for anything else, without saying which. */
export async function openLink(db: Db, token: string, at: Date) {
  const link = isToken(token) ? await db.previewLink.findUnique({ where: { tokenHash: hashOf(token) } }) : null
  return link && (await stateOf(db, link.id, at)) === 'open' ? link : null
}

/** Keeps that a link was opened. */
export async function noteOpening(linkId: number, at: Date): Promise<void> {
  await deskDb().$executeRaw`
    INSERT INTO preview_opening (link_id, last_at) VALUES (${linkId}, ${at})
    ON CONFLICT (link_id) DO UPDATE SET last_at = greatest(preview_opening.last_at, excluded.last_at), times = preview_opening.times + 1`
}
