// The commands of accounts and the life of sessions: W8 whatever takes a right away ends the sessions, and A3 a name stays where it was written.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Actor, operator } from '#lib/system/actor.ts'
import { type Attacks, underAttack } from '#lib/testing/attacks.ts'

let stage: Attacks
let addPerson: typeof import('./commands/add-person.ts').addPerson
let changePerson: typeof import('./commands/change-person.ts').changePerson
let signOutEverywhere: typeof import('./commands/sign-out-everywhere.ts').signOutEverywhere
let queries: typeof import('./queries.ts')

beforeAll(async () => {
  stage = await underAttack()
  ;({ addPerson } = await import('./commands/add-person.ts'))
  ;({ changePerson } = await import('./commands/change-person.ts'))
  ;({ signOutEverywhere } = await import('./commands/sign-out-everywhere.ts'))
  queries = await import('./queries.ts')
})
afterAll(() => stage?.close())

const password = 'a password of our own'
let made = 0
const somebody = (role: Actor['role'] = 'reviewer') => stage.build.person({ email: `somebody${made++}@test.org`, role, password })
const epochOf = async (id: number) =>
  (await stage.app.query('SELECT session_epoch FROM person WHERE id = $1', [id])).rows[0].session_epoch as number
const last = async () =>
  (await stage.app.query('SELECT action, actor_id, actor_name, details FROM audit_entry ORDER BY id DESC LIMIT 1')).rows[0]

describe('add', () => {
  const input = { email: 'new@test.org', name: 'New', role: 'editor', password, economies: ['KZ', 'DE', 'KZ'] } as const
  test('administrators add, nobody else at the desk does', async () => {
    for (const actor of [stage.editor, stage.reviewer])
      await expect(addPerson(actor, { ...input, economies: [] })).rejects.toMatchObject({ name: 'NotAllowed' })
    const { id } = await addPerson(stage.administrator, { ...input, email: 'desk@test.org', economies: [] })
    expect(await queries.actorById(id)).toMatchObject({ email: 'desk@test.org', economies: [] })
    expect(await last()).toMatchObject({ action: 'person.added', actor_id: stage.administrator.id })
  })
  test('a person, their economies and an entry, without the password', async () => {
    await addPerson(operator, { ...input, email: ' New@Test.org ', economies: [...input.economies] })
    expect(await queries.actorByEmail('NEW@test.org')).toMatchObject({ name: 'New', role: 'editor', economies: ['DE', 'KZ'] })
    expect(await last()).toEqual({
      action: 'person.added',
      actor_id: null,
      actor_name: 'Operator',
      details: { email: 'new@test.org', role: 'editor', economies: 'DE, KZ' },
    })
  })
  test.each([
    [{ email: 'x' }, 'email'],
    [{ email: '' }, 'email'],
    [{ email: 'a b@test.org' }, 'email'],
    [{ email: 'editor@test.org' }, 'email'],
    [{ email: 'EDITOR@test.org' }, 'email'],
    [{ name: ' ' }, 'name'],
    [{ password: 'short' }, 'password'],
    [{ economies: ['XX'] }, 'economies'],
  ])('%o is refused', async (change, path) => {
    await expect(addPerson(operator, { ...input, email: 'other@test.org', economies: ['KZ'], ...change })).rejects.toMatchObject({
      name: 'Invalid',
      issues: [{ path }],
    })
  })
})

