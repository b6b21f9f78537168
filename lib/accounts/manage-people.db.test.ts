// People changed by administrators at the desk: W7 at once, W8 whatever takes a right away, a stale look, and always an administrator left.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { operator, type Role } from '#lib/system/actor.ts'
import { type Attacks, underAttack } from '#lib/testing/attacks.ts'
import type { PersonChange } from './person.ts'

let stage: Attacks
let addPerson: typeof import('./commands/add-person.ts').addPerson
let changePerson: typeof import('./commands/change-person.ts').changePerson
let queries: typeof import('./queries.ts')
let reads: typeof import('./people-queries.ts')

beforeAll(async () => {
  stage = await underAttack()
  ;({ addPerson } = await import('./commands/add-person.ts'))
  ;({ changePerson } = await import('./commands/change-person.ts'))
  queries = await import('./queries.ts')
  reads = await import('./people-queries.ts')
})
afterAll(() => stage?.close())

const password = 'a password of our own'
let made = 0
const somebody = (role: Role = 'reviewer', economies: 'all' | string[] = 'all') =>
  stage.build.person({ email: `person${made++}@test.org`, role, economies, password })
const row = async (id: number) => (await stage.app.query('SELECT * FROM person WHERE id = $1', [id])).rows[0]
const change = async (id: number, what: PersonChange, by = stage.administrator) =>
  changePerson(by, { id, edition: (await row(id)).edition, change: what })
const told = async (email: string) => (await reads.accountHistory(stage.administrator, email)).map(({ who, what }) => `${who} ${what}`)
const administrators = async () =>
  (await stage.app.query("SELECT email FROM person WHERE role = 'administrator' AND disabled_at IS NULL ORDER BY id")).rows.map(
    ({ email }) => email,
  )

describe('a change at the desk', () => {
  test('of name, role and economies together is told in a sentence each', async () => {
    const person = await somebody('editor', ['KZ'])
    await change(person.id, { name: 'Ada Norn', role: 'reviewer', economies: ['UZ', 'KZ', 'UZ'] })
    expect(await queries.actorById(person.id)).toMatchObject({ name: 'Ada Norn', role: 'reviewer', economies: ['KZ', 'UZ'] })
    expect((await told(person.email)).slice(0, 3)).toEqual([
      `administrator gave ${person.email} KZ, UZ, instead of KZ`,
      `administrator made ${person.email} reviewer, instead of editor`,
      `administrator renamed ${person.email} from ${person.name} to Ada Norn`,
    ])
  })

  test('that changes nothing leaves no entry and no new edition', async () => {
    const person = await somebody('editor', ['KZ', 'DE'])
    const before = [await row(person.id), await told(person.email)]
    for (const nothing of [{}, { name: ` ${person.name} `, role: 'editor' as const, economies: ['KZ', 'DE'] }, { enable: true as const }])
      expect(await change(person.id, nothing)).toEqual({ changed: false })
    expect([await row(person.id), await told(person.email)]).toEqual(before)
  })

  test.each([
    [{ name: ' ' }, 'name'],
    [{ name: 'two\nlines' }, 'name'],
    [{ name: 'x'.repeat(121) }, 'name'],
    [{ economies: ['KZ', 'XX'] }, 'economies'],
  ] as const)('%o is refused, and nothing of it is written', async (what, path) => {
    const person = await somebody()
    const wrong = change(person.id, { role: 'editor', ...what } as PersonChange)
    await expect(wrong).rejects.toMatchObject({ name: 'Invalid', issues: [{ path }] })
    expect(await row(person.id)).toMatchObject({ role: 'reviewer', edition: 1 })
  })

  test.each([0, -1, 1.5, 2_147_483_648, Number.NaN, 999_999])('of nobody (%s) is not found', async (id) => {
    await expect(changePerson(stage.administrator, { id, edition: 1, change: { role: 'editor' } })).rejects.toMatchObject({
      name: 'NotFound',
    })
  })

  test('is refused when somebody changed the person since, and when no edition is named', async () => {
    const person = await somebody()
    await changePerson(stage.administrator, { id: person.id, edition: 1, change: { name: 'Renamed' } })
    for (const seen of [{ edition: 1 }, { edition: 3 }, {}])
      await expect(changePerson(stage.administrator, { id: person.id, ...seen, change: { disable: true } })).rejects.toMatchObject({
        name: 'Stale',
        message: 'Somebody changed Renamed since you opened this page. Nothing was changed; look at what is there now.',
      })
    expect(await row(person.id)).toMatchObject({ disabled_at: null, edition: 2 })
    await changePerson(operator, { email: person.email, change: { disable: true } })
    expect((await row(person.id)).edition).toBe(3)
  })

  test('an address is taken once, also by two at the same instant', async () => {
    const input = { email: 'twin@test.org', name: 'Twin', role: 'editor', password, economies: 'all' } as const
    const answers = await Promise.allSettled([addPerson(stage.administrator, input), addPerson(operator, input)])
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(answers.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { name: 'Invalid', issues: [{ path: 'email' }] } })
  })
})

