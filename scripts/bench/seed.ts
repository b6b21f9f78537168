// Fills a throwaway database with published measures by set-based SQL, all triggers on: every invariant holds of every row. It knows no HTTP.
import pg from 'pg'
import type { Content } from '#lib/measures/content.ts'
import { forceOf } from '#lib/published/snapshot.ts'
import { connect } from '#prisma/connection.ts'
import { say } from '../processes.ts'
import { actOf, contentOf, versionsOf } from './seed-text.ts'

export type Seeded = { refs: string[]; acts: string[]; longest: string; versions: number }
type Person = { id: number; name: string }
type Row = {
  ref: string
  number: number
  content: Content
  at: string
  pillar: number
  certain: string
  possible: string
}

const BATCH = 1000 // a transaction takes a lock per measure, and PostgreSQL's table of locks is bounded
const ECONOMIES = 200
const LONGEST = 50

const steps = [
  `INSERT INTO version (measure_id, number, started_by_id, started_at, state_changed_at)
   SELECT m.id, s.number, :editor, s.at, s.at FROM seed s JOIN measure m USING (ref) WHERE s.number = :n ORDER BY m.id`,
  'UPDATE seed s SET version_id = v.id FROM version v JOIN measure m ON m.id = v.measure_id WHERE m.ref = s.ref AND v.number = s.number AND s.number = :n',
  `INSERT INTO revision (version_id, number, content, origin, author_id, author_name, created_at)
   SELECT version_id, 1, content, 'form', :editor, :editorName, at FROM seed WHERE number = :n`,
  `INSERT INTO citation (revision_id, basis_id, act_id) SELECT r.id, b ->> 'id', a.id
   FROM seed s JOIN revision r ON r.version_id = s.version_id, jsonb_array_elements(s.content -> 'bases') b JOIN act a ON a.ref = b ->> 'actRef' WHERE s.number = :n`,
  `UPDATE version v SET state = 'in_review' FROM seed s WHERE v.id = s.version_id AND s.number = :n`,
  `INSERT INTO approval (version_id, revision_id, digest, approver_id, approver_name, created_at)
   SELECT r.version_id, r.id, r.digest, :reviewer, :reviewerName, s.at FROM seed s JOIN revision r ON r.version_id = s.version_id WHERE s.number = :n`,
  `UPDATE version v SET state = 'approved' FROM seed s WHERE v.id = s.version_id AND s.number = :n`,
  `UPDATE version v SET state = 'superseded', state_changed_at = s.at, published_during = tstzrange(lower(v.published_during), s.at)
   FROM seed s JOIN seed p ON p.ref = s.ref AND p.number = s.number - 1 WHERE v.id = p.version_id AND s.number = :n`,
  `UPDATE published.snapshot v SET is_current = false, published_during = tstzrange(lower(v.published_during), s.at)
   FROM seed s WHERE v.ref = s.ref AND v.number = s.number - 1 AND s.number = :n`,
  `UPDATE version v SET state = 'published', state_changed_at = s.at, published_by_id = :reviewer, published_during = tstzrange(s.at, NULL)
   FROM seed s WHERE v.id = s.version_id AND s.number = :n`,
  `INSERT INTO published.measure (ref, economy_code, state, version_number, first_published_at, updated_at)
   SELECT ref, left(ref, 2), 'published', number, at, at FROM seed WHERE number = :n
   ON CONFLICT (ref) DO UPDATE SET version_number = excluded.version_number, updated_at = excluded.updated_at`,
  `INSERT INTO published.snapshot (ref, number, economy_code, sub_pillar, pillar, revision_id, authors, approved_by, published_at,
     is_current, published_during, in_force, maybe_in_force)
   SELECT s.ref, s.number, left(s.ref, 2), s.content ->> 'subPillar', s.pillar, r.id, ARRAY[:editorName], :reviewerName, s.at,
     true, tstzrange(s.at, NULL), s.certain::datemultirange, s.possible::datemultirange
   FROM seed s JOIN revision r ON r.version_id = s.version_id WHERE s.number = :n`,
  `INSERT INTO published.citation (ref, number, basis_id, act_ref) SELECT s.ref, s.number, c.basis_id, a.ref
   FROM seed s JOIN revision r ON r.version_id = s.version_id JOIN citation c ON c.revision_id = r.id JOIN act a ON a.id = c.act_id WHERE s.number = :n`,
  `UPDATE published.listing l SET is_current = false, published_until = s.at FROM seed s WHERE l.ref = s.ref AND l.number = s.number - 1 AND s.number = :n`,
  `UPDATE published.wording w SET is_current = false FROM seed s WHERE w.ref = s.ref AND w.number = s.number - 1 AND s.number = :n`,
  'SELECT published.put_listing(ref, number) FROM seed WHERE number = :n',
  `INSERT INTO audit_entry (at, actor_id, actor_name, action, measure_ref, version_number, details)
   SELECT s.at, :reviewer, :reviewerName, 'version.published', s.ref, s.number, jsonb_build_object('revision', 1, 'digest', r.digest, 'supersedes', nullif(s.number - 1, 0))
   FROM seed s JOIN revision r ON r.version_id = s.version_id WHERE s.number = :n`,
]

