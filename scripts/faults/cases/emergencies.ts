// Two administrators publish in emergencies and two reviewers approve afterwards, sometimes the same one at once, while everything is killed: readers are told of each, once, and of each approval.
import type pg from 'pg'
import { digestOf, press, workThrough } from '../deeds.ts'
import type { Fault } from '../fault.ts'

const STOCK = 4
type Urgent = { ref: string; version: number; digest: string; published: boolean }
type Acknowledged = { ref: string; step: 'published' | 'approved'; by: string }

const kept = `SELECT m.ref, v.state, e.administrator_name AS published, a.approver_name AS approved, a.digest = e.digest AS same,
    t.administrator_name AS told, l.approved_by AS "toldLater", p.digest = e.digest AS shown
  FROM emergency e JOIN version v ON v.id = e.version_id JOIN measure m ON m.id = v.measure_id LEFT JOIN approval a ON a.version_id = v.id
  LEFT JOIN published.version p ON p.ref = m.ref AND p.number = v.number LEFT JOIN published.emergency t ON t.ref = m.ref AND t.number = v.number
  LEFT JOIN published.later_approval l ON l.ref = m.ref AND l.number = v.number WHERE m.ref = ANY($1)`
type Row = Record<'ref' | 'state' | 'published', string> &
  Record<'approved' | 'told' | 'toldLater', string | null> & { same: boolean; shown: boolean }

async function wrong(owner: pg.Client, took: Acknowledged[], refs: string[]): Promise<string[]> {
  const { rows } = await owner.query<Row>(kept, [refs])
  const lost = took.filter(({ ref, step, by }) => !rows.some((row) => row.ref === ref && row[step] === by))
  const untold = rows.filter(({ state, published, told, shown }) => state !== 'published' || !shown || told !== published)
  const unapproved = rows.filter(({ approved, toldLater, same }) => approved !== toldLater || same === false)
  return [
    ...lost.map(({ ref, step, by }) => `${by} was told that ${ref} is ${step}, and it is not.`),
    ...untold.map(({ ref }) => `${ref} has an emergency, and readers are not told of it.`),
    ...unapproved.map(({ ref }) => `${ref} has another approval afterwards than readers are told.`),
    ...rows.filter(({ ref }, index) => rows.findIndex((row) => row.ref === ref) !== index).map(({ ref }) => `${ref} was decided on twice.`),
  ]
}

export default {
  name: 'emergencies',
  about: 'each acknowledged emergency is public and marked, and each approval of it afterwards is there, once',
  begin: async (stage) => {
    const build = await import('#lib/testing/builders.ts')
    const { everyCheck } = await import('#lib/review/checklist.ts')
    const { editor, reviewer, reviewer2, administrator, administrator2 } = stage.people
    const stock = new Set<Urgent>()
    const refs: string[] = []
    const took: Acknowledged[] = []
    return {
      prepare: async () => {
        while (stock.size < STOCK) {
          const on = await build.draft(editor, 'KZ', build.contentWith())
          refs.push(on.ref)
          stock.add({ ...on, digest: await digestOf(on), published: false })
        }
      },
      work: (stopped) =>
        workThrough(stage, stopped, stock, async (one, lane) => {
          const { ref, version, digest } = one
          const page = `/desk/review/${ref}`
          if (!one.published) {
            const who = lane === 0 ? administrator : administrator2
            const fields = { ref, version, digest, reason: 'A court stopped the law tonight.', confirmed: ref }
            const answer = await press(stage, who, 'app/desk/review/actions.ts publishUrgently', page, fields, stopped)
            if (answer === 'done') took.push({ ref, step: 'published', by: who.name })
            one.published ||= answer !== 'unknown'
            return 'unknown' // whoever approves comes next
          }
          const who = lane === 0 ? reviewer : reviewer2
          const fields = { ref, version, digest, checked: everyCheck }
          const answer = await press(stage, who, 'app/desk/review/actions.ts approveLater', page, fields, stopped)
          if (answer === 'done') took.push({ ref, step: 'approved', by: who.name })
          return answer
        }),
      acknowledged: () => took.length,
      check: (owner) => wrong(owner, took, refs),
    }
  },
} satisfies Fault
