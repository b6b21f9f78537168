// Two reviewers approve and send back, sometimes the same text at once, while everything is killed: each decision that was acknowledged stands, and no text has two.
import type pg from 'pg'
import type { FormFields } from '../../server-actions.ts'
import { digestOf, press, workThrough } from '../deeds.ts'
import type { Fault } from '../fault.ts'

const STOCK = 6
type Waiting = { ref: string; version: number; digest: string }
type Acknowledged = Waiting & { state: 'approved' | 'returned'; by: string }

const kept = `SELECT m.ref, v.state, d.decision, d.digest, d.by
  FROM measure m JOIN version v ON v.measure_id = m.id
  JOIN (SELECT version_id, 'approved' AS decision, digest, approver_name AS by FROM approval
    UNION ALL SELECT b.version_id, 'returned', r.digest, b.returner_name FROM review_return b JOIN revision r ON r.id = b.revision_id) d ON d.version_id = v.id
  WHERE m.ref = ANY($1)`

async function wrong(owner: pg.Client, took: Acknowledged[], refs: string[]): Promise<string[]> {
  const { rows } = await owner.query<{ ref: string; state: string; decision: string; digest: string; by: string }>(kept, [refs])
  const lost = took.filter(
    ({ ref, digest, state, by }) =>
      !rows.some((row) => row.ref === ref && row.decision === state && row.state === state && row.digest === digest && row.by === by),
  )
  const twice = rows.filter((row, index) => rows.findIndex(({ ref }) => ref === row.ref) !== index)
  return [
    ...lost.map(({ ref, state, by }) => `${by} was told that ${ref} is ${state}, and it is not.`),
    ...twice.map(({ ref }) => `${ref} was decided on twice.`),
  ]
}

export default {
  name: 'approvals',
  about: 'each acknowledged approval and return stands, on exactly the text that was read, and no text has two',
  begin: async (stage) => {
    const build = await import('#lib/testing/builders.ts')
    const { everyCheck } = await import('#lib/review/checklist.ts')
    const { editor, reviewer, reviewer2 } = stage.people
    const stock = new Set<Waiting>()
    const refs: string[] = []
    const took: Acknowledged[] = []
    return {
      prepare: async () => {
        while (stock.size < STOCK) {
          const on = await build.submitted(editor, await build.draft(editor, 'KZ', build.contentWith()))
          refs.push(on.ref)
          stock.add({ ...on, digest: await digestOf(on) })
        }
      },
      work: (stopped) =>
        workThrough(stage, stopped, stock, async (waiting, lane) => {
          const who = lane === 0 ? reviewer : reviewer2
          const state = stage.random() < 0.75 ? 'approved' : 'returned'
          const action = `app/desk/review/actions.ts ${state === 'approved' ? 'approveVersion' : 'sendBack'}`
          const said: FormFields = state === 'approved' ? { checked: everyCheck } : { reason: 'Name the article.' }
          const answer = await press(stage, who, action, `/desk/review/${waiting.ref}`, { ...waiting, ...said }, stopped)
          if (answer === 'done') took.push({ ...waiting, state, by: who.name })
          return answer
        }),
      acknowledged: () => took.length,
      check: (owner) => wrong(owner, took, refs),
    }
  },
} satisfies Fault
