// The actions of review: decisions, comments, schedules: who is answered what.
import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { sharePreview } from '#lib/previews/commands/share-preview.ts'
import { everyCheck } from '#lib/review/checklist.ts'
import { addComment } from '#lib/review/commands/add-comment.ts'
import { failSchedule } from '#lib/review/commands/fail-schedule.ts'
import { tomorrowAtNine } from '#lib/review/local-time.ts'
import { scheduler } from '#lib/system/actor.ts'
import { actor, given, type On, person } from '../fixtures.ts'
import { type ActionRows, decided, decides, form, writes } from './shared.ts'

/** A version in review with a comment of a second reviewer that must be settled. */
async function commented() {
  const on = await given.submitted()
  const reviewer = await person({ email: `${randomUUID()}@example.org`, role: 'reviewer' })
  const { id } = await addComment(reviewer, { ...on, revision: 2, field: 'description', body: 'Which article?', mustSettle: true })
  return { on, threadId: id }
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

export const reviewRows: ActionRows = {
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
  'app/desk/review/actions.ts approveVersion': {
    answers: decides,
    prepare: async () => decided(await given.submitted(), { checked: everyCheck }),
  },
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
  'app/desk/review/actions.ts takeReview': {
    answers: decides,
    prepare: async () => {
      const on = await given.submitted()
      const taker = await person({ email: `${randomUUID()}@example.org`, role: 'reviewer' })
      return form(`/desk/review/${on.ref}`, { ...on, person: taker.id }, on)
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
  'app/desk/previews/actions.ts makePreview': {
    answers: writes,
    prepare: async () => {
      const on = await given.draft()
      return { page: `/desk/measures/${on.ref}`, input: { ...on, revision: 2, guest: 'Ada Norn', days: 7 }, on }
    },
  },
  'app/desk/previews/actions.ts endPreview': {
    answers: writes,
    prepare: async () => {
      const on = await given.draft()
      const { id } = await sharePreview(await actor('editor'), { ...on, revision: 2, guest: 'Ada Norn', days: 7 })
      return form(`/desk/measures/${on.ref}`, { ...on, link: id }, on)
    },
  },
  'app/desk/review/actions.ts publishUrgently': {
    answers: { ...decides, reviewer: 'not allowed' },
    prepare: async () => {
      const on = await given.submitted()
      return decided(on, { reason: 'A court stopped what it says.', confirmed: on.ref })
    },
  },
  'app/desk/review/actions.ts approveLater': {
    // The administrator published it.
    answers: { ...decides, administrator: 'not allowed' },
    prepare: async () => decided(await given.emergency(), { checked: everyCheck }),
  },
  'app/desk/review/actions.ts publishVersion': { answers: decides, prepare: async () => decided(await given.approved()) },
}
