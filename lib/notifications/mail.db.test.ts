// E-mail through a real SMTP server: who gets what, refusals of every kind, and that nothing reaches somebody who does not want it or is disabled.
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '#lib/system/actor.ts'
import { type Attacks, type On, underAttack } from '#lib/testing/attacks.ts'

let stage: Attacks
let server: SMTPServer
let store: typeof import('./store.ts')
let changePreferences: typeof import('./commands/change-preferences.ts').changePreferences
let returnVersion: typeof import('#lib/review/commands/return.ts').returnVersion
let received: { to: string[]; raw: string }[] = []
/** What the mail server says to the next ones: an SMTP code, or nothing. */
let refusal = 0

const listen = (port = 0) =>
  new Promise<number>((resolve) => {
    server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onRcptTo: (_address, _session, done) =>
        refusal ? done(Object.assign(new Error('Not now or never'), { responseCode: refusal })) : done(),
      onData: (stream, session, done) => {
        const parts: Buffer[] = []
        stream.on('data', (part) => parts.push(part))
        stream.on('end', () => {
          received.push({ to: session.envelope.rcptTo.map(({ address }) => address), raw: Buffer.concat(parts).toString() })
          done()
        })
      },
    })
    server.listen(port, '127.0.0.1', () => resolve((server.server.address() as AddressInfo).port))
  })
let port = 0

beforeAll(async () => {
  process.env.LOG_LEVEL = 'silent'
  port = await listen()
  process.env.SMTP_URL = `smtp://127.0.0.1:${port}`
  process.env.MAIL_FROM = 'As Amended <desk@example.org>'
  process.env.BASE_URL = 'https://measures.example.org'
  stage = await underAttack()
  store = await import('./store.ts')
  ;({ changePreferences } = await import('./commands/change-preferences.ts'))
  ;({ returnVersion } = await import('#lib/review/commands/return.ts'))
})
beforeEach(() => {
  received = []
  refusal = 0
})
afterEach(() => stage.app.query('DELETE FROM mail_preference'))
afterAll(async () => {
  await new Promise<void>((resolve) => server.close(() => resolve()))
  for (const name of ['SMTP_URL', 'MAIL_FROM', 'BASE_URL']) delete process.env[name]
  await stage?.close()
})

const now = () => new Date('2026-11-25T12:00:00Z')
const secret = 'A canary in the text of a draft'
const submitted = async (): Promise<On> =>
  stage.build.submitted(
    stage.editor,
    await stage.build.draft(stage.editor, 'KZ', stage.build.contentWith({ description: secret }), now),
    now,
  )
async function returned(reason = 'Name the article.'): Promise<On> {
  const on = await submitted()
  const { digest } = await stage.headOf(await stage.idOf(on))
  await returnVersion(stage.reviewer, { ...on, digest, reason }, now)
  return on
}
type Row = { id: number; kind: string; mailed_at: Date | null; mail_problem: string }
const rowsOf = async (person: Actor, on: On): Promise<Row[]> =>
  (await stage.app.query(`SELECT * FROM notification WHERE person_id = $1 AND news ->> 'ref' = $2 ORDER BY id`, [person.id, on.ref])).rows
const jobsOf = async (id: number) =>
  (await stage.app.query(`SELECT count(*)::int AS n FROM jobs.job WHERE name = 'send-mail' AND data ->> 'notification' = $1`, [`${id}`]))
    .rows[0].n
async function only(person: Actor, on: On): Promise<Row> {
  const rows = await rowsOf(person, on)
  expect(rows).toHaveLength(1)
  return rows[0] as Row
}

