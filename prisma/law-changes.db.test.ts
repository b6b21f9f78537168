// Law changes, impacts and releases, attacked with raw SQL as the application's own role. A name begins with its row of the failures where it has one.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#lib/system/actor.ts'
import { type Attacks, type Statement, underAttack } from '#lib/testing/attacks.ts'

let attacks: Attacks
let { app, world, attempt, build, cast, editor, reviewer, administrator, idOf } = {} as Attacks
let act: string
let ref: string

beforeAll(async () => {
  attacks = await underAttack()
  ;({ app, world, attempt, build, cast, editor, reviewer, administrator, idOf } = attacks)
  act = await build.registered(editor, 'KZ', 'Law on Communications', 'Since July 2004')
  ref = (await build.published(cast, await build.draft(editor, 'KZ', content()))).ref
})
afterAll(() => attacks?.close())

const content = () => build.contentWith({ bases: [build.citing('a', act, 'Law on Communications', 'Since July 2004')] })
const decide = (id: number, by: Actor, confirmed = true): Statement => [
  `INSERT INTO law_change_decision (law_change_id, confirmed, reason, decided_by_id, decider_name) VALUES ($1, $2, 'x', $3, 'x')`,
  [id, confirmed, by.id],
]
const open = (id: number): Statement => [
  `INSERT INTO impact (law_change_id, measure_id, economy_code, person_id, due_on) SELECT $1, id, economy_code, created_by_id, '2026-12-01' FROM measure WHERE ref = $2`,
  [id, ref],
]
const answer = (impact: number, by: Actor, reason = 'Television only.'): Statement => [
  `INSERT INTO impact_answer (impact_id, outcome, reason, answered_by_id, answerer_name) VALUES ($1, 'not_affected', $2, $3, 'x')`,
  [impact, reason, by.id],
]
const check = (by: Actor, accepted = true): Statement => [
  `INSERT INTO impact_check (answer_id, accepted, reason, checked_by_id, checker_name) SELECT max(id), $1, 'x', $2, 'x' FROM impact_answer`,
  [accepted, by.id],
]
const settle = (impact: number, outcome: string): Statement => [
  'UPDATE impact SET outcome = $2::impact_outcome, settled_at = now() WHERE id = $1',
  [impact, outcome],
]
let month = 0
const proposed = () => build.lawChange(editor, act, { date: `2025-${String(++month).padStart(2, '0')}` })
const oneImpact = async (): Promise<{ id: number; lawChangeId: number }> => {
  const lawChangeId = await build.confirmedLawChange(cast, act, { date: `2024-${String(++month).padStart(2, '0')}` })
  return { lawChangeId, id: (await app.query('SELECT id FROM impact WHERE law_change_id = $1', [lawChangeId])).rows[0].id }
}

describe('a law change', () => {
  test('W1 is confirmed by a second person who may review, once', async () => {
    const id = await proposed()
    expect(await attempt(decide(id, editor), open(id))).toMatch(/somebody who did not propose it/)
    const other = await build.person({ email: 'other@test.org', role: 'editor' })
    expect(await attempt(decide(id, other), open(id))).toMatch(/only reviewers and administrators/)
    expect(await attempt(decide(id, other, false))).toMatch(/only reviewers and administrators/)
    expect(await attempt(decide(id, editor, false))).toBe('done')
    expect(await attempt(decide(id, reviewer), open(id))).toBe('done')
    expect(await attempt(decide(id, reviewer), open(id), decide(id, administrator))).toMatch(/law_change_decision_pkey/)
  })
  test('is confirmed with an impact for every measure that cites the act, and not without', async () => {
    const id = await proposed()
    expect(await attempt(decide(id, reviewer))).toMatch(/cites the act and has no impact/)
    expect(await attempt(open(id))).toMatch(/only a confirmed law change has impacts/)
    expect(await attempt(decide(id, reviewer), open(id), open(id))).toMatch(/impact_law_change_id_measure_id_key/)
  })
  test('has a date that is one, a note and a source', async () => {
    const insert = (date: string, note: string, source: string): Statement => [
      `INSERT INTO law_change (act_id, kind, date, note, source_title, proposed_by_id, proposer_name) SELECT id, 'amended', $1, $2, $3, $4, 'x' FROM act LIMIT 1`,
      [date, note, source, editor.id],
    ]
    expect(await attempt(insert('spring 2025', 'x', 'x'))).toMatch(/law_change_date_shape/)
    expect(await attempt(insert('2025', ' ', 'x'))).toMatch(/law_change_has_note/)
    expect(await attempt(insert('2025', 'x', ' '))).toMatch(/law_change_has_source/)
  })
  test.each(['law_change', 'law_change_decision', 'commencement', 'impact_answer', 'impact_check', 'release', 'release_item'])(
    '%s is append-only',
    async (table) => {
      expect(await attempt([`DELETE FROM ${table}`])).toMatch(/permission denied|append-only/)
      const column = (await app.query('SELECT column_name AS name FROM information_schema.columns WHERE table_name = $1 LIMIT 1', [table]))
        .rows[0].name
      expect(await attempt([`UPDATE ${table} SET ${column} = ${column}`])).toMatch(/permission denied|append-only/)
    },
  )
})

