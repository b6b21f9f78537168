// Releases of a law change, three measures each, published at once or falling due while everything is killed: all of a release at one moment, or nothing of it.
import type pg from 'pg'
import { digestOf, nothingIsDue, press, workThrough } from '../deeds.ts'
import type { Fault } from '../fault.ts'

const [STOCK, MEASURES, CHANGES] = [1, 3, 12]
type Ready = { lawChangeId: number; group: Group; items: { ref: string; version: number; digest: string }[] }
/** Measures that cite one act; a law change each month, until another group begins. */
type Group = { act: string; refs: string[]; changes: number }

async function wrong(owner: pg.Client, took: Ready[], overdue: Ready[], made: Ready[]): Promise<string[]> {
  const { rows } = await owner.query<{ id: number; items: string[]; apart: boolean }>(
    `SELECT l.law_change_id AS id, array_agg(m.ref || ' ' || v.number ORDER BY m.ref) AS items, bool_or(lower(v.published_during) <> l.created_at) AS apart
     FROM release l JOIN release_item i ON i.release_id = l.id JOIN version v ON v.id = i.version_id JOIN measure m ON m.id = v.measure_id
     GROUP BY l.id`,
  )
  const of = (lawChangeId: number) => rows.filter(({ id }) => id === lawChangeId)
  const named = ({ items }: Ready) => items.map(({ ref, version }) => `${ref} ${version}`).sort()
  return made.flatMap((one) => {
    const found = of(one.lawChangeId)
    const about = `The release of law change ${one.lawChangeId}`
    if (found.length === 0 && overdue.includes(one)) return [`${about} was due and is not there.`]
    if (found.length === 0) return took.includes(one) ? [`${about} was acknowledged and is not there.`] : []
    return [
      ...(found.length > 1 ? [`${about} happened ${found.length} times.`] : []),
      ...(found[0]?.items.join() === named(one).join()
        ? []
        : [`${about} has ${found[0]?.items.join(', ')}, not ${named(one).join(', ')}.`]),
      ...(found[0]?.apart ? [`${about} was published at several moments.`] : []),
    ]
  })
}

export default {
  name: 'releases',
  about: 'each acknowledged release is public whole, once and at one moment, and no other in part',
  begin: async (stage) => {
    const build = await import('#lib/testing/builders.ts')
    const { startUpdate } = await import('#lib/law-changes/commands/start-update.ts')
    const { scheduleRelease } = await import('#lib/review/commands/schedule-release.ts')
    const { deskDb } = await import('#lib/system/db.ts')
    const { editor, reviewer, reviewer2 } = stage.people
    const cast = { editor, reviewer }
    const stock = new Set<Ready>()
    const made: Ready[] = []
    const took: Ready[] = []
    const overdue: Ready[] = []
    let groups: Group[] = []

    async function group(): Promise<Group> {
      const act = await build.registered(editor, 'KZ', `Law on Communications ${made.length}`, 'Since March 2011')
      const refs: string[] = []
      for (let n = 0; n < MEASURES; n++) {
        const content = build.contentWith({ bases: [build.citing('a', act, 'Law on Communications', 'Since March 2011')] })
        refs.push((await build.published(cast, await build.draft(editor, 'KZ', content))).ref)
      }
      return { act, refs, changes: 0 }
    }

    async function ready(of: Group): Promise<Ready> {
      const date = `2025-${String(++of.changes).padStart(2, '0')}`
      const lawChangeId = await build.confirmedLawChange(cast, of.act, { date })
      const items: Ready['items'] = []
      for (const { id } of await deskDb().impact.findMany({ where: { lawChangeId } })) {
        const on = await build.approved(cast, await startUpdate(editor, { impactId: id }))
        items.push({ ref: on.ref, version: on.version, digest: await digestOf(on) })
      }
      return { lawChangeId, group: of, items }
    }

    return {
      prepare: async () => {
        const open = new Set([...stock].map(({ group }) => group))
        groups = groups.filter(({ changes }) => changes < CHANGES)
        // What fell due while nothing ran.
        const late = await ready(await group())
        const time = { local: '2026-03-02T09:00', zone: 'Asia/Almaty' }
        await scheduleRelease(reviewer, { ...late, time }, build.at('2026-03-01T12:00:00Z'))
        made.push(late)
        overdue.push(late)
        while (stock.size < STOCK) {
          const of = groups.find((one) => !open.has(one)) ?? (await group())
          if (!groups.includes(of)) groups.push(of)
          open.add(of)
          const one = await ready(of)
          made.push(one)
          stock.add(one)
        }
      },
      work: (stopped) =>
        workThrough(stage, stopped, stock, async (one, lane) => {
          const item = one.items.map(({ ref, version, digest }) => `${ref}|${version}|${digest}`)
          const fields = { lawChangeId: one.lawChangeId, step: 'publish', item }
          const page = `/desk/law-changes/${one.lawChangeId}/release`
          const who = lane === 0 ? reviewer : reviewer2
          const answer = await press(stage, who, 'app/desk/law-changes/actions.ts release', page, fields, stopped)
          if (answer === 'done') took.push(one)
          return answer
        }),
      acknowledged: () => took.length,
      settled: (owner) => nothingIsDue(owner, stage),
      check: (owner) => wrong(owner, took, overdue, made),
    }
  },
} satisfies Fault
