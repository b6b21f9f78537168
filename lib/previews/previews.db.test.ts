// L2 L5 L7 L12: a preview link shows one revision to whoever has its address, for as long as it is open, and dies with the version, its day or its maker.

import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { outsideExpert } from '#lib/system/actor.ts'
import { type Attacks, type On, underAttack } from '#lib/testing/attacks.ts'
import { endOf, lastDay, mostComments, type NewPreview } from './preview.ts'

let stage: Attacks
let sharePreview: typeof import('./commands/share-preview.ts').sharePreview
let revokePreview: typeof import('./commands/revoke-preview.ts').revokePreview
let commentAsGuest: typeof import('./commands/comment-as-guest.ts').commentAsGuest
let queries: typeof import('./queries.ts')
let store: typeof import('./store.ts')
let addComment: typeof import('#lib/review/commands/add-comment.ts').addComment
let settleComment: typeof import('#lib/review/commands/settle-comment.ts').settleComment
let threadsOf: typeof import('#lib/review/comment-queries.ts').threadsOf
beforeAll(async () => {
  stage = await underAttack()
  ;({ sharePreview } = await import('./commands/share-preview.ts'))
  ;({ revokePreview } = await import('./commands/revoke-preview.ts'))
  ;({ commentAsGuest } = await import('./commands/comment-as-guest.ts'))
  queries = await import('./queries.ts')
  store = await import('./store.ts')
  ;({ addComment } = await import('#lib/review/commands/add-comment.ts'))
  ;({ settleComment } = await import('#lib/review/commands/settle-comment.ts'))
  ;({ threadsOf } = await import('#lib/review/comment-queries.ts'))
})
afterAll(() => stage?.close())

const GUEST = 'Ada Norn, ITU'
const guest = outsideExpert(GUEST)
const now = () => new Date()
const begun = () => stage.build.draft(stage.editor, 'KZ', stage.build.contentWith())
const share = async (on: On, more: Partial<NewPreview> = {}, by = stage.editor) =>
  sharePreview(by, { ...on, revision: 2, guest: GUEST, days: 7, ...more })
const shown = async (token: string, at = now()) => (await queries.previewOf(token, at))?.revision ?? null
const stateOf = async (on: On, at = now()) => (await queries.previewsOf(stage.editor, await stage.idOf(on), at))[0]?.state
async function edited(on: On, basedOn: number, description: string) {
  const { editDraft } = await import('#lib/measures/commands/edit-draft.ts')
  await editDraft(stage.editor, { ...on, basedOn, content: stage.build.contentWith({ description }) })
}

test('shows exactly the revision that was shared, even when the draft goes on, and says so', async () => {
  const on = await begun()
  const { token, until } = await share(on, { message: 'Is article 4 complete?' })
  const before = await queries.previewOf(token, now())
  expect(before).toMatchObject({
    ref: on.ref,
    revision: 2,
    guest: GUEST,
    until,
    message: 'Is article 4 complete?',
    movedOn: false,
    published: null,
  })
  await edited(on, 2, 'Written afterwards.')
  await stage.build.returned(stage.cast, on, 'Not yet.')
  const after = await queries.previewOf(token, now())
  expect(after?.content).toEqual(before?.content)
  expect(after?.movedOn).toBe(true)
  expect(JSON.stringify(after)).not.toMatch(/afterwards|Not yet|@/)
  await expect(share(on)).rejects.toThrow('The text is at revision 3 now')
})

test('L8 of people it names only those who answered the expert, and of comments only their threads', async () => {
  const on = await begun()
  const { token } = await share(on)
  const { token: other } = await share(on, { guest: 'Bo Lind' })
  await addComment(stage.reviewer, { ...on, revision: 2, field: 'description', body: 'Internal remark' })
  const { id } = await commentAsGuest(guest, { token, field: 'description', quote: 'keep a register', body: 'Of which services?' })
  await addComment(stage.editor, { ...on, revision: 2, threadId: id, body: 'Postal ones.' })
  await commentAsGuest(guest, { token, threadId: id, body: 'Then say so.' })
  await settleComment(stage.reviewer, { ...on, threadId: id, settled: true })
  const preview = await queries.previewOf(token, now())
  expect(preview?.threads).toMatchObject([
    {
      quote: 'keep a register',
      body: 'Of which services?',
      outside: true,
      settled: true,
      answers: [
        { body: 'Postal ones.', author: 'editor', outside: false },
        { body: 'Then say so.', outside: true },
      ],
    },
  ])
  expect(JSON.stringify(preview)).not.toMatch(/Internal remark|@test\.org|reviewer/)
  expect((await queries.previewOf(other, now()))?.threads).toEqual([])
  await expect(commentAsGuest(outsideExpert('Bo Lind'), { token: other, threadId: id, body: 'x' })).rejects.toThrow('no such preview')
  const desk = await threadsOf(stage.editor, await stage.idOf(on))
  expect(desk.find((thread) => thread.id === id)).toMatchObject({ author: GUEST, outside: true, authorId: null, mustSettle: false })
  expect(desk.find((thread) => thread.body === 'Internal remark')).toMatchObject({ outside: false })
})