describe('an impact', () => {
  test('is settled once, and not changed or deleted', async () => {
    const { id } = await oneImpact()
    const done = [answer(id, editor), check(reviewer), settle(id, 'not_affected')]
    expect(await attempt(...done)).toBe('done')
    expect(await attempt(...done, settle(id, 'not_affected'))).toMatch(/settled once/)
    expect(await attempt(...done, ['UPDATE impact SET outcome = NULL, settled_at = NULL WHERE id = $1', [id]])).toMatch(/settled once/)
    expect(await attempt(...done, answer(id, editor))).toMatch(/settled once/)
    expect(await attempt([`UPDATE impact SET due_on = '2030-01-01' WHERE id = $1`, [id]])).toMatch(/never changes/)
    expect(await attempt(['DELETE FROM impact WHERE id = $1', [id]])).toMatch(/permission denied|never deleted/)
  })
  test('W1 is not affected only after a second person checked it', async () => {
    const { id } = await oneImpact()
    expect(await attempt(settle(id, 'not_affected'))).toMatch(/checked by a second person/)
    expect(await attempt(answer(id, reviewer), check(reviewer), settle(id, 'not_affected'))).toMatch(/nobody checks their own/)
    expect(await attempt(answer(id, reviewer), check(editor), settle(id, 'not_affected'))).toMatch(/only reviewers and administrators/)
    expect(await attempt(answer(id, editor), check(reviewer, false), settle(id, 'not_affected'))).toMatch(/checked by a second person/)
    expect(await attempt(answer(id, editor, ' '))).toMatch(/impact_answer_says_how/)
    expect(await attempt(answer(id, editor), answer(id, reviewer))).toMatch(/has an answer already/)
  })
  test('is updated only by a version that was started for it and is published', async () => {
    const { id } = await oneImpact()
    const on = await build.amendment(editor, ref, { ...content(), coverage: 'x', changeKind: 'editorial', changeNote: 'x' })
    const version = await idOf(on)
    const bind: Statement = [
      `INSERT INTO impact_answer (impact_id, outcome, version_id, answered_by_id, answerer_name) VALUES ($1, 'updated', $2, $3, 'x')`,
      [id, version, editor.id],
    ]
    expect(await attempt(settle(id, 'updated'))).toMatch(/started for it and is published/)
    expect(await attempt(bind, settle(id, 'updated'))).toMatch(/started for it and is published/)
    const other = await build.draft(editor, 'KZ', build.contentWith())
    expect(await attempt([bind[0], [id, await idOf(other), editor.id]])).toMatch(/a draft of its measure/)
    await build.published(cast, on)
    expect(await attempt(bind)).toMatch(/a draft of its measure/)
  })
  test('begins open', async () => {
    const { lawChangeId } = await oneImpact()
    const other = await build.draft(editor, 'KZ', build.contentWith())
    const sql = `INSERT INTO impact (law_change_id, measure_id, economy_code, person_id, due_on, outcome, settled_at)
      SELECT $1, id, economy_code, created_by_id, '2026-12-01', 'updated', now() FROM measure WHERE ref = $2`
    expect(await attempt([sql, [lawChangeId, other.ref]])).toMatch(/begins open/)
  })
})

test('a release holds published versions of its law change only, of its moment', async () => {
  const { lawChangeId } = await oneImpact()
  const version = (await app.query(`SELECT id FROM version WHERE state = 'published' LIMIT 1`)).rows[0].id
  const release: Statement = [
    `INSERT INTO release (law_change_id, released_by_id, releaser_name) VALUES ($1, $2, 'x')`,
    [lawChangeId, reviewer.id],
  ]
  expect(await attempt(release, ['INSERT INTO release_item (release_id, version_id) SELECT max(id), $1 FROM release', [version]])).toMatch(
    /versions of its law change that were published at its moment/,
  )
})

test('L6 the world reads that a change is being reviewed, and nothing of who proposed, answered or why', async () => {
  const id = await proposed()
  const told = async () => (await world.query('SELECT ref, act_ref, kind, date FROM published.review_notice ORDER BY date')).rows
  expect((await told()).map(({ date }) => date)).not.toContain(`2025-${String(month).padStart(2, '0')}`)
  const { decideLawChange } = await import('#lib/law-changes/commands/decide-law-change.ts')
  await decideLawChange(reviewer, { id, confirm: true })
  expect(await told()).toContainEqual({ ref, act_ref: act, kind: 'amended', date: `2025-${String(month).padStart(2, '0')}` })
  for (const table of ['law_change', 'impact', 'impact_answer', 'impact_check', 'release'])
    await expect(world.query(`SELECT * FROM public.${table}`)).rejects.toThrow(/permission denied/)
})
