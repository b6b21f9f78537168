// Everything that was ever published, piece by piece in the order of its keys, for who takes all of it away. Read through the public role.
import { type Content, readPublished } from '#lib/measures/content.ts'
import { publicRows } from '#lib/system/db.ts'
import { listActs, type PublishedAct } from './act-queries.ts'
import { emergencyOfVersion } from './emergency-queries.ts'
import type { Emergency } from './schema.ts'

/** How many rows are in memory at once. */
const piece = 200

export type MeasureRow = {
  ref: string
  economy: string
  state: 'published' | 'withdrawn'
  version: number
  firstPublishedAt: Date
  updatedAt: Date
}
/** `content` is null where the measure or the version was withdrawn: its text is not given out again. */
export type VersionRow = {
  ref: string
  number: number
  economy: string
  pillar: number
  subPillar: string
  digest: string
  authors: string[]
  approvedBy: string
  emergency: Emergency
  publishedAt: Date
  publishedUntil: Date | null
  state: 'published' | 'superseded' | 'withdrawn'
  content: Content | null
}
export type WithdrawalRow = { ref: string; number: number; at: Date; reason: string }

/** Gives what `read` reads, piece after piece; `keyOf` is the place that the next piece begins after. */
async function* all<T, K>(first: K, keyOf: (row: T) => K, read: (after: K) => Promise<T[]>): AsyncGenerator<T> {
  for (let after = first; ; ) {
    const rows = await read(after)
    yield* rows
    const last = rows.at(-1)
    if (last === undefined || rows.length < piece) return
    after = keyOf(last)
  }
}

/** All measures that were public by `until`, where they stand now. */
export const everyPublishedMeasure = (until: Date): AsyncGenerator<MeasureRow> =>
  all(
    '',
    ({ ref }) => ref,
    (after) => publicRows<MeasureRow>`
      SELECT ref, economy_code AS economy, state::text, version_number AS version, first_published_at AS "firstPublishedAt", updated_at AS "updatedAt"
      FROM published.measure WHERE ref > ${after} AND first_published_at <= ${until} ORDER BY ref LIMIT ${piece}`,
  )

/** All versions that were published by `until`. */
export const everyVersion = (until: Date): AsyncGenerator<VersionRow> =>
  all(
    { ref: '', number: 0 },
    ({ ref, number }) => ({ ref, number }),
    async (after) => {
      const rows = await publicRows<Omit<VersionRow, 'content'> & { content: unknown }>`
        SELECT v.ref, v.number, v.economy_code AS economy, v.pillar, v.sub_pillar AS "subPillar", v.digest, v.authors,
          coalesce(nullif(v.approved_by, ''), y.approved ->> 'by', '') AS "approvedBy", to_jsonb(y) AS emergency,
          v.published_at AS "publishedAt", upper(v.published_during) AS "publishedUntil",
          CASE WHEN w.ref IS NOT NULL THEN 'withdrawn' WHEN v.is_current THEN 'published' ELSE 'superseded' END AS state,
          CASE WHEN w.ref IS NULL AND m.state = 'published' THEN v.content END AS content
        FROM published.version v JOIN published.measure m ON m.ref = v.ref
        LEFT JOIN published.withdrawal w ON w.ref = v.ref AND w.number = v.number
        LEFT JOIN LATERAL (${emergencyOfVersion}) y ON true
        WHERE (v.ref, v.number) > (${after.ref}, ${after.number}) AND v.published_at <= ${until} ORDER BY v.ref, v.number LIMIT ${piece}`
      return rows.map((row) => ({ ...row, content: row.content === null ? null : readPublished(row.content) }))
    },
  )

export const everyWithdrawal = (until: Date): AsyncGenerator<WithdrawalRow> =>
  all(
    { ref: '', number: 0 },
    ({ ref, number }) => ({ ref, number }),
    (after) => publicRows<WithdrawalRow>`
      SELECT ref, number, withdrawn_at AS at, reason FROM published.withdrawal
      WHERE (ref, number) > (${after.ref}, ${after.number}) AND withdrawn_at <= ${until} ORDER BY ref, number LIMIT ${piece}`,
  )

/** The acts of the register that are public, those that were merged left out. */
export const everyAct = (): AsyncGenerator<PublishedAct> =>
  all(
    '',
    ({ ref }) => ref,
    async (after) => (await listActs({ after, perPage: piece })).items,
  )
