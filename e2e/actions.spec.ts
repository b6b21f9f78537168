// L1 W1: every server action × who calls it over HTTP, complete by construction: what is refused changes nothing.
import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { readBatch } from '#lib/imports/commands/read-batch.ts'
import { examplePage } from '#lib/imports/reference-page.examples.ts'
import { sayNotAffected } from '#lib/law-changes/commands/say-not-affected.ts'
import { startUpdate } from '#lib/law-changes/commands/start-update.ts'
import { addComment } from '#lib/review/commands/add-comment.ts'
import { failSchedule } from '#lib/review/commands/fail-schedule.ts'
import { requestWithdrawal } from '#lib/review/commands/request-withdrawal.ts'
import { tomorrowAtNine } from '#lib/review/local-time.ts'
import { scheduler } from '#lib/system/actor.ts'
import {
  at,
  act as basisAct,
  citing,
  confirmedLawChange,
  draft,
  lawChange,
  published,
  registered,
  submitted,
} from '#lib/testing/builders.ts'
import { all, askers, everybody, type Row } from './askers.ts'
import { actor, contentWith, expect, given, type On, person, test } from './fixtures.ts'
import { actions, type Call, callAction, outcome } from './surface.ts'

type Prepared = Call & { on?: On }
const form = (page: string, fields: Record<string, string | number>, on?: On): Prepared => ({ page, form: fields, ...(on ? { on } : {}) })
const decided = async (on: On, more = {}) => form(`/desk/review/${on.ref}`, { ...on, digest: (await given.head(on)).digest, ...more }, on)
const step = async (on: On, more = {}): Promise<Prepared> => ({
  page: `/desk/measures/${on.ref}/edit`,
  input: { ...on, basedOn: 2, ...more },
  on,
})

const writes = all('done', { anonymous: 'signed out', disabled: 'signed out', foreigner: 'not allowed' })
const reads = { ...writes, foreigner: 'done' }
const decides: Row<string> = { ...writes, editor: 'not allowed' }

const statement = 'Since March 2011'
const cast = async () => ({ editor: await actor('editor'), reviewer: await actor('reviewer') })
const act = async () => registered(await actor('editor'), 'KZ', `Law ${randomUUID()} on Post`, statement)

/** A version in review with a comment of a second reviewer that must be settled. */
async function commented() {
  const on = await given.submitted()
  const reviewer = await person({ email: `${randomUUID()}@example.org`, role: 'reviewer' })
  const { id } = await addComment(reviewer, { ...on, revision: 2, field: 'description', body: 'Which article?', mustSettle: true })
  return { on, threadId: id }
}

const ofAct = () => ({ economy: 'KZ', union: '', title: `Law ${randomUUID()} on Post` })
const editing = async () => `/desk/measures/${(await given.draft()).ref}/edit`

/** A confirmed law change of an act that one published measure cites, and its impact. */
async function impact(sql: pg.Client) {
  const cited = await act()
  const { ref } = await given.published({ bases: [citing('a', cited, 'Law on Post', statement)] })
  const lawChangeId = await confirmedLawChange(await cast(), cited)
  const { rows } = await sql.query('SELECT id FROM impact WHERE law_change_id = $1', [lawChangeId])
  return { ref, lawChangeId, impactId: rows[0].id as number }
}

const tomorrow = () => ({ local: tomorrowAtNine(new Date(), 'Asia/Almaty'), zone: 'Asia/Almaty' })
async function onSchedule(on: On, sql: pg.Client) {
  const { rows } = await sql.query(
    'SELECT s.id FROM schedule s JOIN version v ON v.id = s.version_id JOIN measure m ON m.id = v.measure_id WHERE m.ref = $1',
    [on.ref],
  )
  const page = `/desk/review/${on.ref}`
  return { page, form: { schedule: rows[0].id as number, back: page }, on }
}