describe('at once', () => {
  test('a return reaches its author, with the reason, why, and a one-click way out; and never a word of the draft', async () => {
    const on = await returned()
    const { id } = await only(stage.editor, on)
    expect(await jobsOf(id)).toBe(1)
    await store.sendMail(id, now())
    await store.sendMail(id, now())
    expect(received).toHaveLength(1)
    const [mail] = received
    expect(mail?.to).toEqual(['editor@test.org'])
    const headers = mail?.raw.split('\r\n\r\n')[0] ?? ''
    expect(headers).toMatch(/^Subject: reviewer returned version 1 of KZ-\d+\r$/m)
    expect(headers).toMatch(/^List-Unsubscribe: <https:\/\/measures\.example\.org\/unsubscribe\?token=\d+\.returned\.[\w-]{43}>\r$/m)
    expect(headers).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m)
    expect(headers).toMatch(new RegExp(`^Message-ID: <notification-${id}@measures.example.org>\r$`, 'm'))
    expect(mail?.raw).toContain('Name the article.')
    expect(mail?.raw.replace(/=\r\n/g, '')).toContain('You are told this because you wrote part of this version.')
    expect(mail?.raw.replace(/=\r\n/g, '')).not.toContain(secret)
    expect((await only(stage.editor, on)).mailed_at).toEqual(now())
  })
  test('who decides has read what they were told of that version, and gets no e-mail of it; nobody else has', async () => {
    const [other, on] = [await submitted(), await returned()]
    const unread = (person: Actor, one: On) =>
      stage.app.query("SELECT id FROM notification WHERE person_id = $1 AND news ->> 'ref' = $2 AND read_at IS NULL", [person.id, one.ref])
    expect((await unread(stage.reviewer, on)).rows).toEqual([])
    for (const [person, one] of [
      [stage.reviewer, other],
      [stage.administrator, on],
      [stage.editor, on],
    ] as const)
      expect((await unread(person, one)).rows, `${person.name} ${one.ref}`).toHaveLength(1)
    await store.sendMail((await only(stage.reviewer, on)).id, now())
    expect(received).toEqual([])
  })
  test('a submission reaches who may approve it, without a word of the draft', async () => {
    const on = await submitted()
    expect(await rowsOf(stage.editor, on)).toEqual([])
    for (const person of [stage.reviewer, stage.administrator]) await store.sendMail((await only(person, on)).id, now())
    expect(received.map(({ to }) => to[0])).toEqual(['reviewer@test.org', 'administrator@test.org'])
    for (const { raw } of received) expect(raw.replace(/=\r\n/g, '')).not.toContain(secret)
  })
  test('what waits for one mailbox goes in one e-mail: of a bulk nobody gets hundreds', async () => {
    await stage.app.query('UPDATE notification SET mailed_at = $1', [now()])
    const [older, ...others] = [await submitted(), await submitted(), await submitted()]
    await stage.app.query("UPDATE notification SET created_at = created_at - interval '2 hours' WHERE news ->> 'ref' = $1", [older?.ref])
    for (const on of others) await store.sendMail((await only(stage.reviewer, on)).id, now())
    expect(received).toHaveLength(1)
    const raw = received[0]?.raw.replace(/=\r\n/g, '') ?? ''
    expect(raw).toMatch(/^Subject: editor submitted version 1 of KZ-\d+ for review, and 1 more\r$/m)
    for (const { ref } of others) expect(raw).toContain(`/desk/review/${ref}`)
    expect(raw).not.toContain(`/desk/review/${older?.ref}`)
    for (const on of others) expect((await only(stage.reviewer, on)).mailed_at).toEqual(now())
  })
  test('what is rolled back told nobody, and no e-mail is asked for', async () => {
    const { deskDb } = await import('#lib/system/db.ts')
    const counted = 'SELECT (SELECT count(*) FROM notification)::int AS told, (SELECT count(*) FROM jobs.job)::int AS jobs'
    const before = (await stage.app.query(counted)).rows
    const told = { kind: 'returned', ref: 'KZ-0001', version: 1, economy: 'KZ', by: 'x', reason: 'y' } as const
    const failing = deskDb().$transaction(async (tx) => {
      await store.notify(tx, told, { doneBy: stage.reviewer.id, authors: [stage.editor.id] }, now())
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect((await stage.app.query(counted)).rows).toEqual(before)
  })
  test('two workers at once, one e-mail', async () => {
    const { id } = await only(stage.editor, await returned())
    await Promise.all([1, 2, 3, 4].map(() => store.sendMail(id, now())))
    expect(received).toHaveLength(1)
  })
  test('a name that carries a header is a name', async () => {
    await stage.app.query(`UPDATE person SET name = E'Eve\\r\\nBcc: victim@example.org' WHERE id = $1`, [stage.editor.id])
    await store.sendMail((await only(stage.editor, await returned())).id, now())
    await stage.app.query(`UPDATE person SET name = 'editor' WHERE id = $1`, [stage.editor.id])
    expect(received[0]?.to).toEqual(['editor@test.org'])
    expect(received[0]?.raw).not.toMatch(/^Bcc:/m)
  })
})

describe('what is not wanted is not sent', () => {
  test('never, daily instead, read meanwhile, disabled', async () => {
    const unwanted = await only(stage.editor, await returned())
    await changePreferences(stage.editor, { unwanted: 'returned' }, now)
    await store.sendMail(unwanted.id, now())
    await stage.app.query('DELETE FROM mail_preference')
    const read = await only(stage.editor, await returned())
    await store.markRead(stage.editor, read.id, now())
    await store.sendMail(read.id, now())
    const gone = await only(stage.editor, await returned())
    await stage.app.query('UPDATE person SET disabled_at = now() WHERE id = $1', [stage.editor.id])
    await store.sendMail(gone.id, now())
    await store.sendDigests(now())
    await stage.app.query('UPDATE person SET disabled_at = NULL WHERE id = $1', [stage.editor.id])
    expect(received.filter(({ to }) => to.includes('editor@test.org'))).toEqual([])
  })
  test('for who wants it daily no job is made; one-click changes that kind alone', async () => {
    await changePreferences(stage.editor, { paces: { returned: 'daily' }, timeZone: 'Asia/Almaty', digestHour: 8 }, now)
    const { id } = await only(stage.editor, await returned())
    expect(await jobsOf(id)).toBe(0)
    await changePreferences(stage.editor, { unwanted: 'approved' }, now)
    const { rows } = await stage.app.query('SELECT kind, pace FROM mail_preference WHERE person_id = $1 ORDER BY kind', [stage.editor.id])
    expect(rows).toEqual([
      { kind: 'approved', pace: 'never' },
      { kind: 'returned', pace: 'daily' },
    ])
  })
  test('nobody reads or marks the notifications of others', async () => {
    const on = await returned()
    const { id } = await only(stage.editor, on)
    await store.markRead(stage.reviewer, id, now())
    await store.markRead(stage.reviewer, 'all', now())
    const { pathOfNotification } = await import('./queries.ts')
    expect(await pathOfNotification(stage.reviewer, id)).toBeNull()
    expect((await stage.app.query('SELECT read_at FROM notification WHERE id = $1', [id])).rows[0].read_at).toBeNull()
  })
})

describe('the daily e-mail', () => {
  test('has all of the day, once, at the hour of the person', async () => {
    await stage.app.query(`UPDATE notification SET read_at = now()`)
    await stage.app.query(`UPDATE person SET digest_at = '2026-11-24T12:00:00Z'`)
    await changePreferences(stage.editor, { paces: { returned: 'daily' }, timeZone: 'Asia/Almaty', digestHour: 18 }, now)
    const made = [await returned('First.'), await returned('Second.')]
    await store.sendDigests(new Date('2026-11-25T12:59:00Z'))
    expect(received.filter(({ to }) => to.includes('editor@test.org'))).toEqual([])
    await Promise.all([store.sendDigests(new Date('2026-11-25T13:00:00Z')), store.sendDigests(new Date('2026-11-25T13:00:00Z'))])
    await store.sendDigests(new Date('2026-11-25T14:00:00Z'))
    const mine = received.filter(({ to }) => to.includes('editor@test.org'))
    expect(mine).toHaveLength(1)
    expect(mine[0]?.raw).toMatch(/^Subject: Today at the desk: 2 messages\r$/m)
    for (const on of made) expect((await only(stage.editor, on)).mailed_at).not.toBeNull()
  })
})

test('once a week everybody is told how many texts of their economies are due for checking', async () => {
  const { tellChecksDue } = await import('#lib/review/store.ts')
  await stage.build.published(stage.cast, await stage.build.draft(stage.editor, 'KZ', stage.build.contentWith(), now), now)
  const foreigner = await stage.build.person({ email: 'foreigner@test.org', role: 'editor', economies: ['DE'] })
  await tellChecksDue(now())
  await tellChecksDue(new Date('2028-11-25T12:00:00Z'))
  const { rows } = await stage.app.query(`SELECT person_id, news FROM notification WHERE kind = 'checks due' ORDER BY person_id`)
  expect(rows.map(({ person_id }) => person_id)).toEqual([stage.editor.id, stage.reviewer.id, stage.administrator.id])
  expect(rows[0].news).toEqual({ kind: 'checks due', texts: 1 })
  expect(foreigner.id).toBeGreaterThan(0)
})

describe('a mail server that refuses', () => {
  const state = async (id: number) =>
    (await stage.app.query('SELECT mailed_at, mail_problem FROM notification WHERE id = $1', [id])).rows[0]

  test('4xx is tried again, and then sent', async () => {
    const { id } = await only(stage.editor, await returned())
    refusal = 450
    await expect(store.sendMail(id, now())).rejects.toThrow(/450/)
    expect(await state(id)).toEqual({ mailed_at: null, mail_problem: '' })
    refusal = 0
    await store.sendMail(id, now())
    expect([received.length, (await state(id)).mailed_at]).toEqual([1, now()])
  })
  test('S9 5xx is final: it is kept as what the server said, and administrators are shown it', async () => {
    const { id } = await only(stage.editor, await returned())
    refusal = 550
    await store.sendMail(id, now())
    refusal = 0
    await store.sendMail(id, now())
    expect(received).toEqual([])
    expect((await state(id)).mail_problem).toMatch(/550/)
    const { undeliveredMail } = await import('./queries.ts')
    expect((await undeliveredMail(stage.administrator)).map((one) => one.id)).toContain(id)
    expect(await undeliveredMail(stage.reviewer)).toEqual([])
  })
  test('a connection that is refused is tried again; given up, it says so', async () => {
    const { id } = await only(stage.editor, await returned())
    await new Promise<void>((resolve) => server.close(() => resolve()))
    await expect(store.sendMail(id, now())).rejects.toThrow(/ECONNREFUSED/)
    await listen(port)
    await store.sendMail(id, now())
    expect(received).toHaveLength(1)
    await store.giveUpMail(id)
    expect((await state(id)).mail_problem).toBe('')
    const other = await only(stage.editor, await returned())
    await store.giveUpMail(other.id)
    expect((await state(other.id)).mail_problem).toMatch(/could not be reached/)
  })
  test('without SMTP_URL people are told in the desk, and no job is made', async () => {
    const url = process.env.SMTP_URL
    delete process.env.SMTP_URL
    const { id } = await only(stage.editor, await returned())
    process.env.SMTP_URL = url
    expect(await jobsOf(id)).toBe(0)
  })
})

test('the last comes first by when it was told, and of one moment the last written', async () => {
  const { notificationsOf } = await import('./queries.ts')
  const reader = await stage.build.person({ email: `reader-${Date.now()}@test.org`, role: 'editor' })
  const told = (moment: string, ref: string) =>
    stage.app.query(
      `INSERT INTO notification (person_id, kind, news, why, created_at) VALUES ($1, 'approved', $2, 'you wrote part of this version', $3)`,
      [reader.id, { kind: 'approved', ref, version: 1, economy: 'KZ', by: 'x' }, moment],
    )
  await told('2026-11-25T12:00:02Z', 'KZ-0001')
  await told('2026-11-25T12:00:01Z', 'KZ-0002')
  await told('2026-11-25T12:00:01Z', 'KZ-0003')
  const { items } = await notificationsOf(reader, 1)
  expect(items.map(({ title }) => title.slice(-7))).toEqual(['KZ-0001', 'KZ-0003', 'KZ-0002'])
})
