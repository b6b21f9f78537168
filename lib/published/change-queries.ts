// What changed for readers, newest first: publications, releases of several measures at once, withdrawals. Read through the public role.
import { nameOfChange } from '#lib/law-changes/law-change.ts'
import { type ChangeKind, readContent } from '#lib/measures/content.ts'
import { titleOf } from '#lib/measures/measure.ts'
import { publicDb } from '#lib/system/db.ts'
import { Prisma } from '#prisma/generated/client.ts'

export type ChangedMeasure = {
  ref: string
  number: number
  economy: string
  title: string
  changeKind: ChangeKind | null
  changeNote: string
}
export type PublicChange = { at: string } & (
  | { is: 'publication'; measure: ChangedMeasure }
  | { is: 'withdrawal'; measure: ChangedMeasure; reason: string }
  | { is: 'release'; id: number; actRef: string; actTitle: string; change: string; note: string; measures: ChangedMeasure[] }
)
export type ChangeList = { items: PublicChange[]; total: number; page: number; perPage: number }

/** `kind` is one of the change kinds, `release` or `withdrawal`. */
export type ChangeFilter = { kind?: ChangeKind | 'release' | 'withdrawal'; page: number }

type Entry = { is: PublicChange['is']; at: Date; ref: string | null; number: number | null; id: number | null; reason: string | null }

/** The changes of a page, 25 each. A version that was published in a release is told there and not again. */
export async function listChanges({ kind, page }: ChangeFilter): Promise<ChangeList> {
  const perPage = 25
  const reach = page * perPage
  const single = Prisma.sql`NOT EXISTS (SELECT FROM published.release_item i WHERE i.ref = v.ref AND i.number = v.number)`
  const ofKind =
    kind === undefined || kind === 'release' || kind === 'withdrawal' ? Prisma.sql`true` : Prisma.sql`v.content ->> 'changeKind' = ${kind}`
  // Each list ends where the page does, so that none is read further than it is shown.
  const parts = [
    {
      told: kind !== 'release' && kind !== 'withdrawal',
      rows: Prisma.sql`SELECT 'publication' AS is, v.published_at AS at, v.ref, v.number, NULL::int AS id, NULL AS reason FROM published.version v WHERE ${single} AND ${ofKind}`,
    },
    {
      told: kind === undefined || kind === 'release',
      rows: Prisma.sql`SELECT 'release' AS is, r.released_at AS at, NULL AS ref, NULL::int AS number, r.id, NULL AS reason FROM published.release r`,
    },
    {
      told: kind === undefined || kind === 'withdrawal',
      rows: Prisma.sql`SELECT 'withdrawal' AS is, w.withdrawn_at AS at, w.ref, w.number, NULL::int AS id, w.reason FROM published.withdrawal w`,
    },
  ].filter(({ told }) => told)
  const all = Prisma.join(
    parts.map(({ rows }) => Prisma.sql`(${rows} ORDER BY 2 DESC, 3, 5 LIMIT ${reach})`),
    ' UNION ALL ',
  )
  const counts = Prisma.join(
    parts.map(({ rows }) => Prisma.sql`(SELECT count(*) FROM (${rows}) rows)`),
    ' + ',
  )
  const [entries, totals] = await Promise.all([
    publicDb().$queryRaw<Entry[]>`SELECT * FROM (${all}) told ORDER BY at DESC, ref, id LIMIT ${perPage} OFFSET ${(page - 1) * perPage}`,
    publicDb().$queryRaw<{ total: bigint }[]>`SELECT ${counts} AS total`,
  ])
  const releases = await releasesOf(entries.flatMap(({ id }) => (id === null ? [] : [id])))
  const versions = [
    ...entries.flatMap(({ ref, number }) => (ref === null || number === null ? [] : [{ ref, number }])),
    ...releases.flatMap(({ items }) => items),
  ]
  const known = await measuresOf(versions)
  const items = entries.flatMap((entry): PublicChange[] => {
    const at = entry.at.toISOString()
    if (entry.is === 'release') {
      const found = releases.find(({ id }) => id === entry.id)
      if (!found) return []
      const measures = found.items.flatMap(({ ref, number }) => known.get(`${ref} ${number}`) ?? [])
      const { id, actRef, actTitle, note } = found
      return [{ at, is: 'release', id, actRef, actTitle, note, change: nameOfChange(found), measures }]
    }
    const measure = known.get(`${entry.ref} ${entry.number}`)
    if (!measure) return []
    return entry.is === 'withdrawal'
      ? [{ at, is: 'withdrawal', measure, reason: entry.reason ?? '' }]
      : [{ at, is: 'publication', measure }]
  })
  return { items, total: Number(totals[0]?.total ?? 0), page, perPage }
}

type Release = {
  id: number
  actRef: string
  actTitle: string
  kind: string
  date: string
  note: string
  items: { ref: string; number: number }[]
}

async function releasesOf(ids: readonly number[]): Promise<Release[]> {
  if (ids.length === 0) return []
  return publicDb().$queryRaw<Release[]>`
    SELECT r.id, r.act_ref AS "actRef", r.act_title AS "actTitle", r.kind, r.date, r.note,
      (SELECT jsonb_agg(jsonb_build_object('ref', i.ref, 'number', i.number) ORDER BY i.ref) FROM published.release_item i WHERE i.release_id = r.id) AS items
    FROM published.release r WHERE r.id = ANY(${[...ids]})`
}

async function measuresOf(versions: readonly { ref: string; number: number }[]): Promise<Map<string, ChangedMeasure>> {
  if (versions.length === 0) return new Map()
  const rows = await publicDb().$queryRaw<{ ref: string; number: number; economy: string; content: unknown }[]>`
    SELECT v.ref, v.number, e.name AS economy, v.content FROM published.version v JOIN published.economy e ON e.code = v.economy_code
    JOIN unnest(${versions.map(({ ref }) => ref)}::text[], ${versions.map(({ number }) => number)}::int[]) AS asked (ref, number)
      ON asked.ref = v.ref AND asked.number = v.number`
  return new Map(
    rows.map(({ content: stored, ...row }) => {
      const content = readContent(stored)
      const { changeKind, changeNote } = content
      return [`${row.ref} ${row.number}`, { ...row, title: titleOf(content), changeKind, changeNote }]
    }),
  )
}
