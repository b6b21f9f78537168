// The history of a measure for the desk: every revision of every version, and the two texts of a comparison. None is ever changed here.
import { whyNot } from '#lib/accounts/permissions.ts'
import type { Actor } from '#lib/system/actor.ts'
import { deskDb } from '#lib/system/db.ts'
import { NotAllowed, NotFound } from '#lib/system/errors.ts'
import { Prisma } from '#prisma/generated/client.ts'
import { type Content, readContent } from './content.ts'
import { isRef } from './measure.ts'
import type { RevisionName } from './revision.ts'
import type { RevisionKind } from './store.ts'
import type { VersionState } from './version.ts'

/** A revision in the history: what it is called, who saved it, and what others decided on exactly that text. `since` is the first of a sitting of autosaves, of which this is the last. */
export type HistoryLine = RevisionName & {
  id: number
  state: VersionState
  isHead: boolean
  author: string
  at: Date
  digest: string
  origin: 'form' | 'import' | 'published'
  kind: RevisionKind
  since: number | null
  approvedBy: string[]
  /** Who published it in an emergency, and who approved it after that. */
  emergencyBy: string | null
  approvedAfterwardsBy: string[]
  returnedBy: string[]
}
export type HistoryPage = { items: HistoryLine[]; older: number | null }

const PER_PAGE = 100

/** The autosaves of one person that follow one another without a longer pause are one sitting, told by its last; what somebody decided on is always told. */
const amidSitting = Prisma.sql`
  r.kind = 'autosave'
  AND EXISTS (
    SELECT FROM revision n WHERE n.version_id = r.version_id AND n.number = r.number + 1 AND n.kind = 'autosave'
      AND n.author_id = r.author_id AND n.created_at - r.created_at <= interval '30 minutes')
  AND NOT EXISTS (SELECT FROM approval a WHERE a.version_id = r.version_id AND a.revision_id = r.id)
  AND NOT EXISTS (SELECT FROM review_return b WHERE b.version_id = r.version_id AND b.revision_id = r.id)`

function mayRead(actor: Actor) {
  const refused = whyNot(actor, 'read desk', null)
  if (refused !== null) throw new NotAllowed(refused)
}

/** The revisions of a measure, newest first, 100 a page, autosaves by sitting; `before` is the id of the last one of the page above. Throws NotAllowed. */
export async function historyOf(actor: Actor, ref: string, before: number | null = null): Promise<HistoryPage> {
  mayRead(actor)
  if (!isRef(ref)) return { items: [], older: null }
  const rows = await deskDb().$queryRaw<Omit<HistoryLine, 'since'>[]>`
    SELECT r.id, v.number AS version, r.number AS revision, v.state, r.author_name AS author, r.created_at AS at, r.digest, r.origin, r.kind,
      NOT EXISTS (SELECT FROM revision n WHERE n.version_id = v.id AND n.number > r.number) AS "isHead",
      ARRAY(SELECT a.approver_name FROM approval a WHERE a.version_id = v.id AND a.revision_id = r.id
        AND (e.id IS NULL OR a.created_at < e.created_at) ORDER BY a.id) AS "approvedBy",
      e.administrator_name AS "emergencyBy",
      ARRAY(SELECT a.approver_name FROM approval a WHERE a.version_id = v.id AND a.revision_id = r.id
        AND a.created_at >= e.created_at ORDER BY a.id) AS "approvedAfterwardsBy",
      ARRAY(SELECT b.returner_name FROM review_return b WHERE b.version_id = v.id AND b.revision_id = r.id ORDER BY b.id) AS "returnedBy"
    FROM measure m JOIN version v ON v.measure_id = m.id JOIN revision r ON r.version_id = v.id
      LEFT JOIN emergency e ON e.version_id = v.id AND e.revision_id = r.id
    WHERE m.ref = ${ref} AND (${before}::int IS NULL OR r.id < ${before}::int) AND NOT (${amidSitting})
    ORDER BY r.id DESC LIMIT ${PER_PAGE + 1}`
  const items = rows.slice(0, PER_PAGE).map((row, index) => {
    const older = rows[index + 1]
    const first = older?.version === row.version ? older.revision + 1 : 1
    return { ...row, since: row.kind === 'autosave' && first < row.revision ? first : null }
  })
  return { items, older: rows.length > PER_PAGE ? (items.at(-1)?.id ?? null) : null }
}

/** A revision with its text. Throws NotAllowed, and NotFound when the measure has no such revision. */
export async function revisionOf(actor: Actor, ref: string, { version, revision }: RevisionName) {
  mayRead(actor)
  const found = isRef(ref)
    ? await deskDb().revision.findFirst({ where: { number: revision, version: { number: version, measure: { ref } } } })
    : null
  if (!found) throw new NotFound(`There is no revision ${version}.${revision} of ${ref}.`)
  const content: Content = readContent(found.content)
  return { version, revision, author: found.authorName, at: found.createdAt, digest: found.digest ?? '', content }
}
