// The actions on law changes, their impacts and awaited events: who is answered what.
import type pg from 'pg'
import { sayNotAffected } from '#lib/law-changes/commands/say-not-affected.ts'
import { startUpdate } from '#lib/law-changes/commands/start-update.ts'
import { everyCheck } from '#lib/review/checklist.ts'
import { at, act as basisAct, citing, confirmedLawChange, draft, lawChange, published, submitted } from '#lib/testing/builders.ts'
import { actor, contentWith, given } from '../fixtures.ts'
import { type ActionRows, act, cast, decides, form, statement, writes } from './shared.ts'

/** A confirmed law change of an act that one published measure cites, and its impact. */
async function impact(sql: pg.Client) {
  const cited = await act()
  const { ref } = await given.published({ bases: [citing('a', cited, 'Law on Post', statement)] })
  const lawChangeId = await confirmedLawChange(await cast(), cited)
  const { rows } = await sql.query('SELECT id FROM impact WHERE law_change_id = $1', [lawChangeId])
  return { ref, lawChangeId, impactId: rows[0].id as number }
}

export const lawChangeRows: ActionRows = {
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
  'app/desk/law-changes/actions.ts takeBackAndUpdate': {
    answers: { ...writes, reviewer: 'not allowed' },
    prepare: async (sql) => {
      const { impactId, ref } = await impact(sql)
      const on = await submitted(await actor('editor'), await given.amendment(ref))
      const page = `/desk/law-changes/impacts/${impactId}`
      return form(page, { ...on, digest: (await given.head(on)).digest, state: 'in_review', impactId })
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
      return form(`/desk/law-changes/${lawChangeId}/release`, { lawChangeId, step: 'approve', item, checked: everyCheck })
    },
  },
}