/** `size` measures with three versions each on average, written by one person and approved by the other. The last one has many versions. */
export async function seed(ownerUrl: string, size: number, editor: Person, reviewer: Person): Promise<Seeded> {
  const client = await connect(ownerUrl)
  try {
    await client.query(`CREATE TEMP TABLE seed (ref text, number int, content jsonb, at timestamptz(3), pillar int, certain text, possible text,
      version_id int, PRIMARY KEY (ref, number))`)
    const codes = (await client.query<{ code: string }>(`SELECT code FROM economy ORDER BY code LIMIT ${ECONOMIES}`)).rows
    const subPillars = (await client.query<{ code: string }>('SELECT code FROM sub_pillar ORDER BY pillar_number, position')).rows
    const acts = await seedActs(client, Math.ceil(size / 4), codes, editor)
    const refs: string[] = []
    let versions = 0
    for (let begin = 0; begin < size; begin += BATCH) {
      const rows: Row[] = []
      for (let n = begin; n < Math.min(size, begin + BATCH); n++) {
        const code = codes[n % codes.length]?.code ?? ''
        const ref = `${code}-${String(Math.floor(n / codes.length) + 1).padStart(4, '0')}`
        refs.push(ref)
        const cited = [acts[n % acts.length], ...(n % 3 === 0 ? [acts[(n * 31 + 7) % acts.length]] : [])].filter((one) => one !== undefined)
        const count = n === size - 1 ? LONGEST : versionsOf(n)
        const subPillar = subPillars[(n * 17) % subPillars.length]?.code ?? ''
        for (let number = 1; number <= count; number++)
          rows.push(rowOf(ref, number, n, contentOf(n, number, subPillar, [...new Set(cited)])))
      }
      versions += rows.length
      await writeBatch(client, rows, editor, reviewer)
      // As autovacuum would between publications that lie years apart: the space of closed rows is used again.
      await client.query('VACUUM version, published.snapshot, published.listing, published.wording')
      // What PostgreSQL planned for empty tables would read all of them for each row.
      if (begin === 0) await client.query('ANALYZE')
      if ((begin + BATCH) % 10_000 === 0) say(`seeded ${begin + BATCH} measures`)
    }
    await client.query('VACUUM ANALYZE')
    return { refs, acts: acts.map(({ ref }) => ref), longest: refs.at(-1) ?? '', versions }
  } finally {
    await client.end()
  }
}

async function seedActs(client: pg.Client, count: number, codes: { code: string }[], editor: Person) {
  const acts = Array.from({ length: count }, (_, n) => ({ ...actOf(n), economy: codes[n % codes.length]?.code ?? '' }))
  const { rows } = await client.query<{ ref: string }>(
    `INSERT INTO act (economy_code, title, number, created_by_id) SELECT economy, title, number, $2
     FROM jsonb_to_recordset($1) AS a(economy text, title text, number text) RETURNING ref`,
    [JSON.stringify(acts), editor.id],
  )
  return rows.map(({ ref }, n) => ({ ref, act: actOf(n) }))
}

function rowOf(ref: string, number: number, n: number, content: Content): Row {
  const at = new Date(Date.UTC(2016, 0, 1) + number * 60 * 86_400_000 + n * 61_000).toISOString()
  return { ref, number, content, at, pillar: Number(content.subPillar.split('.')[0]), ...forceOf(content) }
}

async function writeBatch(client: pg.Client, rows: Row[], editor: Person, reviewer: Person): Promise<void> {
  await client.query('BEGIN')
  await client.query('TRUNCATE seed')
  await client.query(
    `INSERT INTO seed SELECT * FROM jsonb_to_recordset($1) AS s(ref text, number int, content jsonb, at timestamptz(3), pillar int, certain text,
       possible text)`,
    [JSON.stringify(rows)],
  )
  await client.query('ANALYZE seed')
  await client.query(
    `INSERT INTO measure (economy_code, number, ref, created_by_id, created_at)
     SELECT left(ref, 2), split_part(ref, '-', 2)::int, ref, $1, at FROM seed WHERE number = 1 ORDER BY ref`,
    [editor.id],
  )
  const most = Math.max(...rows.map(({ number }) => number))
  const said: Record<string, string> = {
    editor: String(editor.id),
    editorName: pg.escapeLiteral(editor.name),
    reviewer: String(reviewer.id),
    reviewerName: pg.escapeLiteral(reviewer.name),
  }
  for (let number = 1; number <= most; number++)
    for (const step of steps)
      await client.query(step.replace(/(?<!:):([a-zA-Z]+)\b/g, (mark, name) => (name === 'n' ? String(number) : (said[name] ?? mark))))
  await client.query('COMMIT')
}
