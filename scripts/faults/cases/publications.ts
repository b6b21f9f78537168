// Two reviewers publish first versions and amendments, sometimes the same one at once, while everything is killed: each publication that was acknowledged is there, once.
import type pg from 'pg'
import { digestOf, press, workThrough } from '../deeds.ts'
import type { Fault } from '../fault.ts'

const STOCK = 6
type Ready = { ref: string; version: number; digest: string }
type Acknowledged = Ready & { by: number }

const kept = `SELECT m.ref, v.number AS version, p.digest, v.published_by_id AS by
  FROM measure m JOIN version v ON v.measure_id = m.id JOIN published.version p ON p.ref = m.ref AND p.number = v.number
  WHERE m.ref = ANY($1) AND v.state IN ('published', 'superseded')`

async function wrong(owner: pg.Client, took: Acknowledged[]): Promise<string[]> {
  const { rows } = await owner.query<Acknowledged>(kept, [took.map(({ ref }) => ref)])
  const key = ({ ref, version, digest, by }: Acknowledged) => `${ref} ${version} ${digest} ${by}`
  const there = new Set(rows.map(key))
  const told = took.map(({ ref, version }) => `${ref} version ${version}`)
  return [
    ...took
      .filter((one) => !there.has(key(one)))
      .map(({ ref, version }) => `${ref} version ${version} was acknowledged and is not public.`),
    ...told.filter((one, index) => told.indexOf(one) !== index).map((one) => `Two people were told that they published ${one}.`),
  ]
}

export default {
  name: 'publications',
  about: 'each acknowledged publication is public, word for word as approved, and happened once',
  begin: async (stage) => {
    const build = await import('#lib/testing/builders.ts')
    const { deskDb } = await import('#lib/system/db.ts')
    const { editor, reviewer, reviewer2 } = stage.people
    const cast = { editor, reviewer }
    const stock = new Set<Ready>()
    const refs: string[] = []
    const took: Acknowledged[] = []
    const amendable = () =>
      deskDb().version.findMany({
        where: {
          state: 'published',
          measure: { ref: { in: refs }, versions: { none: { state: { in: ['draft', 'in_review', 'approved'] } } } },
        },
        select: { measure: { select: { ref: true } } },
        orderBy: { id: 'desc' },
        take: STOCK / 2,
      })
    const amended = { changeKind: 'editorial', changeNote: 'Said more plainly.' } as const
    return {
      prepare: async () => {
        for (const { measure } of stock.size < STOCK ? await amendable() : []) {
          const content = build.contentWith({ ...amended, description: `Text ${refs.length} ${took.length}.` })
          const on = await build.approved(cast, await build.amendment(editor, measure.ref, content))
          stock.add({ ...on, digest: await digestOf(on) })
        }
        while (stock.size < STOCK) {
          const on = await build.approved(cast, await build.draft(editor, 'KZ', build.contentWith()))
          refs.push(on.ref)
          stock.add({ ...on, digest: await digestOf(on) })
        }
      },
      work: (stopped) =>
        workThrough(stage, stopped, stock, async (ready, lane) => {
          const who = lane === 0 ? reviewer : reviewer2
          const answer = await press(stage, who, 'app/desk/review/actions.ts publishVersion', `/desk/review/${ready.ref}`, ready, stopped)
          if (answer === 'done') took.push({ ...ready, by: who.id })
          return answer
        }),
      acknowledged: () => took.length,
      check: (owner) => wrong(owner, took),
    }
  },
} satisfies Fault
