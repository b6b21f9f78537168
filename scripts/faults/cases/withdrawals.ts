// An editor asks for withdrawals, a reviewer confirms or declines them, while everything is killed: each acknowledged step is there, and what was withdrawn is gone for readers.
import type pg from 'pg'
import { digestOf, minuteAhead, press, workThrough } from '../deeds.ts'
import type { Fault } from '../fault.ts'

const STOCK = 4
type Public = { ref: string; version: number; digest: string; asked: boolean }
type Acknowledged = { ref: string; step: 'asked' | 'confirm' | 'decline' }

const kept = `SELECT m.ref, w.due_at IS NOT NULL AS later, d.confirmed, v.state, s.state AS schedule, p.state AS shown
  FROM withdrawal w JOIN version v ON v.id = w.version_id JOIN measure m ON m.id = v.measure_id JOIN published.measure p ON p.ref = m.ref
  LEFT JOIN withdrawal_decision d ON d.withdrawal_id = w.id LEFT JOIN schedule s ON s.withdrawal_id = w.id WHERE m.ref = ANY($1)`
type Row = { ref: string; later: boolean; confirmed: boolean | null; state: string; schedule: string | null; shown: string }

async function wrong(owner: pg.Client, took: Acknowledged[], refs: string[]): Promise<string[]> {
  const { rows } = await owner.query<Row>(kept, [refs])
  const isThere = ({ ref, step }: Acknowledged) =>
    rows.some((row) => row.ref === ref && (step === 'asked' || row.confirmed === (step === 'confirm')))
  const ended = ({ confirmed, later, schedule }: Row) => confirmed && (!later || schedule === null || schedule === 'done')
  return [
    ...took.filter((one) => !isThere(one)).map(({ ref, step }) => `“${step}” was acknowledged for ${ref}, and it is not there.`),
    ...rows
      .filter((row) => (row.state === 'withdrawn') !== Boolean(ended(row)) || row.state !== row.shown)
      .map(({ ref, state, shown }) => `${ref} is ${state} at the desk and ${shown} for readers: its decision says otherwise.`),
    ...rows.filter(({ ref }, index) => rows.findIndex((row) => row.ref === ref) !== index).map(({ ref }) => `${ref} was asked for twice.`),
  ]
}

export default {
  name: 'withdrawals',
  about: 'each acknowledged request and decision is there, and what was withdrawn is withdrawn for readers too',
  begin: async (stage) => {
    const build = await import('#lib/testing/builders.ts')
    const { editor, editor2, reviewer } = stage.people
    const stock = new Set<Public>()
    const refs: string[] = []
    const took: Acknowledged[] = []
    return {
      prepare: async () => {
        while (stock.size < STOCK) {
          const on = await build.published({ editor, reviewer }, await build.draft(editor, 'KZ', build.contentWith()))
          refs.push(on.ref)
          stock.add({ ...on, digest: await digestOf(on), asked: false })
        }
      },
      work: (stopped) =>
        workThrough(stage, stopped, stock, async (one, lane) => {
          const { ref, version, digest } = one
          const page = `/desk/measures/${ref}`
          const named = 'app/desk/measures/actions.ts'
          if (!one.asked) {
            const when = stage.random() < 0.3 ? { when: 'later', ...minuteAhead(stage) } : {}
            const asker = lane === 0 ? editor : editor2
            const fields = { ref, version, digest, reason: 'It is about another law.', ...when }
            const answer = await press(stage, asker, `${named} askWithdrawal`, page, fields, stopped)
            if (answer === 'done') took.push({ ref, step: 'asked' })
            one.asked ||= answer !== 'unknown'
            return 'unknown' // whoever decides comes next
          }
          const decision = stage.random() < 0.7 ? 'confirm' : 'decline'
          const answer = await press(stage, reviewer, `${named} settleWithdrawal`, page, { ref, version, digest, decision }, stopped)
          if (answer === 'done') took.push({ ref, step: decision })
          return answer
        }),
      acknowledged: () => took.length,
      check: (owner) => wrong(owner, took, refs),
    }
  },
} satisfies Fault
