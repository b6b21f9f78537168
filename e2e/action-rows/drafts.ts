// The actions on drafts, withdrawals and checks: who is answered what.
import { requestWithdrawal } from '#lib/review/commands/request-withdrawal.ts'
import { actor, given, type On } from '../fixtures.ts'
import { type ActionRows, decided, decides, form, type Prepared, writes } from './shared.ts'

const step = async (on: On, more = {}): Promise<Prepared> => ({
  page: `/desk/measures/${on.ref}/edit`,
  input: { ...on, basedOn: 2, ...more },
  on,
})

export const draftRows: ActionRows = {
  'app/desk/actions.ts leaveEverywhere': { answers: { ...writes, foreigner: 'done' }, prepare: async () => ({ page: '/desk' }) },
  'app/desk/verifications/actions.ts verifyText': {
    answers: writes,
    prepare: async () => decided(await given.published(), { checkedOn: new Date().toISOString().slice(0, 10) }),
  },
  'app/desk/verifications/actions.ts setIntervals': {
    answers: { ...decides, reviewer: 'not allowed', foreigner: 'not allowed' },
    prepare: async (sql) => {
      const { rows } = await sql.query(`SELECT check_every_months AS months FROM sub_pillar WHERE code = '1.1'`)
      const { months } = rows[0]
      return form('/desk/verifications/intervals', { 'was 1.1': months, 'months 1.1': (months % 12) + 1 })
    },
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
}
