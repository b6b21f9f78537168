// The desk's lists of measures: all of them narrowed by a filter, and those that wait for one person. None of these reads changes anything.
import { whyNot } from '#lib/accounts/permissions.ts'
import type { Actor } from '#lib/system/actor.ts'
import { deskDb } from '#lib/system/db.ts'
import { NotAllowed } from '#lib/system/errors.ts'
import { isStorable } from '#lib/system/text.ts'
import { Prisma } from '#prisma/generated/client.ts'
import { titleOf } from './measure.ts'
import { openStates, type VersionState } from './version.ts'

function mayRead(actor: Actor) {
  const refused = whyNot(actor, 'read desk', null)
  if (refused !== null) throw new NotAllowed(refused)
}

/** `q` is words as they stand in a title, the description or the coverage, or a part of a ref. */
export type DeskFilter = {
  q?: string
  economy?: string
  state?: VersionState
  /** Whoever sees an open version through. */
  responsible?: number
  /** The published version waits for a decision on its withdrawal. */
  withdrawal?: boolean
  page?: number
}
export type DeskLine = { ref: string; economy: string; title: string; number: number; state: VersionState; at: Date; author: string }
/** `returned` is who returned it last and why, while it is returned; else null. */
export type OpenLine = DeskLine & { returned: string | null }
/** `responsible` sees an open version through; null where none is open. */
export type ListedMeasure = DeskLine & { responsible: string | null }

const newest = Prisma.sql`
  measure m
  CROSS JOIN LATERAL (SELECT * FROM version v WHERE v.measure_id = m.id ORDER BY v.number DESC LIMIT 1) v
  CROSS JOIN LATERAL (SELECT * FROM revision r WHERE r.version_id = v.id ORDER BY r.number DESC LIMIT 1) r`

/** What a filter asks of `newest`; null when no text can hold its words. */
function asked(filter: DeskFilter): Prisma.Sql | null {
  const { q = '', economy = null, state = null, responsible, withdrawal } = filter
  if (!isStorable(q)) return null
  const words = q.trim()
  const pattern = `%${words.replace(/[\\%_]/g, '\\$&')}%`
  const more = [
    ...(responsible === undefined
      ? []
      : [Prisma.sql`coalesce(v.responsible_id, v.started_by_id) = ${responsible} AND v.state = ANY(${[...openStates]}::version_state[])`]),
    ...(withdrawal
      ? [
          Prisma.sql`EXISTS (SELECT FROM withdrawal w JOIN version p ON p.id = w.version_id WHERE p.measure_id = m.id AND p.state = 'published'
            AND NOT EXISTS (SELECT FROM withdrawal_decision d WHERE d.withdrawal_id = w.id))`,
        ]
      : []),
  ]
  return Prisma.join(
    [
      Prisma.sql`(${economy}::text IS NULL OR m.economy_code = ${economy})
        AND (${state}::version_state IS NULL OR v.state = ${state}::version_state)
        AND (${words} = '' OR m.ref ILIKE ${pattern} OR concat_ws(E'\n', r.content ->> 'description', r.content ->> 'coverage', (
          SELECT string_agg(basis ->> 'title', E'\n') FROM jsonb_array_elements(r.content -> 'bases') AS basis)) ILIKE ${pattern})`,
      ...more,
    ],
    ' AND ',
  )
}

/** The measures that a desk list shows, each by its newest version, newest change first: 50 a page. */
export async function deskMeasures(
  actor: Actor,
  filter: DeskFilter,
): Promise<{ items: ListedMeasure[]; total: number; page: number; perPage: number }> {
  mayRead(actor)
  const perPage = 50
  const page = filter.page ?? 1
  const where = asked(filter)
  if (where === null) return { items: [], total: 0, page, perPage }
  const [rows, totals] = await Promise.all([
    deskDb().$queryRaw<(Omit<ListedMeasure, 'title'> & { content: unknown })[]>`
      SELECT p.ref, p.economy, r.content, p.number, p.state, p.at, r.author_name AS author, a.name AS responsible
      FROM (
        SELECT m.id, m.ref, m.economy_code AS economy, r.id AS revision_id, v.number, v.state,
          CASE WHEN v.state = ANY(${[...openStates]}::version_state[]) THEN coalesce(v.responsible_id, v.started_by_id) END AS responsible_id, greatest(v.state_changed_at, r.created_at) AS at
        FROM ${newest} WHERE ${where} ORDER BY at DESC, m.id DESC LIMIT ${perPage} OFFSET ${(page - 1) * perPage}) p
      JOIN revision r ON r.id = p.revision_id LEFT JOIN person a ON a.id = p.responsible_id ORDER BY p.at DESC, p.id DESC`,
    deskDb().$queryRaw<{ total: bigint }[]>`SELECT count(*) AS total FROM ${newest} WHERE ${where}`,
  ])
  const items = rows.map(({ content, ...row }) => ({ ...row, title: titleOf(content) }))
  return { items, total: Number(totals[0]?.total ?? 0), page, perPage }
}

/** The refs of the measures that a list would show on all its pages, in its order, at most `limit`. */
export async function refsOf(actor: Actor, filter: DeskFilter, limit: number): Promise<string[]> {
  mayRead(actor)
  const where = asked(filter)
  if (where === null) return []
  const rows = await deskDb().$queryRaw<{ ref: string }[]>`
    SELECT m.ref FROM ${newest} WHERE ${where} ORDER BY greatest(v.state_changed_at, r.created_at) DESC, m.id DESC LIMIT ${limit}`
  return rows.map(({ ref }) => ref)
}

/** The open versions of the actor: what "my work" shows. */
export const myDrafts = (actor: Actor): Promise<OpenLine[]> => openVersionsOf(actor, actor.id)

/** The open versions that a person is responsible for or wrote any of, the last touched first. At most 200. */
export async function openVersionsOf(actor: Actor, personId: number): Promise<OpenLine[]> {
  mayRead(actor)
  const rows = await deskDb().$queryRaw<(Omit<OpenLine, 'title'> & { content: unknown })[]>`
    SELECT m.ref, m.economy_code AS economy, r.content, v.number, v.state, greatest(v.state_changed_at, r.created_at) AS at, r.author_name AS author,
      CASE WHEN v.state = 'returned'
        THEN (SELECT b.returner_name || ': ' || b.reason FROM review_return b WHERE b.version_id = v.id ORDER BY b.id DESC LIMIT 1) END AS returned
    FROM version v JOIN measure m ON m.id = v.measure_id
    CROSS JOIN LATERAL (SELECT * FROM revision r WHERE r.version_id = v.id ORDER BY r.number DESC LIMIT 1) r
    WHERE v.state = ANY(${[...openStates]}::version_state[])
      AND (v.responsible_id = ${personId}
        OR v.responsible_id IS NULL AND EXISTS (SELECT FROM revision mine WHERE mine.version_id = v.id AND mine.author_id = ${personId}))
    ORDER BY at DESC LIMIT 200`
  return rows.map(({ content, ...row }) => ({ ...row, title: titleOf(content) }))
}
