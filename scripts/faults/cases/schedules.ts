// Publications are put on the schedule, taken off it and fall due while the program, the worker and PostgreSQL are killed: what was due is done once, and nothing that was taken off.
import type pg from 'pg'
import { digestOf, minuteAhead, nothingIsDue, press, workThrough } from '../deeds.ts'
import type { Fault } from '../fault.ts'

const [STOCK, OVERDUE] = [4, 2]
type On = { ref: string; version: number; digest: string }
/** To be put on the schedule, or to be taken off it. */
type Piece = On & { schedule?: number }
type Acknowledged = { ref: string; deed: 'made' | 'cancelled' }

const kept = `SELECT m.ref, s.state, s.digest, v.state AS version, s.due_at, lower(v.published_during) AS published_at
  FROM schedule s JOIN version v ON v.id = s.version_id JOIN measure m ON m.id = v.measure_id WHERE m.ref = ANY($1) AND s.deed = 'publish'`
type Row = { ref: string; state: string; digest: string; version: string; due_at: Date; published_at: Date | null }

async function wrong(owner: pg.Client, took: Acknowledged[], overdue: string[], refs: string[]): Promise<string[]> {
  const { rows } = await owner.query<Row>(kept, [[...refs, ...overdue]])
  const lost = took.filter(({ ref, deed }) => !rows.some((row) => row.ref === ref && (deed === 'made' || row.state === 'cancelled')))
  const agrees = { waiting: 'scheduled', done: 'published', cancelled: 'approved' } as Record<string, string>
  return [
    ...lost.map(({ ref, deed }) => `The schedule of ${ref} was acknowledged as ${deed}, and it is not.`),
    ...rows
      .filter(({ state, version }) => agrees[state] !== version)
      .map((row) => `${row.ref} is ${row.version}; its schedule is ${row.state}.`),
    ...overdue
      .filter((ref) => !rows.some((row) => row.ref === ref && row.state === 'done'))
      .map((ref) => `${ref} was due and is not public.`),
    ...rows.filter((row) => row.published_at && row.published_at < row.due_at).map(({ ref }) => `${ref} was published before its time.`),
    ...rows.filter(({ ref }, index) => rows.findIndex((row) => row.ref === ref) !== index).map(({ ref }) => `${ref} was scheduled twice.`),
  ]
}

export default {
  name: 'schedules',
  about: 'each acknowledged schedule stands, what fell due was done once, and nothing that was taken off',
  begin: async (stage) => {
    const build = await import('#lib/testing/builders.ts')
    const { deskDb } = await import('#lib/system/db.ts')
    const { editor, reviewer, reviewer2 } = stage.people
    const cast = { editor, reviewer }
    const stock = new Set<Piece>()
    const overdue: string[] = []
    const refs: string[] = []
    const took: Acknowledged[] = []
    const waiting = () =>
      deskDb().schedule.findMany({
        where: { state: 'waiting', deed: 'publish', version: { measure: { ref: { in: refs } } } },
        select: { id: true, digest: true, version: { select: { number: true, measure: { select: { ref: true } } } } },
        take: STOCK / 2,
      })
    return {
      prepare: async () => {
        // What fell due while nothing ran.
        for (let n = 0; n < OVERDUE; n++) {
          const past = build.at('2026-03-01T12:00:00Z')
          const draft = await build.draft(editor, 'KZ', build.contentWith(), past)
          overdue.push((await build.scheduled(cast, draft, { local: '2026-03-02T09:00', zone: 'Asia/Almaty' }, past)).ref)
        }
        for (const piece of stock) if (piece.schedule) stock.delete(piece)
        for (const { id, digest, version } of await waiting())
          stock.add({ ref: version.measure.ref, version: version.number, digest, schedule: id })
        for (let n = [...stock].filter(({ schedule }) => !schedule).length; n < STOCK; n++) {
          const on = await build.approved(cast, await build.draft(editor, 'KZ', build.contentWith()))
          refs.push(on.ref)
          stock.add({ ...on, digest: await digestOf(on) })
        }
      },
      work: (stopped) =>
        workThrough(stage, stopped, stock, async ({ ref, version, digest, schedule }, lane) => {
          const page = `/desk/review/${ref}`
          const who = lane === 0 ? reviewer : reviewer2
          const answer = schedule
            ? await press(stage, who, 'app/desk/schedule/actions.ts cancelScheduled', page, { schedule, back: page }, stopped)
            : await press(
                stage,
                who,
                'app/desk/schedule/actions.ts scheduleVersion',
                page,
                { ref, version, digest, ...minuteAhead(stage) },
                stopped,
              )
          if (answer === 'done') took.push({ ref, deed: schedule ? 'cancelled' : 'made' })
          return answer
        }),
      acknowledged: () => took.length,
      settled: (owner) => nothingIsDue(owner, stage),
      check: (owner) => wrong(owner, took, overdue, refs),
    }
  },
} satisfies Fault
