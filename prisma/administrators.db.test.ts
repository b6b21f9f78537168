// One administrator is always left, attacked with raw SQL as the application's own role: alone, in one transaction, and by two at once.
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#lib/system/actor.ts'
import { type Attacks, underAttack } from '#lib/testing/attacks.ts'

let stage: Attacks
let second: Actor
let other: pg.Client

beforeAll(async () => {
  stage = await underAttack()
  second = await stage.build.person({ email: 'second@test.org', role: 'administrator' })
  other = new pg.Client({ connectionString: stage.database.appUrl })
  await other.connect()
})
afterAll(async () => {
  await other?.end()
  await stage?.close()
})

const refusal = 'the last administrator can neither be disabled nor demoted'
const ways = ["UPDATE person SET role = 'editor' WHERE id = $1", 'UPDATE person SET disabled_at = now() WHERE id = $1']
const left = async () =>
  (await stage.app.query("SELECT count(*)::int AS n FROM person WHERE role = 'administrator' AND disabled_at IS NULL")).rows[0].n

test.each(ways)('one of two may go, the last may not: %s', async (sql) => {
  expect(await stage.attempt([sql, [second.id]])).toBe('done')
  expect(await stage.attempt([sql, [second.id]], [sql, [stage.administrator.id]])).toBe(refusal)
  expect(await stage.attempt([sql.replace('id = $1', "role = 'administrator'")])).toBe(refusal)
})

test('nobody is deleted, an administrator least of all', async () => {
  expect(await stage.attempt(['DELETE FROM person WHERE id = $1', [second.id]])).not.toBe('done')
})

test('a successor may come after, in the same transaction; what else is changed of the last one is nobody’s concern', async () => {
  const promote = "UPDATE person SET role = 'administrator' WHERE id = $1"
  const demote = "UPDATE person SET role = 'editor' WHERE role = 'administrator'"
  expect(await stage.attempt([demote], [promote, [stage.editor.id]])).toBe('done')
  expect(
    await stage.attempt(
      [ways[0] ?? '', [second.id]],
      [`UPDATE person SET name = 'Ada', disabled_at = NULL WHERE id = $1`, [stage.administrator.id]],
    ),
  ).toBe('done')
})

test.each(['READ COMMITTED', 'REPEATABLE READ', 'SERIALIZABLE'])('W7 two who demote each other at once: one is left, %s', async (level) => {
  const demote = async (client: pg.Client, { id }: Actor) => {
    await client.query(ways[0] ?? '', [id])
  }
  for (let round = 0; round < 5; round++) {
    for (const client of [stage.app, other]) await client.query(`BEGIN ISOLATION LEVEL ${level}`)
    await demote(stage.app, second)
    await demote(other, stage.administrator)
    const ends = await Promise.allSettled([stage.app.query('COMMIT'), other.query('COMMIT')])
    expect(ends.filter(({ status }) => status === 'fulfilled').length).toBeLessThanOrEqual(1)
    expect(await left()).toBeGreaterThanOrEqual(1)
    await stage.app.query("UPDATE person SET role = 'administrator' WHERE id = ANY($1)", [[second.id, stage.administrator.id]])
  }
})