describe('W8 the sessions', () => {
  test.each([
    ['a role below', 'reviewer', 'all', { role: 'editor' }],
    ['fewer economies', 'editor', ['KZ', 'DE'], { economies: ['KZ'] }],
    ['some instead of all', 'editor', 'all', { economies: ['KZ'] }],
    ['others instead', 'editor', ['KZ'], { economies: ['DE'] }],
    ['a higher role on fewer economies', 'editor', ['KZ', 'DE'], { role: 'reviewer', economies: ['DE'] }],
    ['being disabled', 'editor', 'all', { disable: true }],
    ['a new password', 'editor', 'all', { password: 'another password' }],
    ['being ended', 'editor', 'all', { endSessions: true }],
  ] as const)('end with %s', async (_name, role, economies, what) => {
    const person = await somebody(role, economies === 'all' ? 'all' : [...economies])
    expect(await queries.actorOfSession(person.id, 1)).not.toBeNull()
    await change(person.id, what as PersonChange)
    expect(await queries.actorOfSession(person.id, 1)).toBeNull()
  })

  test.each([
    ['a name', { name: 'Other' }],
    ['a role above', { role: 'administrator' }],
    ['more economies', { economies: ['DE', 'KZ'] }],
    ['all economies', { economies: 'all' }],
  ] as const)('go on with %s, and have the new right at once', async (_name, what) => {
    const person = await somebody('reviewer', ['KZ'])
    await change(person.id, what as PersonChange)
    expect(await queries.actorOfSession(person.id, 1)).toMatchObject(what)
    await change(person.id, { disable: true })
  })

  test('of somebody enabled again stay ended, and the password is as it was', async () => {
    const person = await somebody()
    await change(person.id, { disable: true })
    await change(person.id, { enable: true })
    expect(await queries.actorOfSession(person.id, 1)).toBeNull()
    expect(await queries.checkSignIn(person.email, password, 'here')).toMatchObject({ ok: true, person: { epoch: 2 } })
    expect((await told(person.email)).slice(0, 2)).toEqual([
      `administrator enabled ${person.email} again`,
      `administrator disabled ${person.email}`,
    ])
  })
})