describe('W8 the session ends with', () => {
  test.each([
    ['a demotion', { role: 'editor' }, 'person.role changed'],
    ['a new password', { password: 'another password' }, 'person.password set'],
    ['being disabled', { disable: true }, 'person.disabled'],
  ] as const)('%s', async (_name, change, action) => {
    const person = await somebody()
    expect(await queries.actorOfSession(person.id, 1)).toMatchObject({ id: person.id })
    await changePerson(operator, { email: person.email, change })
    expect(await queries.actorOfSession(person.id, 1)).toBeNull()
    expect(await last()).toMatchObject({ action, details: { email: person.email } })
    expect(JSON.stringify(await last())).not.toContain('another password')
  })
  test('signing out everywhere, of one’s own only', async () => {
    const [person, other] = [await somebody(), await somebody()]
    await signOutEverywhere(person)
    expect(await queries.actorOfSession(person.id, 1)).toBeNull()
    expect(await queries.actorOfSession(person.id, 2)).toMatchObject({ id: person.id })
    expect(await queries.actorOfSession(other.id, 1)).toMatchObject({ id: other.id })
    expect(await last()).toMatchObject({ action: 'person.signed out everywhere', actor_id: person.id })
  })
  test('another epoch, a later one too, and another id', async () => {
    const person = await somebody()
    for (const epoch of [0, 2, -1, 1.5, Number.NaN]) expect(await queries.actorOfSession(person.id, epoch)).toBeNull()
    for (const id of [0, -1, 999_999]) expect(await queries.actorOfSession(id, 1)).toBeNull()
  })
})

test('a demoted person’s rights are those of today, from their next sign-in', async () => {
  const person = await somebody('administrator')
  await changePerson(operator, { email: person.email, change: { role: 'editor' } })
  expect(await queries.actorOfSession(person.id, await epochOf(person.id))).toMatchObject({ role: 'editor' })
})

test('a disabled person is nobody, by session and by address, and what is changed of them ends nothing else', async () => {
  const person = await somebody()
  await changePerson(operator, { email: person.email, change: { disable: true } })
  expect(await queries.actorByEmail(person.email)).toBeNull()
  expect(await queries.actorOfSession(person.id, await epochOf(person.id))).toBeNull()
  expect(await queries.actorOfSession(stage.editor.id, 1)).not.toBeNull()
})

test('change is refused to who manages no people, of nobody, and to a short password', async () => {
  const change = { role: 'administrator' } as const
  for (const actor of [stage.editor, stage.reviewer])
    await expect(changePerson(actor, { email: 'editor@test.org', edition: 1, change })).rejects.toMatchObject({ name: 'NotAllowed' })
  await expect(changePerson(operator, { email: 'nobody@test.org', change })).rejects.toMatchObject({ name: 'NotFound' })
  await expect(changePerson(operator, { email: 'editor@test.org', change: { password: 'short' } })).rejects.toMatchObject({
    name: 'Invalid',
  })
})

test('A3 the author, the approver and the entries of a disabled person keep their names', async () => {
  const [author, approver] = [await somebody('editor'), await somebody()]
  const on = await stage.build.published(
    { editor: author, reviewer: approver },
    await stage.build.draft(author, 'KZ', stage.build.contentWith()),
  )
  const read = async () => {
    const { getMeasure } = await import('#lib/published/queries.ts')
    const { trailOf } = await import('#lib/audit/queries.ts')
    const { revisionsOf } = await import('#lib/measures/queries.ts')
    return {
      published: (await getMeasure(on.ref))?.version,
      trail: await trailOf(stage.editor, on.ref),
      revisions: await revisionsOf(stage.editor, await stage.idOf(on)),
    }
  }
  const before = await read()
  expect(before).toMatchObject({
    published: { authors: [author.name], approvedBy: approver.name },
    revisions: [{ author: author.name }, {}],
  })
  for (const { email } of [author, approver]) await changePerson(operator, { email, change: { disable: true } })
  await stage.app.query("UPDATE person SET name = 'Somebody else' WHERE id = ANY($1)", [[author.id, approver.id]])
  expect(await read()).toEqual(before)
})

test('A3 a person who did anything cannot be deleted', async () => {
  const author = await somebody('editor')
  await stage.build.draft(author, 'KZ', stage.build.contentWith())
  expect(await stage.attempt(['DELETE FROM person WHERE id = $1', [author.id]])).toMatch(
    /violates (RESTRICT|foreign key)|permission denied/i,
  )
})
