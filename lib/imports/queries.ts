// What an import has to know of the measures that exist, and what it did: the desk's reads of imports. None changes anything.
import { whyNot } from '#lib/accounts/permissions.ts'
import { type Content, readContent } from '#lib/measures/content.ts'
import type { Actor } from '#lib/system/actor.ts'
import { deskDb } from '#lib/system/db.ts'
import { NotAllowed, NotFound } from '#lib/system/errors.ts'
import type { Existing } from './plan.ts'

function mayImport(actor: Actor) {
  const refused = whyNot(actor, 'import', null)
  if (refused !== null) throw new NotAllowed(refused)
}

/**
 * The contents of these economies' measures that an import must not repeat: of each measure its newest text, its published text and the
 * text that was once imported, as it was read and as it became. Discarded versions do not count: what was thrown away may be imported again.
 */
export async function existingContents(economyCodes: readonly string[]): Promise<Existing[]> {
  if (economyCodes.length === 0) return []
  const rows = await deskDb().$queryRaw<{ ref: string; content: unknown }[]>`
    SELECT m.ref, r.content FROM measure m
    JOIN version v ON v.measure_id = m.id AND v.state <> 'discarded'
    JOIN revision r ON r.version_id = v.id
    WHERE m.economy_code = ANY(${[...economyCodes]}) AND (
      r.origin = 'import'
      OR r.number = (SELECT max(number) FROM revision h WHERE h.version_id = v.id)
        AND (v.state = 'published' OR v.number = (SELECT max(n.number) FROM version n WHERE n.measure_id = m.id AND n.state <> 'discarded')))
    UNION ALL
    SELECT m.ref, i.content FROM measure m
    JOIN import_item i ON i.measure_id = m.id AND i.outcome = 'create' AND i.content IS NOT NULL
    WHERE m.economy_code = ANY(${[...economyCodes]}) AND EXISTS (SELECT FROM import_basis b WHERE b.item_id = i.id AND b.choice IN ('link', 'enter'))
      AND EXISTS (SELECT FROM version v WHERE v.measure_id = m.id AND v.state <> 'discarded')`
  return rows.map(({ ref, content }) => ({ ref, content: readContent(content) }))
}

export type BatchLine = {
  id: number
  subject: 'measures' | 'acts'
  fileName: string
  by: string
  at: Date
  total: number
  toCreate: number
  created: number
  problems: number
}

/** The last imports that anybody had read, newest first, at most 30. */
export async function recentBatches(actor: Actor): Promise<BatchLine[]> {
  mayImport(actor)
  return batchLines(null)
}

async function batchLines(id: number | null): Promise<BatchLine[]> {
  return deskDb().$queryRaw<BatchLine[]>`
    SELECT b.id, b.subject::text AS subject, b.file_name AS "fileName", p.name AS by, b.created_at AS at, i.total, i."toCreate", i.created,
      (SELECT count(*)::int FROM import_problem q WHERE q.batch_id = b.id) AS problems
    FROM import_batch b JOIN person p ON p.id = b.created_by_id
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS total, count(*) FILTER (WHERE outcome = 'create')::int AS "toCreate",
        count(*) FILTER (WHERE outcome = 'create' AND done)::int AS created
      FROM (
        SELECT outcome::text, measure_id IS NOT NULL AS done FROM import_item WHERE batch_id = b.id
        UNION ALL SELECT CASE outcome WHEN 'update' THEN 'create' ELSE outcome::text END, done FROM import_act WHERE batch_id = b.id) one) i
    WHERE ${id}::int IS NULL OR b.id = ${id}::int
    ORDER BY b.id DESC LIMIT 30`
}

export type BatchItem = {
  ordinal: number
  line: number
  economy: string | null
  outcome: 'create' | 'same' | 'problem'
  ref: string | null
  content: Content | null
}

/** One import: its counts (`toCreate` and `created` of acts count the changed ones as well), and 50 of its items and at most 500 of its problems in the order of lines. Throws NotFound. */
export async function batchOf(actor: Actor, id: number, page: number) {
  mayImport(actor)
  const [batch] = Number.isSafeInteger(id) && id > 0 && id < 2 ** 31 ? await batchLines(id) : []
  if (!batch) throw new NotFound('There is no such import.')
  const perPage = 50
  const [items, problems] = await Promise.all([
    deskDb().importItem.findMany({
      where: { batchId: id, ordinal: { gt: (page - 1) * perPage, lte: page * perPage } },
      orderBy: { ordinal: 'asc' },
      include: { measure: { select: { ref: true } } },
      omit: { sourceText: true },
    }),
    deskDb().importProblem.findMany({ where: { batchId: id }, orderBy: [{ line: 'asc' }, { id: 'asc' }], take: 500 }),
  ])
  return {
    batch,
    page,
    perPage,
    problems: problems.map(({ line, column, message }) => ({ line, column, message })),
    items: items.map(
      (item): BatchItem => ({
        ordinal: item.ordinal,
        line: item.line,
        economy: item.economyCode,
        outcome: item.outcome,
        ref: item.measure?.ref ?? null,
        content: item.content === null ? null : readContent(item.content),
      }),
    ),
  }
}
