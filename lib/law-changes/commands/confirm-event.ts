// Records, on or after its day, whether an event that lay ahead in a published timeline happened. A person says so; no timer does.
import { whyNot } from '#lib/accounts/permissions.ts'
import { record } from '#lib/audit/record.ts'
import { nameOfChange } from '#lib/law-changes/law-change.ts'
import { isId } from '#lib/law-changes/store.ts'
import { reasonOf } from '#lib/measures/reason.ts'
import type { Actor } from '#lib/system/actor.ts'
import { type Clock, systemClock } from '#lib/system/clock.ts'
import { deskDb } from '#lib/system/db.ts'
import { Invalid, NotAllowed, NotFound, Stale } from '#lib/system/errors.ts'
import { boundsOf, renderDate } from '#lib/timeline/partial-date.ts'

/** What did not happen owes a reason. Throws NotFound, NotAllowed, Stale, Invalid. */
export async function confirmEvent(
  actor: Actor,
  input: { id: number; happened: boolean; reason?: string },
  clock: Clock = systemClock,
): Promise<void> {
  await deskDb().$transaction(async (tx) => {
    const { id } = input
    if (isId(id)) await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('awaited event', ${id}::bigint))`
    const include = { answer: true, measure: true, act: { include: { mergedInto: true } } } as const
    const event = isId(id) ? await tx.awaitedEvent.findUnique({ where: { id }, include }) : null
    if (!event) throw new NotFound(`No event ${id} is awaited.`)
    const act = event.act?.mergedInto ?? event.act
    const refused = whyNot(actor, 'confirm commencement', (act ?? event.measure)?.economyCode ?? null)
    if (refused !== null) throw new NotAllowed(refused)
    if (event.answer) throw new Stale(`${event.answer.recorderName} recorded already whether it happened.`)
    const at = clock()
    if (boundsOf(event.date).first > at.toISOString().slice(0, 10))
      throw new Invalid([{ path: '', message: `It lies in the future: ${renderDate(event.date)}.` }])
    const note = input.happened ? '' : reasonOf(input.reason ?? '', 'Say what happened instead.')
    const answer = { awaitedEventId: id, happened: input.happened, note, recordedById: actor.id, recorderName: actor.name, createdAt: at }
    await tx.awaitedEventAnswer.create({ data: answer })
    const told = { of: act?.title ?? event.title, event: nameOfChange(event), happened: input.happened, note }
    await record(tx, actor, { action: 'event.confirmed', ...told }, { at, ...(event.measure ? { ref: event.measure.ref } : {}) })
  })
}
