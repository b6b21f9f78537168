// Signing in: how passwords are kept, that an unknown person costs as much as a known one, and that guessing is throttled across processes.
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Attacks, underAttack } from '#lib/testing/attacks.ts'

const password = 'correct horse battery staple'
let stage: Attacks
let checkSignIn: typeof import('./queries.ts').checkSignIn
let passwordFits: typeof import('./password.ts').passwordFits

beforeAll(async () => {
  stage = await underAttack()
  ;({ checkSignIn } = await import('./queries.ts'))
  ;({ passwordFits } = await import('./password.ts'))
})
beforeEach(() => stage.app.query('DELETE FROM sign_in_throttle'))
afterAll(() => stage?.close())

const wrong = (email: string, address = '192.0.2.1') => checkSignIn(email, 'wrong password', address)
const right = (email = 'editor@test.org', address = '192.0.2.1') => checkSignIn(email, password, address)

test('a password is kept as argon2id with 19 MiB and two passes, salted, and nowhere else', async () => {
  const { rows } = await stage.app.query("SELECT password_hash FROM person WHERE email LIKE '%@test.org'")
  for (const { password_hash } of rows) expect(password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/)
  expect(new Set(rows.map(({ password_hash }) => password_hash)).size).toBe(rows.length)
  expect((await stage.app.query("SELECT 1 FROM audit_entry WHERE details::text ~ 'horse|argon'")).rows).toEqual([])
})

test('the right password signs in, in any writing of the address; the same letters written otherwise are the same password', async () => {
  expect(await right(' Editor@Test.org ')).toMatchObject({ ok: true, person: { email: 'editor@test.org', epoch: 1 } })
  await stage.build.person({ email: 'zoe@test.org', password: 'Zoe\u0308 Zoe\u0308 Zoe\u0308' })
  expect(await checkSignIn('zoe@test.org', 'Zoë Zoë Zoë', '192.0.2.1')).toMatchObject({ ok: true })
})

test.each(['editor@test.org', 'nobody@test.org', '', 'a\0b@test.org', "x' OR 1=1--", '\ud800@test.org'])(
  'a wrong password for %o: no, and no reason',
  async (email) => {
    expect(await wrong(email)).toEqual({ ok: false, wait: 0 })
  },
)

test('an unknown person and a disabled one cost the work that a known one costs, and fit no password', async () => {
  const { hashPassword } = await import('./password.ts')
  const kept = await hashPassword(password)
  /** Processor time of this process, all of its threads: what else the machine does makes it no longer. */
  const cost = async (hash: string | null) => {
    const before = process.cpuUsage()
    for (let n = 0; n < 5; n++) expect(await passwordFits(hash, 'wrong')).toBe(false)
    const { user, system } = process.cpuUsage(before)
    return user + system
  }
  await passwordFits(null, 'warm')
  const [known, unknown] = [await cost(kept), await cost(null)]
  expect(unknown).toBeGreaterThan(known / 2)
  expect(await passwordFits(null, 'nobody has this password')).toBe(false)
  const gone = await stage.build.person({ email: 'gone@test.org' })
  await stage.app.query('UPDATE person SET disabled_at = now() WHERE id = $1', [gone.id])
  expect(await right('gone@test.org')).toEqual({ ok: false, wait: 0 })
})