describe('administrators', () => {
  test('do to themselves neither a demotion nor other economies nor disabling, but a name and a new password', async () => {
    const self = await somebody('administrator')
    for (const what of [{ disable: true }, { role: 'editor' }, { economies: ['KZ'] }, { name: 'I', role: 'reviewer' }] as const)
      await expect(change(self.id, what as PersonChange, self)).rejects.toMatchObject({
        name: 'NotAllowed',
        message: /another administrator/,
      })
    await change(self.id, { name: 'I' }, self)
    await change(self.id, { password: 'a password of my own' }, self)
    expect(await queries.checkSignIn(self.email, 'a password of my own', 'here')).toMatchObject({ ok: true })
    await change(self.id, { disable: true })
  })

  test('who were demoted or disabled since their page was opened change nobody', async () => {
    for (const what of [{ role: 'editor' }, { disable: true }] as const) {
      const [late, person] = [await somebody('administrator'), await somebody()]
      await change(late.id, what)
      await expect(change(person.id, { disable: true }, late)).rejects.toMatchObject({ name: 'NotAllowed' })
      const input = { email: `late${late.id}@test.org`, name: 'Late', role: 'administrator', password, economies: 'all' } as const
      await expect(addPerson(late, input)).rejects.toMatchObject({ name: 'NotAllowed' })
    }
  })

  test('the last one can neither be disabled nor demoted, by the operator either', async () => {
    expect(await administrators()).toEqual([stage.administrator.email])
    for (const what of [{ disable: true }, { role: 'editor' }] as const)
      await expect(changePerson(operator, { email: stage.administrator.email, change: what })).rejects.toMatchObject({
        name: 'Invalid',
        message: /the last administrator/,
      })
    const disabled = await somebody('administrator')
    await change(disabled.id, { disable: true })
    await expect(changePerson(operator, { email: stage.administrator.email, change: { disable: true } })).rejects.toThrow()
    await change(disabled.id, { role: 'editor' })
    expect(await administrators()).toEqual([stage.administrator.email])
  })

  test.each([{ role: 'editor' }, { disable: true }] as const)('W7 two who do this to each other at once: one wins, %o', async (what) => {
    for (let round = 0; round < 8; round++) {
      const [one, two] = [await somebody('administrator'), await somebody('administrator')]
      const answers = await Promise.allSettled([
        changePerson(one, { id: two.id, edition: 1, change: what }),
        changePerson(two, { id: one.id, edition: 1, change: what }),
      ])
      expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
      expect(answers.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { name: 'NotAllowed' } })
      const left = (await administrators()).filter((email) => email === one.email || email === two.email)
      expect(left).toHaveLength(1)
      await changePerson(operator, { email: left[0] ?? '', change: { disable: true } })
    }
  })

  test('W7 all of them disabled at once by the operator: one is left', async () => {
    const more = [await somebody('administrator'), await somebody('administrator'), await somebody('administrator')]
    const all = [...more, stage.administrator]
    for (let round = 0; round < 8; round++) {
      const answers = await Promise.allSettled(all.map(({ email }) => changePerson(operator, { email, change: { disable: true } })))
      expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(3)
      expect(await administrators()).toHaveLength(1)
      for (const { email } of all) await changePerson(operator, { email, change: { enable: true } })
    }
    for (const { email } of more) await changePerson(operator, { email, change: { disable: true } })
  })
})

describe('the list', () => {
  const found = async (filter: object) =>
    (await reads.people(stage.administrator, { q: '', page: 1, ...filter })).items.map(({ email }) => email)

  test('is found by name and address, role, state and economy', async () => {
    const [one, two] = [
      await stage.build.person({ email: 'zara_one@test.org', name: 'Zara Quill', role: 'reviewer', economies: ['KZ'] }),
      await stage.build.person({ email: 'zara-two@test.org', name: 'Zara 100%', role: 'editor', economies: ['DE'] }),
    ]
    await change(two.id, { disable: true })
    expect(await found({ q: 'zara' })).toEqual([two.email, one.email])
    expect(await found({ q: 'QUILL' })).toEqual([one.email])
    expect(await found({ q: 'zara_' })).toEqual([one.email])
    expect(await found({ q: '0%' })).toEqual([two.email])
    expect(await found({ q: 'zara', role: 'editor' })).toEqual([two.email])
    expect(await found({ q: 'zara', state: 'enabled' })).toEqual([one.email])
    expect(await found({ q: 'zara', state: 'disabled' })).toEqual([two.email])
    expect(await found({ q: 'zara', economy: 'KZ' })).toEqual([one.email])
    expect(await found({ economy: 'KZ' })).toContain(stage.editor.email)
    expect(await found({ economy: 'KZ' })).not.toContain(two.email)
  })

  test('L7 L8 it is for who manages people, and has no hash', async () => {
    for (const actor of [stage.editor, stage.reviewer]) {
      await expect(reads.people(actor, { q: '', page: 1 })).rejects.toMatchObject({ name: 'NotAllowed' })
      await expect(reads.onePerson(actor, actor.id)).rejects.toMatchObject({ name: 'NotAllowed' })
      await expect(reads.accountHistory(actor, actor.email)).rejects.toMatchObject({ name: 'NotAllowed' })
    }
    const said = JSON.stringify([
      await reads.people(stage.administrator, { q: '', page: 1 }),
      await reads.onePerson(stage.administrator, stage.editor.id),
      await told(stage.editor.email),
    ])
    expect(said).toContain(stage.editor.email)
    expect(said).not.toMatch(/argon2|hash|epoch/i)
  })

  test.each([0, -1, 1.5, 2_147_483_648, Number.NaN])('there is no person %s', async (id) =>
    expect(await reads.onePerson(stage.administrator, id)).toBeNull(),
  )
})
