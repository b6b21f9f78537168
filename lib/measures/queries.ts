// The desk's reads of measures, versions and revisions. Every one names the actor who reads; none changes anything.
import { whyNot } from '#lib/accounts/permissions.ts'
import type { Actor } from '#lib/system/actor.ts'
import { type Db, deskDb } from '#lib/system/db.ts'
import { NotAllowed, NotFound } from '#lib/system/errors.ts'
import type { ActElsewhere, CheckContext } from './checker.ts'
import { type Content, readContent } from './content.ts'
import { unsettledChanges } from './law-change-queries.ts'
import { isRef } from './measure.ts'
import type { RevisionKind } from './store.ts'
import { isOpen, type VersionState } from './version.ts'

export type Head = {
  id: number
  number: number
  kind: RevisionKind
  digest: string
  content: Content
  authorId: number
  authorName: string
  createdAt: Date
}

/** A version with its newest revision and everybody who wrote any of it. */
export type OneVersion = {
  id: number
  measureId: number
  ref: string
  economy: string
  economyName: string
  number: number
  state: VersionState
  stateChangedAt: Date
  publishedAt: Date | null
  /** Who sees it through: whoever started it, until it was given to somebody else. */
  responsible: { id: number; name: string }
  head: Head
  authorIds: number[]
  authors: string[]
}

const notThere = (ref: string, number?: number) =>
  new NotFound(number === undefined ? `There is no measure ${ref}.` : `There is no version ${number} of ${ref}.`)

function mayRead(actor: Actor) {
  const refused = whyNot(actor, 'read desk', null)
  if (refused !== null) throw new NotAllowed(refused)
}

/** One version with its head. With `lock`, its row is locked until the transaction ends. Throws NotFound. */
export async function loadVersion(db: Db, ref: string, number: number, lock: 'lock' | 'read' = 'read'): Promise<OneVersion> {
  if (!isRef(ref) || !Number.isSafeInteger(number) || number < 1 || number > 1_000_000) throw notThere(ref, number)
  if (lock === 'lock') {
    await db.$queryRaw`SELECT v.id FROM version v JOIN measure m ON m.id = v.measure_id WHERE m.ref = ${ref} AND v.number = ${number} FOR UPDATE OF v`
  }
  const found = await db.version.findFirst({
    where: { number, measure: { ref } },
    include: {
      measure: { include: { economy: true } },
      responsible: { select: { id: true, name: true } },
      startedBy: { select: { id: true, name: true } },
      revisions: { orderBy: { number: 'desc' }, take: 1 },
    },
  })
  const head = found?.revisions[0]
  if (!found || !head) throw notThere(ref, number)
  const authors = await db.revision.findMany({
    where: { versionId: found.id },
    distinct: ['authorId'],
    orderBy: [{ authorId: 'asc' }, { number: 'asc' }],
    select: { authorId: true, authorName: true },
  })
  const period = await db.$queryRaw<{ start: Date | null }[]>`SELECT lower(published_during) AS start FROM version WHERE id = ${found.id}`
  return {
    id: found.id,
    measureId: found.measureId,
    ref,
    economy: found.measure.economyCode,
    economyName: found.measure.economy.name,
    number,
    state: found.state,
    stateChangedAt: found.stateChangedAt,
    publishedAt: period[0]?.start ?? null,
    responsible: found.responsible ?? found.startedBy,
    head: {
      id: head.id,
      number: head.number,
      kind: head.kind,
      digest: head.digest ?? '',
      content: readContent(head.content),
      authorId: head.authorId,
      authorName: head.authorName,
      createdAt: head.createdAt,
    },
    authorIds: authors.map((author) => author.authorId),
    authors: authors.map((author) => author.authorName),
  }
}

export type VersionLine = {
  number: number
  state: VersionState
  startedAt: Date
  stateChangedAt: Date
  startedBy: string
  revisions: number
}

export type DeskMeasure = Awaited<ReturnType<typeof deskMeasure>>

/** A measure as the desk sees it: its versions, newest first, and which of them is open and which published. Throws NotFound. */
export async function deskMeasure(actor: Actor, ref: string) {
  mayRead(actor)
  const measure = isRef(ref)
    ? await deskDb().measure.findUnique({
        where: { ref },
        include: {
          economy: true,
          versions: {
            orderBy: { number: 'desc' },
            take: 200,
            include: { startedBy: { select: { name: true } } },
          },
        },
      })
    : null
  if (!measure) throw notThere(ref)
  // Asked for as a relation's count, it would be counted for every version that there is.
  const counts = await deskDb().revision.groupBy({
    by: ['versionId'],
    where: { versionId: { in: measure.versions.map(({ id }) => id) } },
    _count: true,
  })
  const revisions = new Map(counts.map((row) => [row.versionId, row._count]))
  const versions: VersionLine[] = measure.versions.map((version) => ({
    number: version.number,
    state: version.state,
    startedAt: version.startedAt,
    stateChangedAt: version.stateChangedAt,
    startedBy: version.startedBy.name,
    revisions: revisions.get(version.id) ?? 0,
  }))
  const [open, published, latest] = [
    versions.find((version) => isOpen(version.state)),
    versions.find((version) => version.state === 'published'),
    versions[0],
  ].map((version) => version?.number)
  // The newest is mostly one of the other two: each is loaded once, and at the same time.
  const numbers = [...new Set([open, published, latest])].filter((number) => number !== undefined)
  const loaded = new Map(await Promise.all(numbers.map(async (number) => [number, await loadVersion(deskDb(), ref, number)] as const)))
  const one = (number: number | undefined) => (number === undefined ? null : (loaded.get(number) ?? null))
  return {
    ref,
    economy: measure.economyCode,
    economyName: measure.economy.name,
    versions,
    open: one(open),
    published: one(published),
    latest: one(latest),
  }
}