const rows: Record<string, { answers: Row<string>; reads?: true; prepare: (sql: pg.Client) => Promise<Prepared> }> = {
  'app/desk/actions.ts leaveEverywhere': { answers: { ...writes, foreigner: 'done' }, prepare: async () => ({ page: '/desk' }) },
  'app/desk/acts/actions.ts saveAct': {
    answers: writes,
    prepare: async () => ({ page: '/desk/acts/new', input: { act: ofAct(), based: null } }),
  },
  'app/desk/acts/actions.ts registerFromBasis': { answers: writes, prepare: async () => ({ page: await editing(), input: ofAct() }) },
  'app/desk/acts/actions.ts proposeForBasis': {
    answers: reads,
    reads: true,
    prepare: async () => ({ page: await editing(), input: { economy: 'KZ', title: 'Law on Post', number: '' } }),
  },
  'app/desk/acts/actions.ts actForBasis': {
    answers: reads,
    reads: true,
    prepare: async () => ({ page: await editing(), input: await act() }),
  },
  'app/desk/acts/actions.ts merge': {
    answers: { ...decides, reviewer: 'not allowed' },
    prepare: async () => {
      const ref = await act()
      return form(`/desk/acts/${ref}`, { ref, edition: 1, into: await act(), intoEdition: 1 })
    },
  },
  'app/desk/imports/actions.ts createSome': {
    answers: writes,
    prepare: async () => {
      const text = examplePage.replace('personal data may', `personal data (${randomUUID()}) may`)
      const { batchId } = await readBatch(await actor('editor'), { fileName: 'page.txt', bytes: new TextEncoder().encode(text) })
      return { page: `/desk/imports/${batchId}`, input: batchId }
    },
  },
  'app/desk/law-changes/actions.ts propose': {
    answers: writes,
    prepare: async () => {
      const said = { actRef: await act(), kind: 'amended', date: '2025', sourceTitle: 'Gazette', note: 'It was amended.' }
      return form('/desk/law-changes/new', said)
    },
  },
  'app/desk/law-changes/actions.ts decide': {
    answers: decides,
    prepare: async () => {
      const id = await lawChange(await actor('editor2'), await act())
      return form(`/desk/law-changes/${id}`, { id, decision: 'confirm' })
    },
  },
  'app/desk/law-changes/actions.ts commence': {
    answers: writes,
    prepare: async () => {
      const id = await confirmedLawChange(await cast(), await act(), { notYetInForce: true })
      return form(`/desk/law-changes/${id}`, { id, decision: 'began' })
    },
  },
  'app/desk/law-changes/actions.ts happen': {
    answers: writes,
    prepare: async (sql) => {
      const past = at('2020-04-01T08:00:00Z')
      const bases = [basisAct('a', 'Law on Post', 'Since March 2020, entry into force in May 2021')]
      const { ref } = await published(await cast(), await draft(await actor('editor'), 'KZ', contentWith({ bases }), past), past)
      const { rows } = await sql.query('SELECT w.id FROM awaited_event w JOIN measure m ON m.id = w.measure_id WHERE m.ref = $1', [ref])
      return form('/desk/law-changes/awaited', { id: rows[0].id, decision: 'happened' })
    },
  },
  'app/desk/law-changes/actions.ts update': {
    answers: writes,
    prepare: async (sql) => {
      const { impactId } = await impact(sql)
      return form(`/desk/law-changes/impacts/${impactId}`, { impactId })
    },
  },
  'app/desk/law-changes/actions.ts notAffected': {
    answers: writes,
    prepare: async (sql) => {
      const { impactId } = await impact(sql)
      return form(`/desk/law-changes/impacts/${impactId}`, { impactId, reason: 'Another article.' })
    },
  },
  'app/desk/law-changes/actions.ts check': {
    answers: decides,
    prepare: async (sql) => {
      const { impactId } = await impact(sql)
      await sayNotAffected(await actor('editor2'), { impactId, reason: 'Another article.' })
      const { rows } = await sql.query('SELECT id FROM impact_answer WHERE impact_id = $1', [impactId])
      return form(`/desk/law-changes/impacts/${impactId}`, { impactId, answerId: rows[0].id, decision: 'accept' })
    },
  },
  'app/desk/law-changes/actions.ts assign': {
    answers: writes,
    prepare: async (sql) => {
      const { impactId } = await impact(sql)
      return form(`/desk/law-changes/impacts/${impactId}`, { impactId, personId: (await actor('editor2')).id })
    },
  },
  'app/desk/law-changes/actions.ts answerSeveral': {
    answers: writes,
    prepare: async (sql) => {
      const { impactId, ref, lawChangeId } = await impact(sql)
      return form(`/desk/law-changes/${lawChangeId}`, { step: 'not affected', reason: 'Another article.', item: `${impactId}|0|${ref}` })
    },
  },
  'app/desk/law-changes/actions.ts release': {
    answers: decides,
    prepare: async (sql) => {
      const { lawChangeId, impactId } = await impact(sql)
      const on = await submitted(await actor('editor'), await startUpdate(await actor('editor'), { impactId }))
      const item = [on.ref, on.version, (await given.head(on)).digest].join('|')
      return form(`/desk/law-changes/${lawChangeId}/release`, { lawChangeId, step: 'approve', item })
    },
  },
  'app/desk/schedule/actions.ts scheduleVersion': {
    answers: decides,
    prepare: async () => decided(await given.approved(), tomorrow()),
  },
  'app/desk/schedule/actions.ts cancelScheduled': {
    answers: decides,
    prepare: async (sql) => onSchedule(await given.scheduled(), sql),
  },
  'app/desk/schedule/actions.ts retryScheduled': {
    answers: decides,
    prepare: async (sql) => {
      const call = await onSchedule(await given.scheduled(), sql)
      await failSchedule(scheduler, { schedule: Number(call.form.schedule) })
      return call
    },
  },
  'app/desk/verifications/actions.ts verifyText': {
    answers: writes,
    prepare: async () => decided(await given.published(), { checkedOn: new Date().toISOString().slice(0, 10) }),
  },
  'app/desk/measures/actions.ts submitForReview': { answers: writes, prepare: async () => step(await given.draft()) },
  'app/desk/measures/actions.ts discard': { answers: writes, prepare: async () => step(await given.draft()) },
  'app/desk/measures/actions.ts createMeasure': {
    answers: writes,
    prepare: async () => form('/desk/measures/new', { economy: 'KZ', subPillar: '8.4' }),
  },
  'app/desk/measures/actions.ts amend': {
    answers: writes,
    prepare: async () => {
      const on = await given.published()
      return form(`/desk/measures/${on.ref}`, { ref: on.ref }, on)
    },
  },
  'app/desk/measures/actions.ts restore': {
    answers: writes,
    prepare: async () => {
      const on = await given.published()
      return form(`/desk/measures/${on.ref}/history`, { ref: on.ref, from: '1.1', basedOn: '1.2' }, on)
    },
  },
  'app/desk/measures/actions.ts takeBackVersion': {
    answers: { ...writes, reviewer: 'not allowed' },
    prepare: async () => decided(await given.submitted(), { state: 'in_review' }),
  },
  'app/desk/measures/actions.ts askWithdrawal': {
    answers: writes,
    prepare: async () => {
      const on = await given.published()
      return form(`/desk/measures/${on.ref}`, { ...on, reason: 'Wrong.' }, on)
    },
  },
  'app/desk/measures/actions.ts settleWithdrawal': {
    answers: decides,
    prepare: async () => {
      const on = await given.published()
      await requestWithdrawal(await actor('editor2'), { ...on, reason: 'Wrong.' })
      return form(`/desk/measures/${on.ref}`, { ...on, decision: 'confirm' }, on)
    },
  },
  'app/desk/review/actions.ts approveVersion': { answers: decides, prepare: async () => decided(await given.submitted()) },
  'app/desk/review/actions.ts sendBack': {
    answers: decides,
    prepare: async () => decided(await given.submitted(), { reason: 'Name it.' }),
  },
  'app/desk/review/actions.ts beginThread': {
    answers: writes,
    prepare: async () => {
      const on = await given.submitted()
      return { page: `/desk/review/${on.ref}`, input: { ...on, revision: 2, field: 'description', body: 'Which article?' }, on }
    },
  },
  'app/desk/review/actions.ts answerThread': {
    answers: writes,
    prepare: async () => {
      const { on, threadId } = await commented()
      return form(`/desk/review/${on.ref}`, { ...on, revision: 2, threadId, reason: 'Article 4.' }, on)
    },
  },
  'app/desk/review/actions.ts settleThread': {
    answers: { ...writes, editor: 'not allowed' },
    prepare: async () => {
      const { on, threadId } = await commented()
      return form(`/desk/review/${on.ref}`, { ...on, revision: 2, threadId, settled: 'yes' }, on)
    },
  },
  'app/desk/review/actions.ts publishVersion': { answers: decides, prepare: async () => decided(await given.approved()) },
}

