// Approval, publication and withdrawal by two people, attacked with raw SQL as the application's own role. A name begins with its row of the design or of the failures.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#lib/system/actor.ts'
import { type Attacks, approvalRow, publishRow, revisionRow, underAttack } from '#lib/testing/attacks.ts'

let attacks: Attacks
let { app, attempt, build, cast, editor, headOf, idOf, reviewer, administrator } = {} as Attacks

beforeAll(async () => {
  attacks = await underAttack()
  ;({ app, attempt, build, cast, editor, headOf, idOf, reviewer, administrator } = attacks)
})

afterAll(() => attacks?.close())

describe('4 approval', () => {
  test('W1 W3 nobody approves what they wrote any part of, an administrator neither', async () => {
    const on = await build.draft(editor, 'KZ', build.contentWith())
    const id = await idOf(on)
    await app.query(...revisionRow(id, 3, administrator, { ...build.contentWith(), coverage: 'Mine' } as never))
    await build.submitted(editor, on)
    const head = await headOf(id)
    expect(await attempt(approvalRow(id, head, administrator))).toMatch(/nobody decides on what they wrote/)
    expect(await attempt(approvalRow(id, head, editor))).toMatch(/nobody decides on what they wrote/)
    expect(await attempt(approvalRow(id, head, reviewer))).toBe('done')
  })
  test('an editor, or somebody disabled, does not approve', async () => {
    const other = await build.person({ email: 'other@test.org', role: 'editor' })
    const gone = await build.person({ email: 'gone@test.org', role: 'reviewer' })
    await app.query('UPDATE person SET disabled_at = now() WHERE id = $1', [gone.id])
    const on = await build.submitted(editor, await build.draft(editor, 'KZ', build.contentWith()))
    const id = await idOf(on)
    for (const by of [other, gone])
      expect(await attempt(approvalRow(id, await headOf(id), by))).toMatch(/only reviewers and administrators/)
  })
  test('it names the newest revision and its digest', async () => {
    const on = await build.submitted(editor, await build.draft(editor, 'KZ', build.contentWith()))
    const id = await idOf(on)
    const head = await headOf(id)
    const first = (await app.query('SELECT id, digest FROM revision WHERE version_id = $1 AND number = 1', [id])).rows[0]
    expect(await attempt(approvalRow(id, first, reviewer))).toMatch(/newest revision/)
    expect(
      await attempt(approvalRow(id, { ...head, digest: head.digest.replace(/^./, (c) => (c === 'a' ? 'b' : 'a')) }, reviewer)),
    ).toMatch(/newest revision/)
  })
  test('without one nothing is approved, scheduled or published', async () => {
    const on = await build.submitted(editor, await build.draft(editor, 'KZ', build.contentWith()))
    const id = await idOf(on)
    expect(await attempt([`UPDATE version SET state = 'approved' WHERE id = $1`, [id]])).toMatch(/not approved by a second person/)
    expect(await attempt(publishRow(id, editor))).toMatch(/cannot become published/)
  })
  test('W2 after approval no revision can be added, and a changed text needs another approval', async () => {
    const on = await build.approved(cast, await build.draft(editor, 'KZ', build.contentWith()))
    const id = await idOf(on)
    expect(await attempt(revisionRow(id, 3, editor))).toMatch(/takes no revision/)
    const message = await attempt(
      [`UPDATE version SET state = 'draft' WHERE id = $1`, [id]],
      revisionRow(id, 3, editor),
      [`UPDATE version SET state = 'in_review' WHERE id = $1`, [id]],
      [`UPDATE version SET state = 'approved' WHERE id = $1`, [id]],
    )
    expect(message).toMatch(/not approved by a second person/)
  })
  test('W2 a digest cannot be stated: PostgreSQL computes it from the text', async () => {
    const on = await build.draft(editor, 'KZ', build.contentWith())
    const id = await idOf(on)
    const sql = `INSERT INTO revision (version_id, number, content, digest, origin, author_id, author_name) VALUES ($1, 3, '{"schemaVersion":1}', 'aa', 'form', $2, 'x')`
    expect(await attempt([sql, [id, editor.id]])).toMatch(/generated column|non-DEFAULT/)
  })
  test('a snapshot is the approved text, byte for byte', async () => {
    const on = await build.approved(cast, await build.draft(editor, 'KZ', build.contentWith()))
    const id = await idOf(on)
    const snapshot = (which: 'first' | 'last'): [string, unknown[]] => [
      `INSERT INTO published.snapshot (ref, number, economy_code, sub_pillar, pillar, revision_id, authors, approved_by, published_at, is_current, published_during, in_force, maybe_in_force)
       SELECT $1, $2, 'KZ', '8.4', 8, r.id, '{}', 'x', now(), true, tstzrange(now(), NULL), '{}', '{}'
       FROM revision r WHERE r.version_id = $3 ORDER BY r.number ${which === 'last' ? 'DESC' : ''} LIMIT 1`,
      [on.ref, on.version, id],
    ]
    const measure: [string, unknown[]] = [
      `INSERT INTO published.measure (ref, economy_code, state, version_number, first_published_at, updated_at) VALUES ($1, 'KZ', 'published', 1, now(), now())`,
      [on.ref],
    ]
    expect(await attempt(publishRow(id, editor), measure, snapshot('first')), 'an earlier revision').toMatch(/must be the approved text/)
    expect(await attempt(measure, snapshot('last')), 'not published at the desk').toMatch(/must be the approved text/)
    expect(await attempt(publishRow(id, editor)), 'published at the desk only').toMatch(/published at the desk and not to the world/)
    expect(await attempt(publishRow(id, editor), measure, snapshot('last'))).toBe('done')
  })
})

test('W4 a withdrawal needs a request and a second person', async () => {
  const on = await build.published(cast, await build.draft(editor, 'KZ', build.contentWith()))
  const id = await idOf(on)
  const withdraw: [string, unknown[]] = [
    `UPDATE version SET state = 'withdrawn', published_during = tstzrange(lower(published_during), clock_timestamp()) WHERE id = $1`,
    [id],
  ]
  const request: [string, unknown[]] = [
    `INSERT INTO withdrawal (version_id, reason, requested_by_id, requester_name) VALUES ($1, 'Wrong', $2, 'x')`,
    [id, reviewer.id],
  ]
  const confirm = (by: Actor): [string, unknown[]] => [
    `INSERT INTO withdrawal_decision (withdrawal_id, confirmed, decided_by_id, decider_name) SELECT max(id), true, $1, 'x' FROM withdrawal`,
    [by.id],
  ]
  expect(await attempt(withdraw)).toMatch(/needs a request and its confirmation/)
  expect(await attempt(request, withdraw)).toMatch(/needs a request and its confirmation/)
  expect(await attempt(request, confirm(reviewer))).toMatch(/who did not ask for it/)
  expect(await attempt(request, confirm(editor))).toMatch(/who did not ask for it/)
  expect(await attempt(request, request)).toMatch(/already waiting/)
})