/** The coverages that published measures already use, the most used first: suggestions for the form. */
export async function knownCoverages(actor: Actor): Promise<string[]> {
  mayRead(actor)
  const rows = await deskDb().$queryRaw<{ coverage: string }[]>`
    SELECT coverage FROM published.listing WHERE is_current AND coverage <> '' GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 200`
  return rows.map((row) => row.coverage)
}

export type RevisionLine = { number: number; author: string; at: Date; digest: string; origin: string }

/** The revisions of a version, newest first, at most 200. */
export async function revisionsOf(actor: Actor, versionId: number): Promise<RevisionLine[]> {
  mayRead(actor)
  const rows = await deskDb().revision.findMany({ where: { versionId }, orderBy: { number: 'desc' }, take: 200, omit: { content: true } })
  return rows.map((row) => ({
    number: row.number,
    author: row.authorName,
    at: row.createdAt,
    digest: row.digest ?? '',
    origin: row.origin,
  }))
}

/** One version for a page of the desk; null when there is none. */
export async function versionForDesk(actor: Actor, ref: string, number: number): Promise<OneVersion | null> {
  mayRead(actor)
  return loadVersion(deskDb(), ref, number).catch((error) => {
    if (error instanceof NotFound) return null
    throw error
  })
}

/** What a version is reviewed against: the published version of its measure, or for one that was published itself the one before it. Null for a first. */
export async function comparedWith(actor: Actor, version: OneVersion): Promise<{ number: number; content: Content } | null> {
  mayRead(actor)
  const wasPublished = version.publishedAt !== null
  const base = await deskDb().version.findFirst({
    where: {
      measureId: version.measureId,
      number: { lt: version.number },
      state: wasPublished ? { in: ['superseded', 'withdrawn'] } : { in: ['published', 'withdrawn'] },
    },
    orderBy: { number: 'desc' },
    include: { revisions: { orderBy: { number: 'desc' }, take: 1 } },
  })
  const head = base?.revisions[0]
  return base && head ? { number: base.number, content: readContent(head.content) } : null
}

/**
 * What the statement checker knows beside the text of a version: at most 1,000 acts of the other published measures of its economy, and the
 * confirmed law changes of the acts that it cites.
 */
export async function checkContext(actor: Actor, version: OneVersion, published: Content | null): Promise<CheckContext> {
  mayRead(actor)
  const { ref, economy, measureId, head } = version
  const [elsewhere, checks, lawChanges] = await Promise.all([
    deskDb().$queryRaw<ActElsewhere[]>`
      SELECT min(v.ref) AS ref, b.title, b."actRef",
        jsonb_path_query_array(b.events, '$[*] ? ((@.kind == "since" || @.kind == "adopted" || @.kind == "signed" || @.kind == "entry into force") && !exists(@.latest))') AS openings
      FROM published.listing l JOIN published.version v ON v.ref = l.ref AND v.number = l.number
      CROSS JOIN LATERAL jsonb_to_recordset(v.content -> 'bases') AS b(kind text, title text, "actRef" text, events jsonb)
      WHERE l.is_current AND l.economy_code = ${economy} AND v.ref <> ${ref} AND b.kind = 'act'
      GROUP BY 2, 3, 4 ORDER BY 1 LIMIT 1000`,
    deskDb().$queryRaw<{ on: string | null }[]>`SELECT max(checked_on)::text AS on FROM published.verification WHERE ref = ${ref}`,
    unsettledChanges(deskDb(), measureId, head.content),
  ])
  return {
    published: published && { bases: published.bases, description: published.description },
    lastVerifiedOn: checks[0]?.on ?? null,
    elsewhere,
    lawChanges,
    savedAt: head.createdAt,
  }
}

export type PastCheck = { on: string; by: string; version: number; note: string; at: Date }

/** When the published texts of a measure were checked against their sources, the last first, at most 100. */
export async function checksOf(actor: Actor, ref: string): Promise<PastCheck[]> {
  mayRead(actor)
  return deskDb().$queryRaw<PastCheck[]>`
    SELECT k.checked_on::text AS on, k.verifier_name AS by, v.number AS version, k.note, k.created_at AS at
    FROM verification k JOIN version v ON v.id = k.version_id JOIN measure m ON m.id = v.measure_id
    WHERE m.ref = ${ref} ORDER BY k.checked_on DESC, k.id DESC LIMIT 100`
}
