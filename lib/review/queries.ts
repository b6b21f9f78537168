// What waits for a decision, and what was decided: the desk's reads of review. None changes anything.
import { whyNot } from '#lib/accounts/permissions.ts'
import type { DeskLine } from '#lib/measures/list-queries.ts'
import { titleOf } from '#lib/measures/measure.ts'
import type { AgeCell, CheckLine } from '#lib/measures/verification.ts'
import type { VersionState } from '#lib/measures/version.ts'
import { codeOfPlace } from '#lib/published/listing-queries.ts'
import type { Actor } from '#lib/system/actor.ts'
import { deskDb } from '#lib/system/db.ts'
import { NotAllowed } from '#lib/system/errors.ts'
import { Prisma } from '#prisma/generated/client.ts'
import { written } from './local-time.ts'

export type QueueLine = DeskLine & { mine: boolean; authors: string[]; revisions: number; takenBy: string | null }

/** The versions in review or approved that concern the actor's economies, the longest waiting first; `mine` marks those the actor wrote. */
export async function reviewQueue(
  actor: Actor,
  states: readonly ('in_review' | 'approved')[] = ['in_review', 'approved'],
): Promise<QueueLine[]> {
  const refused = whyNot(actor, 'read desk', null)
  if (refused !== null) throw new NotAllowed(refused)
  const scope = actor.economies === 'all' ? null : [...actor.economies]
  const rows = await deskDb().$queryRaw<
    {
      ref: string
      economy: string
      content: unknown
      number: number
      state: VersionState
      at: Date
      author: string
      authorIds: number[]
      authors: string[]
      revisions: number
      takenBy: string | null
    }[]
  >`
    SELECT m.ref, m.economy_code AS economy, h.content, v.number, v.state, v.state_changed_at AS at, h.author_name AS author,
      a.ids AS "authorIds", a.names AS authors, h.number AS revisions, nullif(c.reviewer_name, '') AS "takenBy"
    FROM version v JOIN measure m ON m.id = v.measure_id
    CROSS JOIN LATERAL (SELECT * FROM revision r WHERE r.version_id = v.id ORDER BY r.number DESC LIMIT 1) h
    CROSS JOIN LATERAL (SELECT array_agg(DISTINCT author_id) AS ids, array_agg(DISTINCT author_name) AS names FROM revision r WHERE r.version_id = v.id) a
    LEFT JOIN LATERAL (SELECT reviewer_name FROM review_claim k WHERE k.version_id = v.id AND k.created_at >= v.state_changed_at ORDER BY k.id DESC LIMIT 1) c
      ON v.state = 'in_review'
    WHERE v.state = ANY(${[...states]}::version_state[]) AND (${scope}::text[] IS NULL OR m.economy_code = ANY(${scope}::text[]))
    ORDER BY v.state_changed_at, v.id LIMIT 200`
  return rows.map(({ content, authorIds, ...row }) => ({ ...row, title: titleOf(content), mine: authorIds.includes(actor.id) }))
}

export type WaitingWithdrawal = {
  ref: string
  economy: string
  number: number
  title: string
  reason: string
  by: string
  at: Date
  mine: boolean
  /** The time that was asked for, in words; null: as soon as it is confirmed. */
  when: string | null
}

/** The requested withdrawals that wait for a decision, oldest first; of one measure when `ref` is given. */
export async function waitingWithdrawals(actor: Actor, ref?: string): Promise<WaitingWithdrawal[]> {
  const refused = whyNot(actor, 'read desk', null)
  if (refused !== null) throw new NotAllowed(refused)
  const rows = await deskDb().withdrawal.findMany({
    where: {
      decision: null,
      version: {
        state: 'published',
        measure: { ...(ref ? { ref } : {}), ...(actor.economies === 'all' ? {} : { economyCode: { in: [...actor.economies] } }) },
      },
    },
    orderBy: { id: 'asc' },
    take: 200,
    include: { version: { include: { measure: true, revisions: { orderBy: { number: 'desc' }, take: 1 } } } },
  })
  return rows.map((row) => ({
    ref: row.version.measure.ref,
    economy: row.version.measure.economyCode,
    number: row.version.number,
    title: titleOf(row.version.revisions[0]?.content),
    reason: row.reason,
    by: row.requesterName,
    at: row.createdAt,
    mine: row.requestedById === actor.id,
    when: row.localTime !== null && row.zone !== null ? written({ local: row.localTime, zone: row.zone }) : null,
  }))
}