describe('throttle', () => {
  test('ten failures close an account for a quarter of an hour, also to the right password and from elsewhere', async () => {
    for (let attempt = 0; attempt < 10; attempt++) expect(await wrong('editor@test.org')).toEqual({ ok: false, wait: 0 })
    const closed = await right('editor@test.org', '198.51.100.7')
    expect(closed).toMatchObject({ ok: false })
    expect(closed.ok ? 0 : closed.wait).toBeGreaterThan(14 * 60)
    expect(closed.ok ? 0 : closed.wait).toBeLessThanOrEqual(15 * 60)
    expect(await right('reviewer@test.org')).toMatchObject({ ok: true })
  })
  test('an account that does not exist is closed alike: who exists is not told by it', async () => {
    for (let attempt = 0; attempt < 10; attempt++) await wrong('nobody@test.org')
    expect(await wrong('NOBODY@test.org ')).toMatchObject({ ok: false, wait: expect.any(Number) })
    expect((await wrong('nobody@test.org')) as { wait: number }).not.toMatchObject({ wait: 0 })
  })
  test('guesses that are made at the same instant count too: of 40, ten are tried', async () => {
    const answers = await Promise.all(Array.from({ length: 40 }, (_, guess) => wrong('editor@test.org', `192.0.2.${guess}`)))
    expect(answers.filter((answer) => !answer.ok && answer.wait === 0)).toHaveLength(10)
  })
  test('a hundred failures close an address, whoever they are for', async () => {
    for (let batch = 0; batch < 10; batch++)
      await Promise.all(Array.from({ length: 10 }, (_, index) => wrong(`person${batch}-${index}@test.org`, '203.0.113.9')))
    expect((await right('editor@test.org', '203.0.113.9')) as { wait: number }).not.toMatchObject({ wait: 0 })
    expect(await right('editor@test.org', '203.0.113.10')).toMatchObject({ ok: true })
  })
  test('signing in forgets the failures of the account', async () => {
    for (let attempt = 0; attempt < 9; attempt++) await wrong('editor@test.org')
    expect(await right()).toMatchObject({ ok: true })
    for (let attempt = 0; attempt < 9; attempt++) expect(await wrong('editor@test.org')).toEqual({ ok: false, wait: 0 })
    expect(await right()).toMatchObject({ ok: true })
  })
  test('people of one office who sign in often do not close its address', async () => {
    for (let batch = 0; batch < 12; batch++) await Promise.all(Array.from({ length: 10 }, () => right()))
    expect(await right()).toMatchObject({ ok: true })
  })
  test('another process knows of the failures', async () => {
    for (let attempt = 0; attempt < 10; attempt++) await wrong('editor@test.org')
    const script = `
      const { checkSignIn } = await import('#lib/accounts/queries.ts')
      const { closeDb } = await import('#lib/system/db.ts')
      console.log(JSON.stringify(await checkSignIn('editor@test.org', '${password}', '198.51.100.8')))
      await closeDb()`
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], { env: process.env })
    expect(JSON.parse(stdout)).toMatchObject({ ok: false, wait: expect.any(Number) })
    expect(JSON.parse(stdout).wait).toBeGreaterThan(0)
  })
  test('keeps no address of a person: keys are hashed', async () => {
    await wrong('editor@test.org')
    const { rows } = await stage.app.query('SELECT key FROM sign_in_throttle')
    expect(rows).toHaveLength(2)
    for (const { key } of rows) expect(key).toMatch(/^(account|address):[0-9a-f]{64}$/)
  })
})

describe('one’s own password', () => {
  const next = 'another password of mine'
  const mine = async () => {
    const { changeOwnPassword } = await import('./commands/change-own-password.ts')
    const person = await stage.build.person({ email: `own${made++}@test.org`, role: 'editor', password })
    return { person, change: (present: string, wanted = next) => changeOwnPassword(person, { present, next: wanted }) }
  }
  let made = 0

  test('is changed by who knows it, ends all sessions, and opens from then on', async () => {
    const { person, change } = await mine()
    const { actorOfSession } = await import('./queries.ts')
    expect(await actorOfSession(person.id, 1)).not.toBeNull()
    await change(password)
    expect(await actorOfSession(person.id, 1)).toBeNull()
    expect(await checkSignIn(person.email, password, '192.0.2.1')).toEqual({ ok: false, wait: 0 })
    expect(await checkSignIn(person.email, next, '192.0.2.1')).toMatchObject({ ok: true, person: { epoch: 2 } })
  })

  test.each([
    ['a wrong present one', 'wrong password', next, 'present'],
    ['a short new one', password, 'short', 'next'],
    ['the same again', password, password, 'next'],
  ])('%s is refused and changes nothing', async (_, present, wanted, path) => {
    const { person, change } = await mine()
    await expect(change(present, wanted)).rejects.toMatchObject({ issues: [{ path }] })
    expect(await checkSignIn(person.email, password, '192.0.2.1')).toMatchObject({ ok: true, person: { epoch: 1 } })
  })

  test('guesses count as failed sign-ins do, and of two changes at once one is made', async () => {
    const { change } = await mine()
    const both = await Promise.allSettled([change(password, `${next} 1`), change(password, `${next} 2`)])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const guessed = await mine()
    for (let n = 0; n < 10; n++) await expect(guessed.change('wrong password')).rejects.toThrow('not your present password')
    await expect(guessed.change(password)).rejects.toThrow(/Too many wrong passwords/)
    expect(await checkSignIn(guessed.person.email, password, '192.0.2.1')).toMatchObject({ ok: false })
  })

  test('W8 who was disabled meanwhile changes nothing', async () => {
    const { person, change } = await mine()
    await stage.app.query('UPDATE person SET disabled_at = now() WHERE id = $1', [person.id])
    await expect(change(password)).rejects.toMatchObject({ name: 'NotAllowed' })
  })
})
