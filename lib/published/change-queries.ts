// What changed for readers, newest first: publications, releases of several measures at once, withdrawals. Read through the public role.
import { nameOfChange } from '#lib/law-changes/law-change.ts'
import { changeWords } from '#lib/measures/change-words.ts'
import { type ChangeKind, readPublished } from '#lib/measures/content.ts'
import { titleOf } from '#lib/measures/measure.ts'
import { publicRows } from '#lib/system/db.ts'
import { Prisma } from '#prisma/generated/client.ts'
import type { ChangeFilter } from './change-filter.ts'
import { emergencyOfVersion } from './emergency-queries.ts'
import { publishedNames } from './name-queries.ts'
import type { Emergency } from './schema.ts'

export type ChangedMeasure = {
  ref: string
  number: number
  economyCode: string
  economy: string
  title: string
  changeKind: ChangeKind | null
  changeNote: string
  /** What differs from the version before, a sentence a change. Empty for a first version, and where a withdrawn text would be repeated. */
  words: string[]
  publishedAt: string
  /** That no second person approved it before it was published. */
  emergency: Emergency
}
/** `key` tells changes of one instant apart, and orders them. */
export type PublicChange = { at: string; key: string } & (
  | { is: 'publication'; measure: ChangedMeasure }
  | { is: 'withdrawal'; measure: ChangedMeasure; reason: string }
  /** `measures` are those that were asked for, `of` is how many the release has. */
  | { is: 'release'; id: number; actRef: string; actTitle: string; change: string; note: string; measures: ChangedMeasure[]; of: number }
)
/** The place of a change in the order, from which a reader goes on. */
export type Place = Pick<PublicChange, 'at' | 'key'>
export type ChangeList = { items: PublicChange[]; total: number; page: number; perPage: number; more: boolean }

type Asked = Partial<ChangeFilter> & { after?: Place }
type Entry = {
  is: PublicChange['is']
  at: Date
  key: string
  ref: string | null
  number: number | null
  id: number | null
  reason: string | null
}

/** The changes of a page, or those after a place. A version that was published in a release is told there and not again, whatever its kind. */
export async function listChanges({ kind, page = 1, perPage = 25, after, ...asked }: Asked): Promise<ChangeList> {
  const place = await aboutOf(asked)
  const ofVersion = kind !== undefined && kind !== 'release' && kind !== 'withdrawal'
  const about = ofVersion ? Prisma.sql`${place} AND v.change_kind = ${kind}` : place
  const skip = after ? 0 : (page - 1) * perPage
  const reach = skip + perPage + 1
  const single = Prisma.sql`NOT EXISTS (SELECT FROM published.release_item i WHERE i.ref = v.ref AND i.number = v.number)`
  const any = ofVersion || Object.values(asked).some((value) => value !== undefined)
  // Each list ends where the page does, so that none is read further than it is shown.
  const parts = [
    {
      told: kind !== 'release' && kind !== 'withdrawal',
      at: Prisma.sql`v.published_at`,
      rows: Prisma.sql`SELECT 'publication' AS is, v.published_at AS at, (v.ref || ' ' || v.number) COLLATE "C" AS key, v.ref, v.number, NULL::int AS id, NULL AS reason
        FROM published.listing v WHERE ${single} AND ${about}`,
      total: Prisma.sql`(SELECT count(*) FROM published.listing v WHERE ${about}) - (SELECT count(*)
        FROM published.release_item i JOIN published.listing v ON v.ref = i.ref AND v.number = i.number WHERE ${about})`,
    },
    {
      told: kind !== 'withdrawal',
      at: Prisma.sql`r.released_at`,
      rows: Prisma.sql`SELECT 'release' AS is, r.released_at AS at, ('release ' || r.id) COLLATE "C" AS key, NULL AS ref, NULL::int AS number, r.id, NULL AS reason
        FROM published.release r WHERE ${
          any
            ? Prisma.sql`EXISTS (SELECT FROM published.release_item i JOIN published.listing v ON v.ref = i.ref AND v.number = i.number
                WHERE i.release_id = r.id AND ${about})`
            : Prisma.sql`true`
        }`,
    },
    {
      told: kind === undefined || kind === 'withdrawal',
      at: Prisma.sql`w.withdrawn_at`,
      rows: Prisma.sql`SELECT 'withdrawal' AS is, w.withdrawn_at AS at, (w.ref || ' ' || w.number || ' withdrawn') COLLATE "C" AS key, w.ref, w.number, NULL::int AS id, w.reason
        FROM published.withdrawal w JOIN published.listing v ON v.ref = w.ref AND v.number = w.number WHERE ${about}`,
    },
  ].filter(({ told }) => told)
  const onward = (at: Prisma.Sql) => (after ? Prisma.sql` AND ${at} <= ${after.at}::timestamptz` : Prisma.empty)
  const beyond = after ? Prisma.sql`WHERE at < ${after.at}::timestamptz OR key > ${after.key}` : Prisma.empty
  const all = Prisma.join(
    parts.map(
      ({ rows, at }) =>
        Prisma.sql`(SELECT * FROM (${rows}${onward(at)} ORDER BY 2 DESC, 3) part ${beyond} ORDER BY at DESC, key LIMIT ${reach})`,
    ),
    ' UNION ALL ',
  )
  const counts = Prisma.join(
    parts.map(({ rows, total }) => total ?? Prisma.sql`(SELECT count(*) FROM (${rows}) rows)`),
    ' + ',
  )
  const [found, totals] = await Promise.all([
    publicRows<Entry>`SELECT * FROM (${all}) told ORDER BY at DESC, key LIMIT ${perPage + 1} OFFSET ${skip}`,
    publicRows<{ total: number }>`SELECT (${counts})::int AS total`,
  ])
  const items = await told(found.slice(0, perPage), about)
  return { items, total: totals[0]?.total ?? 0, page, perPage, more: found.length > perPage }
}

