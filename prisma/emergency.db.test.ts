// Publication in an emergency and its approval afterwards, attacked with raw SQL as the application's own role. A name begins with its row of the failures.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#lib/system/actor.ts'
import { type Attacks, approvalRow, type On, publishRow, revisionRow, type Statement, underAttack } from '#lib/testing/attacks.ts'

let attacks: Attacks
let { app, attempt, build, cast, editor, headOf, idOf, reviewer, administrator } = {} as Attacks

beforeAll(async () => {
  attacks = await underAttack()
  ;({ app, attempt, build, cast, editor, headOf, idOf, reviewer, administrator } = attacks)
})

afterAll(() => attacks?.close())

const reason = 'A court stopped the law that it tells of.'
const begun = () => build.draft(editor, 'KZ', build.contentWith())
const emergencyRow = (versionId: number, head: { id: number; digest: string }, by: Actor, because = reason): Statement => [
  `INSERT INTO emergency (version_id, revision_id, digest, reason, administrator_id, administrator_name, created_at) VALUES ($1, $2, $3, $4, $5, 'x', now())`,
  [versionId, head.id, head.digest, because, by.id],
]
const measureRow = (on: On): Statement => [
  `INSERT INTO published.measure (ref, economy_code, state, version_number, first_published_at, updated_at) VALUES ($1, 'KZ', 'published', 1, now(), now())`,
  [on.ref],
]
const snapshotRow = (on: On, versionId: number, approvedBy: string): Statement => [
  `INSERT INTO published.snapshot (ref, number, economy_code, sub_pillar, pillar, revision_id, authors, approved_by, published_at, is_current, published_during, in_force, maybe_in_force)
   SELECT $1, $2, 'KZ', '8.4', 8, r.id, '{}', $4, now(), true, tstzrange(now(), NULL), '{}', '{}' FROM revision r WHERE r.version_id = $3 ORDER BY r.number DESC LIMIT 1`,
  [on.ref, on.version, versionId, approvedBy],
]
const toldRow = (on: On, because = reason): Statement => [
  `INSERT INTO published.emergency (ref, number, reason, administrator_name, published_at) VALUES ($1, $2, $3, 'x', now())`,
  [on.ref, on.version, because],
]
/** All that a publication in an emergency writes. */
const whole = async (on: On): Promise<Statement[]> => {
  const id = await idOf(on)
  return [
    emergencyRow(id, await headOf(id), administrator),
    publishRow(id, administrator),
    measureRow(on),
    snapshotRow(on, id, ''),
    toldRow(on),
  ]
}

test('W1 only an administrator who is not disabled publishes in an emergency, with a reason that says something', async () => {
  const gone = await build.person({ email: 'gone@test.org', role: 'administrator' })
  await app.query('UPDATE person SET disabled_at = now() WHERE id = $1', [gone.id])
  const on = await begun()
  const id = await idOf(on)
  const head = await headOf(id)
  for (const by of [editor, reviewer, gone]) expect(await attempt(emergencyRow(id, head, by))).toMatch(/only an administrator/)
  for (const because of ['', ' '.repeat(40), 'urgent'])
    expect(await attempt(emergencyRow(id, head, administrator, because))).toMatch(/emergency_has_reason/)
  expect(await attempt(...(await whole(on)))).toBe('done')
})

test('W1 an emergency of one person publishes for no other, and of one version no other', async () => {
  const other = await build.person({ email: 'other@test.org', role: 'administrator' })
  const [on, elsewhere] = [await begun(), await begun()]
  const [id, elsewhereId] = [await idOf(on), await idOf(elsewhere)]
  const head = await headOf(id)
  expect(await attempt(emergencyRow(id, head, administrator), publishRow(id, other))).toMatch(/cannot become published/)
  expect(await attempt(emergencyRow(id, head, administrator), publishRow(elsewhereId, administrator))).toMatch(/cannot become published/)
  expect(await attempt(emergencyRow(elsewhereId, head, administrator)), 'a revision of another version').toMatch(
    /newest revision|foreign key/,
  )
  expect(await attempt(publishRow(id, administrator)), 'without one').toMatch(/cannot become published/)
})

test('W2 an emergency is of exactly the newest text: one byte afterwards voids it', async () => {
  const on = await begun()
  const id = await idOf(on)
  const head = await headOf(id)
  const first = (await app.query('SELECT id, digest FROM revision WHERE version_id = $1 AND number = 1', [id])).rows[0]
  expect(await attempt(emergencyRow(id, first, administrator))).toMatch(/not about the newest revision/)
  expect(await attempt(emergencyRow(id, { ...head, digest: first.digest }, administrator))).toMatch(/not about the newest revision/)
  const changed = revisionRow(id, 3, administrator, { ...build.contentWith(), coverage: 'Everything' } as never)
  expect(await attempt(emergencyRow(id, head, administrator), changed, publishRow(id, administrator))).toMatch(/cannot become published/)
})