export type PastReturn = { reason: string; by: string; at: Date; revision: number }

/** Why a version was returned, newest first. */
export async function returnsOf(_actor: Actor, versionId: number): Promise<PastReturn[]> {
  const rows = await deskDb().reviewReturn.findMany({
    where: { versionId },
    orderBy: { id: 'desc' },
    take: 50,
    include: { revision: { select: { number: true } } },
  })
  return rows.map((row) => ({ reason: row.reason, by: row.returnerName, at: row.createdAt, revision: row.revision.number }))
}

/** Who approved the head of a version, when, and what they ticked; null while nobody did. */
export async function approvalOf(
  _actor: Actor,
  versionId: number,
  digest: string,
): Promise<{ by: string; at: Date; checked: string[] } | null> {
  const row = await deskDb().approval.findFirst({ where: { versionId, digest }, orderBy: { id: 'desc' } })
  return row ? { by: row.approverName, at: row.createdAt, checked: row.checked } : null
}

// What is published with the last day on which any of its texts was checked, else the day of its first publication: a new version is no check.
const checkedTexts = Prisma.sql`
  SELECT v.ref, v.economy_code AS economy, v.place / 100 AS pillar, p.code AS "subPillar", coalesce(k.on, (m.first_published_at AT TIME ZONE 'UTC')::date) AS since,
    k.on IS NOT NULL AS checked, coalesce(s.check_every_months, 12) AS months
  FROM published.listing v CROSS JOIN LATERAL (SELECT ${codeOfPlace(Prisma.sql`v.place`)} AS code) p
  JOIN published.measure m ON m.ref = v.ref
  LEFT JOIN (SELECT ref, max(checked_on) AS on FROM published.verification GROUP BY ref) k ON k.ref = v.ref
  LEFT JOIN sub_pillar s ON s.code = p.code
  WHERE v.is_current`
const dueOn = Prisma.sql`(since + make_interval(months => months))::date`

export type CheckFilter = { economies?: readonly string[] | 'all'; pillar?: number; dueBy?: string; limit: number }

/** Published measures by when their texts are due for checking, the longest due first; `dueBy` is an ISO day. `total` counts those beyond the limit too. */
export async function measuresToCheck(actor: Actor, filter: CheckFilter): Promise<{ items: CheckLine[]; total: number }> {
  const refused = whyNot(actor, 'read desk', null)
  if (refused !== null) throw new NotAllowed(refused)
  const { economies = 'all', pillar = null, dueBy = null, limit } = filter
  const scope = economies === 'all' ? null : [...economies]
  const rows = await deskDb().$queryRaw<(Omit<CheckLine, 'title'> & { content: unknown; total: bigint })[]>`
    SELECT t.*, e.name AS "economyName", c.content FROM (
      SELECT ref, economy, "subPillar", since::text, checked, months, ${dueOn}::text AS "dueOn", count(*) OVER () AS total
      FROM (${checkedTexts}) texts
      WHERE (${scope}::text[] IS NULL OR economy = ANY(${scope}::text[])) AND (${pillar}::int IS NULL OR pillar = ${pillar}::int)
        AND (${dueBy}::date IS NULL OR ${dueOn} <= ${dueBy}::date)
      ORDER BY ${dueOn}, ref LIMIT ${limit}) t
    JOIN published.version c ON c.ref = t.ref AND c.is_current
    JOIN economy e ON e.code = t.economy ORDER BY t."dueOn", t.ref`
  const items = rows.map(({ content, total: _, ...row }) => ({ ...row, title: titleOf(content) }))
  return { items, total: Number(rows[0]?.total ?? 0) }
}

/** How long ago the texts of each economy and pillar were checked, on an ISO day: one row for each of the two that has published measures. */
export async function agesOfChecks(actor: Actor, today: string): Promise<AgeCell[]> {
  const refused = whyNot(actor, 'read desk', null)
  if (refused !== null) throw new NotAllowed(refused)
  return deskDb().$queryRaw<AgeCell[]>`
    SELECT economy, pillar, count(*)::int AS measures, percentile_disc(0.5) WITHIN GROUP (ORDER BY ${today}::date - since)::int AS "medianDays",
      max(${today}::date - since)::int AS "oldestDays", (count(*) FILTER (WHERE NOT checked))::int AS unchecked,
      (count(*) FILTER (WHERE ${dueOn} <= ${today}::date))::int AS due
    FROM (${checkedTexts}) texts GROUP BY economy, pillar ORDER BY economy, pillar`
}