/** What is asked of the listed version `v` that a change is about. */
async function aboutOf({ economy, pillar, act, measure }: Omit<Asked, 'kind' | 'page' | 'perPage' | 'after'>): Promise<Prisma.Sql> {
  const acts = act ? await publicRows<{ ref: string }>`SELECT ref FROM published.act WHERE ref = ${act} OR merged_into = ${act}` : []
  const conditions = [
    ...(economy ? [Prisma.sql`v.economy_code = ${economy}`] : []),
    ...(pillar ? [Prisma.sql`v.place / 100 = ${pillar}`] : []),
    ...(measure ? [Prisma.sql`v.ref = ${measure}`] : []),
    ...(act
      ? [
          Prisma.sql`EXISTS (SELECT FROM published.citation c WHERE c.ref = v.ref AND c.number = v.number AND c.act_ref = ANY(${acts.map(({ ref }) => ref)}))`,
        ]
      : []),
  ]
  return conditions.length === 0 ? Prisma.sql`true` : Prisma.join(conditions, ' AND ')
}

/** The entries with what they tell; a release has those of its measures that were asked for. */
async function told(entries: readonly Entry[], about: Prisma.Sql): Promise<PublicChange[]> {
  const releases = await releasesOf(
    entries.flatMap(({ id }) => (id === null ? [] : [id])),
    about,
  )
  const known = await measuresOf([
    ...entries.flatMap(({ ref, number }) => (ref === null || number === null ? [] : [{ ref, number }])),
    ...releases.flatMap(({ items }) => items ?? []),
  ])
  return entries.flatMap((entry): PublicChange[] => {
    const place = { at: entry.at.toISOString(), key: entry.key }
    if (entry.is === 'release') {
      const found = releases.find(({ id }) => id === entry.id)
      if (!found) return []
      const measures = (found.items ?? []).flatMap(({ ref, number }) => known.get(`${ref} ${number}`) ?? [])
      const { id, actRef, actTitle, note, of } = found
      return [{ ...place, is: 'release', id, actRef, actTitle, note, change: nameOfChange(found), measures, of }]
    }
    const measure = known.get(`${entry.ref} ${entry.number}`)
    if (!measure) return []
    // What the withdrawn version had changed is part of its text.
    return entry.is === 'withdrawal'
      ? [{ ...place, is: 'withdrawal', measure: { ...measure, words: [] }, reason: entry.reason ?? '' }]
      : [{ ...place, is: 'publication', measure }]
  })
}

type Release = {
  id: number
  actRef: string
  actTitle: string
  kind: string
  date: string
  note: string
  of: number
  items: { ref: string; number: number }[] | null
}

async function releasesOf(ids: readonly number[], about: Prisma.Sql): Promise<Release[]> {
  if (ids.length === 0) return []
  return publicRows<Release>`
    SELECT r.id, r.act_ref AS "actRef", r.act_title AS "actTitle", r.kind, r.date, r.note,
      (SELECT count(*)::int FROM published.release_item i WHERE i.release_id = r.id) AS of,
      (SELECT jsonb_agg(jsonb_build_object('ref', i.ref, 'number', i.number) ORDER BY i.ref)
        FROM published.release_item i JOIN published.listing v ON v.ref = i.ref AND v.number = i.number
        WHERE i.release_id = r.id AND ${about}) AS items
    FROM published.release r WHERE r.id = ANY(${[...ids]})`
}

type Versions = Pick<ChangedMeasure, 'ref' | 'number' | 'economyCode' | 'economy' | 'emergency'> & {
  publishedAt: Date
  content: unknown
  previous: unknown
  gone: boolean
}

async function measuresOf(versions: readonly { ref: string; number: number }[]): Promise<Map<string, ChangedMeasure>> {
  if (versions.length === 0) return new Map()
  const [rows, names] = await Promise.all([
    publicRows<Versions>`
      SELECT v.ref, v.number, v.economy_code AS "economyCode", e.name AS economy, v.content, p.content AS previous,
        v.published_at AS "publishedAt", to_jsonb(y) AS emergency,
        m.state = 'withdrawn' OR EXISTS (SELECT FROM published.withdrawal w WHERE w.ref = v.ref AND w.number IN (v.number, p.number)) AS gone
      FROM published.version v JOIN published.economy e ON e.code = v.economy_code JOIN published.measure m ON m.ref = v.ref
      JOIN unnest(${versions.map(({ ref }) => ref)}::text[], ${versions.map(({ number }) => number)}::int[]) AS asked (ref, number)
        ON asked.ref = v.ref AND asked.number = v.number
      LEFT JOIN LATERAL (${emergencyOfVersion}) y ON true
      LEFT JOIN LATERAL (SELECT o.number, o.content FROM published.version o WHERE o.ref = v.ref AND o.number < v.number
        ORDER BY o.number DESC LIMIT 1) p ON true`,
    publishedNames(),
  ])
  const subPillars = new Map(names.pillars.flatMap((pillar) => pillar.subPillars).map(({ code, name }) => [code, name]))
  return new Map(
    rows.map(({ content: stored, previous, gone, publishedAt, ...row }) => {
      const content = readPublished(stored)
      const { changeKind, changeNote } = content
      const words = gone || previous === null ? [] : changeWords(readPublished(previous), content, (code) => subPillars.get(code) ?? '')
      return [
        `${row.ref} ${row.number}`,
        { ...row, publishedAt: publishedAt.toISOString(), title: titleOf(content), changeKind, changeNote, words },
      ]
    }),
  )
}
