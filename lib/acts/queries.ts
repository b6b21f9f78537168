// The desk's reads of the register of acts. Every one names the actor who reads; none changes anything.
import { whyNot } from '#lib/accounts/permissions.ts'
import type { Actor } from '#lib/system/actor.ts'
import { type Db, deskDb } from '#lib/system/db.ts'
import { NotAllowed, NotFound } from '#lib/system/errors.ts'
import { isStorable } from '#lib/system/text.ts'
import type { LegalEventKind } from '#lib/timeline/legal-event.ts'
import { Prisma } from '#prisma/generated/client.ts'
import { type ActEvent, type Asked, gramsOf, isActRef, likelihood } from './act.ts'
import type { ActFields } from './schema.ts'

/** An act as it stands in the register. `edition` is what a form is based on. */
export type Act = Omit<ActFields, 'events'> & {
  id: number
  ref: string
  belongsTo: string
  edition: number
  mergedInto: string | null
  events: ActEvent[]
}

function mayRead(actor: Actor) {
  const refused = whyNot(actor, 'read desk', null)
  if (refused !== null) throw new NotAllowed(refused)
}

const whole = { economy: true, union: true, mergedInto: { select: { ref: true } }, events: { orderBy: { position: 'asc' } } } as const

function toAct(row: Prisma.ActGetPayload<{ include: typeof whole }>): Act {
  const { title, originalTitle, originalLanguage, number, issuer, url, eli, id, edition } = row
  return {
    ...{ id, ref: row.ref ?? '', edition, title, originalTitle, originalLanguage, number, issuer, url, eli },
    kind: row.kind as ActFields['kind'],
    economy: row.economyCode ?? '',
    union: row.unionCode ?? '',
    belongsTo: row.union?.name ?? row.economy?.name ?? '',
    mergedInto: row.mergedInto?.ref ?? null,
    events: row.events.map(({ kind, date, latest, sourceTitle, sourceUrl }) => ({
      ...{ kind: kind as LegalEventKind, date, sourceTitle, sourceUrl },
      ...(latest && { latest }),
    })),
  }
}

/** One act with its events. With `lock`, its row is locked until the transaction ends. Throws NotFound. */
export async function loadAct(db: Db, ref: string, lock: 'lock' | 'read' = 'read'): Promise<Act> {
  const none = new NotFound(`There is no act ${ref.slice(0, 20)}.`)
  if (!isActRef(ref)) throw none
  if (lock === 'lock') await db.$queryRaw`SELECT id FROM act WHERE ref = ${ref} FOR UPDATE`
  const row = await db.act.findUnique({ where: { ref }, include: whole })
  if (!row) throw none
  return toAct(row)
}

/** One act for a person of the desk. Throws NotFound. */
export async function actOf(actor: Actor, ref: string): Promise<Act> {
  mayRead(actor)
  return loadAct(deskDb(), ref)
}

/** The acts of these refs as they stand; of a merged one, the act that it was merged into, under the ref that was asked for. */
export async function standingActs(actor: Actor, refs: readonly string[]): Promise<Map<string, Act>> {
  mayRead(actor)
  const known = refs.filter(isActRef)
  if (known.length === 0) return new Map()
  const rows = await deskDb().act.findMany({ where: { ref: { in: known } }, include: { ...whole, mergedInto: { include: whole } } })
  return new Map(rows.map((row) => [row.ref ?? '', toAct(row.mergedInto ?? { ...row, mergedInto: null })]))
}

/** The acts of these refs, and all that stand of these economies and unions: what an import compares its rows with. */
export async function actsToCompare(
  actor: Actor | null,
  refs: readonly string[],
  of: { economies: string[]; unions: string[] },
): Promise<Act[]> {
  if (actor) mayRead(actor)
  const owned = { mergedIntoId: null, OR: [{ economyCode: { in: of.economies } }, { unionCode: { in: of.unions } }] }
  const rows = await deskDb().act.findMany({ where: { OR: [{ ref: { in: refs.filter(isActRef) } }, owned] }, include: whole })
  return rows.map(toAct)
}

/** Every act that stands, in the order in which they were entered, 500 in memory at a time. */
export async function* everyAct(actor: Actor): AsyncGenerator<Act> {
  mayRead(actor)
  for (let after = 0; ; ) {
    const rows = await deskDb().act.findMany({
      where: { id: { gt: after }, mergedIntoId: null },
      include: whole,
      orderBy: { id: 'asc' },
      take: 500,
    })
    yield* rows.map(toAct)
    const last = rows.at(-1)
    if (!last) return
    after = last.id
  }
}

export type ActFilter = { q?: string; economy?: string; union?: string; page?: number }
export type ActLine = Pick<Act, 'ref' | 'title' | 'originalTitle' | 'originalLanguage' | 'number' | 'belongsTo'>

const PER_PAGE = 30