/** All that a write would change: the trail, the states, and what the world sees. */
const everything = `SELECT (SELECT count(*) FROM audit_entry) AS trail, (SELECT md5(string_agg(id || state::text, ',' ORDER BY id)) FROM version) AS states,
  (SELECT count(*) FROM revision) AS revisions, (SELECT count(*) FROM published.version WHERE is_current) AS published, (SELECT sum(session_epoch) FROM person) AS sessions`

test('every server action has a row', () => expect(Object.keys(rows).sort()).toEqual(actions()))

for (const [action, { answers, reads, prepare }] of Object.entries(rows)) {
  everybody(`over HTTP: ${action}`, async ({ ask, sql }) => {
    let call = await prepare(sql)
    for (const asker of askers) {
      const request = await ask(asker)
      const before = (await sql.query(everything)).rows[0]
      expect(await outcome(await callAction(request, action, call)), asker).toBe(answers[asker])
      const after = (await sql.query(everything)).rows[0]
      if (answers[asker] !== 'done' || reads) expect(after, `${asker}: nothing was changed`).toEqual(before)
      else {
        expect(Number(after.trail), `${asker}: it was done`).toBeGreaterThan(Number(before.trail))
        call = await prepare(sql)
      }
    }
  })
}

everybody('a page of another site can make a signed-in person do nothing', async ({ ask, sql }) => {
  const request = await ask('administrator')
  const before = (await sql.query(everything)).rows[0].published
  const call = await decided(await given.approved())
  for (const origin of ['https://evil.example', 'null', 'http://localhost.evil.example']) {
    const response = await callAction(request, 'app/desk/review/actions.ts publishVersion', call, { origin })
    expect(response.status(), origin).toBeGreaterThanOrEqual(400)
    const read = await request.post('/desk/imports/read', { headers: { origin, 'sec-fetch-site': 'cross-site' }, multipart: { text: 'x' } })
    expect(read.status(), origin).toBe(403)
  }
  expect((await sql.query(everything)).rows[0].published).toBe(before)
})