describe('L12 a link dies', () => {
  const dies: [string, string, (on: On, linkId: number) => Promise<unknown>][] = [
    ['when its version is published', 'published', (on) => stage.build.published(stage.cast, on)],
    [
      'when it is published and another version takes its place',
      'published',
      async (on) => {
        await stage.build.published(stage.cast, on)
        await stage.build.published(
          stage.cast,
          await stage.build.amendment(
            stage.editor,
            on.ref,
            stage.build.contentWith({ coverage: 'x', changeKind: 'editorial', changeNote: 'x' }),
          ),
        )
      },
    ],
    [
      'when it is published at its time',
      'published',
      async (on) => {
        const { runSchedule } = await import('#lib/review/commands/run-schedule.ts')
        const { scheduler } = await import('#lib/system/actor.ts')
        const made = stage.build.at('2026-03-01T12:00:00Z')
        await stage.build.scheduled(stage.cast, on, { local: '2026-03-02T09:00', zone: 'Asia/Almaty' }, made)
        expect(await stateOf(on)).toBe('open')
        const { rows } = await stage.app.query('SELECT max(id) AS id FROM schedule')
        await runSchedule(scheduler, { schedule: rows[0].id })
      },
    ],
    [
      'when it is discarded',
      'discarded',
      async (on) => {
        const { discardDraft } = await import('#lib/measures/commands/discard-draft.ts')
        await discardDraft(stage.editor, { ...on, basedOn: 2 })
      },
    ],
    ['when it is revoked', 'revoked', (on, linkId) => revokePreview(stage.reviewer, { ...on, linkId })],
  ]
  test.each(dies)('%s', async (_, state, end) => {
    const on = await begun()
    const { id, token } = await share(on)
    expect(await shown(token)).toBe(2)
    await end(on, id)
    expect(await shown(token)).toBeNull()
    expect(await queries.guestOf(token, now())).toBeNull()
    expect(await stateOf(on)).toBe(state)
    await expect(commentAsGuest(guest, { token, body: 'Too late' })).rejects.toThrow('There is no such preview.')
  })

  test('when whoever made it is disabled', async () => {
    const on = await begun()
    const maker = await stage.build.person({ email: 'maker@test.org' })
    const { token } = await share(on, {}, maker)
    await stage.app.query('UPDATE person SET disabled_at = now() WHERE id = $1', [maker.id])
    expect([await shown(token), await stateOf(on)]).toEqual([null, 'maker disabled'])
    await expect(commentAsGuest(guest, { token, body: 'Too late' })).rejects.toThrow('There is no such preview.')
  })

  test('at the end of its last day, to the millisecond', async () => {
    const on = await begun()
    const { token, until } = await share(on, { days: 1 })
    const end = endOf(now(), 1)
    expect(until).toBe(lastDay(end))
    expect(await shown(token, new Date(end.getTime() - 1))).toBe(2)
    expect([await shown(token, end), await stateOf(on, end)]).toEqual([null, 'expired'])
    await expect(commentAsGuest(guest, { token, body: 'Too late' }, () => end)).rejects.toThrow('There is no such preview.')
  })

  test('and not by a submission, a return or an approval', async () => {
    const on = await begun()
    const { token } = await share(on)
    await stage.build.returned(stage.cast, on, 'Not yet.')
    expect(await shown(token)).toBe(2)
    await stage.build.approved(stage.cast, on)
    expect(await shown(token)).toBe(2)
    await commentAsGuest(guest, { token, body: 'Still open.' })
  })
})

test('L5 whatever is no token of an open link is answered alike', async () => {
  const { token } = await share(await begun())
  const tokens = [
    '',
    'x',
    '1',
    token.slice(1),
    `${token}=`,
    ` ${token}`,
    token.toUpperCase(),
    `${token}\0`,
    randomBytes(32).toString('base64url'),
    store.hashOf(token),
  ]
  for (const one of tokens) {
    expect(await queries.previewOf(one, now()), one).toBeNull()
    await expect(commentAsGuest(guest, { token: one, body: 'x' })).rejects.toThrow('There is no such preview.')
  }
  for (const one of [stage.editor, stage.administrator, outsideExpert('Somebody else')])
    await expect(commentAsGuest(one, { token, body: 'x' })).rejects.toThrow('There is no such preview.')
})