test('W1 it overrules nobody who said no, and replaces no approval that is there', async () => {
  const returned = await build.returned(cast, await begun(), 'Name the article.')
  const id = await idOf(returned)
  expect(await attempt(emergencyRow(id, await headOf(id), administrator))).toMatch(/text that was returned/)
  const approved = await build.approved(cast, await begun())
  const approvedId = await idOf(approved)
  expect(await attempt(emergencyRow(approvedId, await headOf(approvedId), administrator))).toMatch(
    /approved is not published in an emergency/,
  )
  const asked = await build.submitted(editor, await begun())
  const askedId = await idOf(asked)
  const { addComment } = await import('#lib/review/commands/add-comment.ts')
  await addComment(reviewer, { ...asked, revision: 2, field: 'description', quote: '', body: 'Which article?', mustSettle: true })
  expect(await attempt(emergencyRow(askedId, await headOf(askedId), administrator))).toMatch(/must be settled/)
})

test('W1 none is kept that publishes nothing, and none that the world is not told of', async () => {
  const on = await begun()
  const id = await idOf(on)
  const [row, publication, measure, snapshot, told] = (await whole(on)) as [Statement, Statement, Statement, Statement, Statement]
  expect(await attempt(row)).toMatch(/an emergency publishes/)
  expect(await attempt(row, publication, measure, snapshot), 'not told').toMatch(/the world is told of it/)
  expect(await attempt(row, publication, measure, snapshotRow(on, id, 'Somebody'), told), 'with an approver').toMatch(
    /must be the approved text/,
  )
  expect(await attempt(row, publication, measure, snapshot, toldRow(on, 'Another reason than was given.'))).toMatch(/can be told as that/)
  const usual = await build.published(cast, await begun())
  expect(await attempt(toldRow(usual)), 'of a version that was approved').toMatch(/can be told as that/)
})

test('3 what was said of an emergency and of its end is append-only', async () => {
  const { approveAfterwards } = await import('#lib/review/commands/approve-afterwards.ts')
  const { everyCheck } = await import('#lib/review/checklist.ts')
  const on = await build.emergency(administrator, await begun())
  await approveAfterwards(reviewer, { ...on, digest: (await headOf(await idOf(on))).digest, checked: everyCheck })
  for (const table of ['emergency', 'published.emergency', 'published.later_approval']) {
    expect(
      await attempt([
        `UPDATE ${table} SET ${table === 'published.later_approval' ? 'approved_by' : 'reason'} = 'Nothing happened at all.'`,
      ]),
    ).toMatch(/append-only|permission denied/)
    expect(await attempt([`DELETE FROM ${table}`])).toMatch(/append-only|permission denied/)
  }
})

test('W1 W3 afterwards it is approved by a reviewer who neither wrote nor published it, once, and the world is told', async () => {
  const on = await build.emergency(administrator, await begun())
  const id = await idOf(on)
  const head = await headOf(id)
  const told = (by: string): Statement => [
    'INSERT INTO published.later_approval (ref, number, approved_by, approved_at) VALUES ($1, 1, $2, now())',
    [on.ref, by],
  ]
  const later = (by: Actor, of = head): Statement => [
    `INSERT INTO approval (version_id, revision_id, digest, approver_id, approver_name, created_at) VALUES ($1, $2, $3, $4, 'x', now())`,
    [id, of.id, of.digest, by.id],
  ]
  const other = await build.person({ email: 'other-editor@test.org', role: 'editor' })
  expect(await attempt(later(administrator), told('x'))).toMatch(/nobody approves what they published/)
  expect(await attempt(later(editor), told('x'))).toMatch(/what they wrote/)
  expect(await attempt(later(other), told('x'))).toMatch(/only reviewers and administrators/)
  const first = (await app.query('SELECT id, digest, number FROM revision WHERE version_id = $1 AND number = 1', [id])).rows[0]
  expect(await attempt(later(reviewer, first), told('x'))).toMatch(/not about the text that was published/)
  expect(await attempt(later(reviewer, { ...head, digest: first.digest }), told('x'))).toMatch(/not about the text that was published/)
  expect(await attempt(told('x')), 'told, and not so').toMatch(/only what a second person approved/)
  expect(await attempt(later(reviewer)), 'so, and not told').toMatch(/is told to the world/)
  expect(await attempt(later(reviewer), later(reviewer), told('x'))).toMatch(/approved afterwards already/)
  expect(await attempt(later(reviewer), told('x'))).toBe('done')
})

test('W1 a version that was published as usual takes no approval afterwards', async () => {
  const on = await build.published(cast, await begun())
  const id = await idOf(on)
  expect(await attempt(approvalRow(id, await headOf(id), administrator))).toMatch(/published is not open to a decision/)
})
