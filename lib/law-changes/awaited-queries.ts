// What is enacted and lies ahead, or whose day has come: law changes that were not yet in force, and events of published timelines. Nothing here changes them.
import type { Actor } from '#lib/system/actor.ts'
import { deskDb } from '#lib/system/db.ts'
import { Prisma } from '#prisma/generated/client.ts'
import { mayRead } from './impact-queries.ts'
import { nameOfChange } from './law-change.ts'

export type AwaitedCommencement = { id: number; actTitle: string; name: string; economy: string | null; date: string }

/** Confirmed law changes that were not yet in force, whose day has come by `today` (ISO), and of which nobody said yet whether they began. */
export async function awaitedCommencements(actor: Actor, today: string): Promise<AwaitedCommencement[]> {
  mayRead(actor)
  const rows = await deskDb().$queryRaw<{ id: number; actTitle: string; kind: string; date: string; economy: string | null }[]>`
    SELECT l.id, t.title AS "actTitle", l.kind, l.date, t.economy_code AS economy
    FROM law_change l JOIN law_change_decision d ON d.law_change_id = l.id AND d.confirmed
    JOIN act c ON c.id = l.act_id JOIN act t ON t.id = coalesce(c.merged_into_id, c.id)
    WHERE l.not_yet_in_force AND first_day(l.date) <= ${today}::date AND NOT EXISTS (SELECT FROM commencement k WHERE k.law_change_id = l.id)
    ORDER BY first_day(l.date), l.id LIMIT 200`
  return rows.map(({ kind, date, ...row }) => ({ ...row, date, name: nameOfChange({ kind, date }) }))
}

/** `ref` is of the measure, or null where the event is of an act of the register: then `actRef` is. */
export type AwaitedEvent = {
  id: number
  name: string
  date: string
  title: string
  economy: string | null
  actRef: string | null
  ref: string | null
}

/**
 * Events that lay ahead when they were published, that a published text still tells, and of which nobody said yet whether they happened: those
 * whose day has come by `today` (ISO), or those that lie ahead. What a law change asks already is not asked again. At most 200, soonest first.
 */
export async function awaitedEvents(actor: Actor, today: string, which: 'due' | 'ahead'): Promise<AwaitedEvent[]> {
  mayRead(actor)
  const day = which === 'due' ? Prisma.sql`first_day(w.date) <= ${today}::date` : Prisma.sql`first_day(w.date) > ${today}::date`
  const told = Prisma.sql`jsonb_build_array(jsonb_build_object('kind', w.kind, 'date', w.date))`
  const rows = await deskDb().$queryRaw<(Omit<AwaitedEvent, 'name'> & { kind: string })[]>`
    SELECT w.id, w.kind, w.date, coalesce(a.title, w.title) AS title, coalesce(a.economy_code, m.economy_code) AS economy, a.ref AS "actRef", m.ref
    FROM awaited_event w LEFT JOIN measure m ON m.id = w.measure_id
    LEFT JOIN act o ON o.id = w.act_id LEFT JOIN act a ON a.id = coalesce(o.merged_into_id, o.id)
    WHERE ${day} AND NOT EXISTS (SELECT FROM awaited_event_answer k WHERE k.awaited_event_id = w.id)
      AND NOT EXISTS (
        SELECT FROM act_family(a.id) f JOIN law_change l ON l.act_id = f.id JOIN law_change_decision d ON d.law_change_id = l.id AND d.confirmed
        WHERE l.not_yet_in_force AND l.kind = w.kind AND l.date = w.date)
      AND CASE WHEN w.act_id IS NULL THEN EXISTS (
        SELECT FROM published.version v WHERE v.ref = m.ref AND v.is_current
          AND v.content @> jsonb_build_object('bases', jsonb_build_array(jsonb_build_object('id', w.basis_id, 'events', ${told}))))
      ELSE EXISTS (
        SELECT FROM act_family(a.id) f JOIN published.citation c ON c.act_ref = f.ref
        JOIN published.version v ON v.ref = c.ref AND v.number = c.number AND v.is_current
        WHERE v.content @> jsonb_build_object('bases', jsonb_build_array(jsonb_build_object('actRef', f.ref, 'events', ${told})))) END
    ORDER BY first_day(w.date), w.id LIMIT 200`
  return rows.map(({ kind, ...row }) => ({ ...row, name: nameOfChange({ kind, date: row.date }) }))
}