test('L7 nobody makes or revokes one for an economy that is not theirs, or for what is published', async () => {
  const on = await begun()
  const foreigner = await stage.build.person({ email: 'de@test.org', economies: ['DE'] })
  const { id } = await share(on)
  await expect(share(on, {}, foreigner)).rejects.toThrow('only for the economies assigned to you')
  await expect(revokePreview(foreigner, { ...on, linkId: id })).rejects.toThrow('only for the economies assigned to you')
  await expect(revokePreview(stage.editor, { ...(await begun()), linkId: id })).rejects.toThrow('no such preview link')
  await expect(share(await stage.build.published(stage.cast, await begun()))).rejects.toThrow('of what is not published yet')
  await expect(share(on, {}, guest)).rejects.toThrow('only for the economies assigned to you')
  await revokePreview(stage.editor, { ...on, linkId: id })
  await expect(revokePreview(stage.editor, { ...on, linkId: id })).rejects.toThrow('editor revoked this link already.')
})

describe('is refused', () => {
  test.each([
    ['a link for nobody', { guest: '  ' }, 'Say who it is for'],
    ['a name of two lines', { guest: 'Ada\nBcc: all' }, 'Write it in one line.'],
    ['no day', { days: 0 }, 'At least one day'],
    ['more than sixty days', { days: 61 }, 'At most 60 days'],
    ['half a day', { days: 1.5 }, 'Say for how many days.'],
    ['a NUL', { message: 'a\0b' }, 'cannot be kept'],
  ])('%s', async (_, more, message) => {
    await expect(share(await begun(), more)).rejects.toThrow(message)
  })
  test.each([
    ['an empty comment', { body: ' ' }, 'Say something.'],
    ['a long one', { body: 'x'.repeat(5001) }, 'At most 5,000 characters'],
    ['one about nothing there is', { body: 'x', field: 'everything' as never }, 'Choose what it is about.'],
    ['words that do not stand there', { body: 'x', quote: 'sealing wax' }, 'do not stand in the text'],
  ])('%s', async (_, input, message) => {
    const { token } = await share(await begun())
    await expect(commentAsGuest(guest, { token, ...input })).rejects.toThrow(message)
  })
  test('a comment where none is asked for, and more than a link takes', async () => {
    const on = await begun()
    const { token } = await share(on, { commentsWelcome: false })
    await expect(commentAsGuest(guest, { token, body: 'x' })).rejects.toThrow('No comments are asked for')
    const { id, token: second } = await share(on)
    await stage.app.query(
      `INSERT INTO comment (version_id, revision_id, field, body, preview_link_id, author_name)
       SELECT l.version_id, l.revision_id, 'whole', 'x', l.id, l.guest_name FROM preview_link l, generate_series(1, $2) WHERE l.id = $1`,
      [id, mostComments],
    )
    await expect(commentAsGuest(guest, { token: second, body: 'x' })).rejects.toThrow(`has its ${mostComments} comments`)
  })
  test('more than ten comments in ten minutes, by link and not by person', async () => {
    const on = await begun()
    const { token } = await share(on)
    for (let count = 0; count < 10; count++) expect((await queries.guestOf(token, now()))?.wait).toBe(0)
    expect((await queries.guestOf(token, now()))?.wait).toBeGreaterThan(500)
    expect((await queries.guestOf((await share(on)).token, now()))?.wait).toBe(0)
  })
})

test('that it was opened is kept, and told to the desk', async () => {
  const on = await begun()
  const { id, token } = await share(on)
  const line = async () => (await queries.previewsOf(stage.editor, await stage.idOf(on), now()))[0]
  expect(await line()).toMatchObject({ guest: GUEST, revision: 2, state: 'open', openedAt: null, comments: 0, by: 'editor' })
  const [first, second] = [new Date('2026-11-25T10:00:00Z'), new Date('2026-11-25T11:00:00Z')]
  await store.noteOpening(id, second)
  await store.noteOpening(id, first)
  await commentAsGuest(guest, { token, body: 'x' })
  expect(await line()).toMatchObject({ openedAt: second, comments: 1 })
})

test('a revocation and a comment at the same instant take turns', async () => {
  for (let round = 0; round < 5; round++) {
    const on = await begun()
    const { id, token } = await share(on)
    const [revoked, said] = await Promise.allSettled([
      revokePreview(stage.editor, { ...on, linkId: id }),
      commentAsGuest(guest, { token, body: 'x' }),
    ])
    expect(revoked.status).toBe('fulfilled')
    const { rows } = await stage.app.query('SELECT FROM comment WHERE preview_link_id = $1', [id])
    expect(rows).toHaveLength(said.status === 'fulfilled' ? 1 : 0)
  }
})