/** Acts by any title or number in any script, typos forgiven, the likeliest first; without words, the newest first. An economy's are also those of its unions; merged ones are left out. */
export async function searchActs(actor: Actor, filter: ActFilter) {
  mayRead(actor)
  const { economy, union, page = 1 } = filter
  const q = isStorable(filter.q ?? '') ? (filter.q ?? '').trim().toLowerCase().slice(0, 300) : ''
  const words = Prisma.sql`act_words(a.title, a.original_title, a.number)`
  const exact = Prisma.sql`${words} LIKE ${`%${q.replace(/[\\%_]/g, '\\$&')}%`}`
  const owned = Prisma.join(
    [
      Prisma.sql`a.merged_into_id IS NULL`,
      ...(economy
        ? [
            Prisma.sql`(a.economy_code = ${economy}
              OR a.union_code IN (SELECT union_code FROM union_member WHERE economy_code = ${economy}))`,
          ]
        : []),
      ...(union ? [Prisma.sql`a.union_code = ${union}`] : []),
    ],
    ' AND ',
  )
  const asked = q === '' ? Prisma.sql`true` : Prisma.sql`(${exact} OR ${q} <% ${words} OR a.ref = ${q.toUpperCase()})`
  const likeliest = Prisma.sql`(${exact} OR a.ref = ${q.toUpperCase()}) DESC, word_similarity(${q}, ${words}) DESC,`
  const select = (where: Prisma.Sql, order: Prisma.Sql) => deskDb().$queryRaw<(ActLine & { total: number })[]>`
    SELECT a.ref, a.title, a.original_title AS "originalTitle", a.original_language AS "originalLanguage", a.number,
      coalesce(u.name, e.name) AS "belongsTo", (count(*) OVER ())::int AS total
    FROM act a LEFT JOIN economy e ON e.code = a.economy_code LEFT JOIN economic_union u ON u.code = a.union_code
    WHERE ${owned} AND ${where} ORDER BY ${order} a.id DESC LIMIT ${PER_PAGE} OFFSET ${(page - 1) * PER_PAGE}`
  const found = await select(asked, q === '' ? Prisma.empty : likeliest)
  // A PostgreSQL whose LC_CTYPE is C makes no trigrams of other letters: there a misspelt Cyrillic title is looked for piece by piece.
  const grams = found.length === 0 && /[^\p{ASCII}]/u.test(q) ? gramsOf(q) : []
  const share = Prisma.sql`(SELECT avg((strpos(' ' || ${words} || ' ', gram) > 0)::int) FROM unnest(${grams}::text[]) gram)`
  const rows = grams.length > 0 ? await select(Prisma.sql`${share} >= 0.5`, Prisma.sql`${share} DESC,`) : found
  return { items: rows.map(({ total: _, ...line }) => line), total: rows[0]?.total ?? 0, page, perPage: PER_PAGE }
}

export type Proposal = { ref: string; title: string; number: string; belongsTo: string; score: number; why: string }

/** The acts that a basis most likely means: of the economy or of a union it belongs to, with the same number or a similar title; at most three. */
export async function proposeActs(actor: Actor, asked: Asked & { economy: string }, db: Db = deskDb()): Promise<Proposal[]> {
  mayRead(actor)
  const title = asked.title.trim().slice(0, 2000)
  if ((title.length < 4 && asked.number === '') || !isStorable(title + asked.number + asked.economy)) return []
  const candidates = await db.$queryRaw<(Omit<Proposal, 'score' | 'why'> & { originalTitle: string })[]>`
    SELECT a.ref, a.title, a.original_title AS "originalTitle", a.number, coalesce(u.name, e.name) AS "belongsTo"
    FROM act a LEFT JOIN economy e ON e.code = a.economy_code LEFT JOIN economic_union u ON u.code = a.union_code
    WHERE a.merged_into_id IS NULL AND (a.economy_code = ${asked.economy} OR a.union_code = ${asked.economy}
      OR a.union_code IN (SELECT union_code FROM union_member WHERE economy_code = ${asked.economy}))
    ORDER BY (a.number <> '' AND strpos(lower(${`${title} ${asked.number}`}), lower(a.number)) > 0) DESC,
      greatest(similarity(a.title, ${title}), similarity(a.original_title, ${title})) DESC, a.id LIMIT 500`
  return candidates
    .flatMap(({ originalTitle, ...act }) => {
      const likely = likelihood({ ...act, originalTitle }, { title, number: asked.number })
      return likely === null ? [] : [{ ...act, ...likely }]
    })
    .sort((a, b) => b.score - a.score)
    .slice(0, 3)
}

export type CitingLine = { ref: string; economy: string; title: string; number: number; state: string; via: string }

/** The measures whose published or open version cites an act, or one that was merged into it: 50 to a page. */
export async function citingMeasures(actor: Actor, actId: number, page = 1, db: Db = deskDb()) {
  mayRead(actor)
  const perPage = 50
  const rows = await db.$queryRaw<(CitingLine & { total: number })[]>`
    SELECT m.ref, m.economy_code AS economy, v.number, v.state::text AS state, min(a.ref) AS via, (count(*) OVER ())::int AS total,
      (SELECT string_agg(b ->> 'title', ' · ') FROM jsonb_array_elements(r.content -> 'bases') b) AS title
    FROM act_family(${actId}) a JOIN citation c ON c.act_id = a.id JOIN revision r ON r.id = c.revision_id
    JOIN version v ON v.id = r.version_id AND v.state NOT IN ('superseded', 'withdrawn', 'discarded')
    JOIN measure m ON m.id = v.measure_id
    WHERE NOT EXISTS (SELECT FROM revision later WHERE later.version_id = r.version_id AND later.number > r.number)
    GROUP BY m.ref, m.economy_code, v.number, v.state, r.id ORDER BY m.ref, v.number LIMIT ${perPage} OFFSET ${(page - 1) * perPage}`
  return { items: rows.map(({ total: _, ...line }) => line), total: rows[0]?.total ?? 0, page, perPage }
}

/** The unions with their members, by name. */
export async function unions(): Promise<{ code: string; name: string; members: string[] }[]> {
  const rows = await deskDb().economicUnion.findMany({ include: { members: true }, orderBy: { name: 'asc' } })
  return rows.map(({ code, name, members }) => ({ code, name, members: members.map(({ economyCode }) => economyCode) }))
}
