// The measure that people dread: 200 versions, 30 bases, a description of 10,000 words, open as a draft. Written past the triggers, as it would stand after years.
import type { Content } from '#lib/measures/content.ts'
import { connect } from '#prisma/connection.ts'
import { sessionCookie } from '../session-cookie.ts'
import type { Stage } from './case.ts'
import { chance } from './seed-text.ts'

const VERSIONS = 200
const BASES = 30
const vocabulary =
  'operator data law registry shall keep authority months permit foreign service payment records article under within'.split(' ')

/** So many words in sentences and paragraphs, the same for the same seed. */
export function longText(words: number, seed: number): string {
  const random = chance(seed)
  const word = () => `${vocabulary[Math.floor(random() * vocabulary.length)]}${Math.floor(random() * 40) || ''}`
  return Array.from({ length: words }, (_, n) => `${word()}${n % 80 === 79 ? '.\n\n' : n % 16 === 15 ? '. ' : ' '}`)
    .join('')
    .trim()
}

/** Writes it, once a stage; resolves to its ref. */
export async function longMeasure(stage: Stage): Promise<string> {
  const build = await import('#lib/testing/builders.ts')
  const { actorByEmail } = await import('#lib/accounts/queries.ts')
  const editor = await actorByEmail(stage.people.editor)
  if (!editor) throw new Error('The editor of the bench is gone.')
  const bases = Array.from({ length: BASES }, (_, n) =>
    build.act(`b${n}`, `Law No. ${n} on Communications`, `Since March ${1990 + n}, as amended in 2021`),
  )
  const content: Content = build.contentWith({ bases, description: longText(10_000, 1) })
  const economy = stage.seeded.refs[0]?.slice(0, 2) ?? ''
  const { ref } = await build.draft(editor, economy, { ...content, description: 'First.' })
  const owner = await connect(stage.urls.owner)
  try {
    await owner.query('SET session_replication_role = replica')
    await owner.query(`UPDATE version SET state = 'discarded' WHERE measure_id = (SELECT id FROM measure WHERE ref = $1)`, [ref])
    await owner.query(
      `WITH m AS (SELECT id FROM measure WHERE ref = $1),
       v AS (INSERT INTO version (measure_id, number, state, started_by_id)
         SELECT m.id, n, CASE WHEN n = $2 THEN 'draft'::version_state ELSE 'discarded' END, $3 FROM m, generate_series(2, $2) n RETURNING id)
       INSERT INTO revision (version_id, number, content, origin, author_id, author_name)
       SELECT v.id, r, $4::jsonb, 'form', $3, 'Ada Editor' FROM v, generate_series(1, 3) r`,
      [ref, VERSIONS, editor.id, JSON.stringify(content)],
    )
    await owner.query('ANALYZE version, revision')
  } finally {
    await owner.end()
  }
  return ref
}

/** The cookie of the editor's session. */
export const sessionOf = ({ people }: Stage) => sessionCookie(people.editor)

export const middleOf = (took: number[]): number => took.toSorted((a, b) => a - b)[Math.floor(took.length / 2)] ?? 0
