// Changes how a person wants their news: from the form of the desk, or from the unsubscribe link of an e-mail. It changes nobody else's.
import { record } from '#lib/audit/record.ts'
import { type NewsKind, newsKinds } from '#lib/notifications/news.ts'
import { kinds, type Pace, paceNames, paceOf } from '#lib/notifications/preferences.ts'
import type { Actor } from '#lib/system/actor.ts'
import { type Clock, systemClock } from '#lib/system/clock.ts'
import { deskDb } from '#lib/system/db.ts'
import { Invalid, NotAllowed } from '#lib/system/errors.ts'

/** `unwanted`: no more e-mail of that kind, or of those that come daily. `timeZone` is IANA, `digestHour` 0 to 23 in it. */
export type PreferenceChange =
  | { paces: Partial<Record<NewsKind, Pace>>; timeZone: string; digestHour: number }
  | { unwanted: NewsKind | 'daily' }

/** Keeps what was chosen, and leaves the rest as it was. Throws Invalid, and NotAllowed for nobody in particular. */
export async function changePreferences(actor: Actor, input: PreferenceChange, clock: Clock = systemClock): Promise<void> {
  if (actor.id <= 0) throw new NotAllowed('Only a person is told of anything.')
  const at = clock()
  await deskDb().$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM person WHERE id = ${actor.id} FOR UPDATE`
    const rows = await tx.mailPreference.findMany({ where: { personId: actor.id } })
    const before = Object.fromEntries(rows.map(({ kind, pace }) => [kind, pace]))
    const wanted = 'unwanted' in input ? without(input.unwanted, before) : input.paces
    const changes: Record<string, string> = {}
    for (const kind of newsKinds) {
      const pace = wanted[kind]
      if (pace === undefined || pace === paceOf(kind, before)) continue
      await tx.mailPreference.upsert({
        where: { personId_kind: { personId: actor.id, kind } },
        create: { personId: actor.id, kind, pace },
        update: { pace },
      })
      changes[`“${kinds[kind].name}”`] = paceNames[pace]
    }
    if (!('unwanted' in input)) {
      const { timeZone, digestHour } = input
      if (!Number.isInteger(digestHour) || digestHour < 0 || digestHour > 23)
        throw new Invalid([{ path: 'digestHour', message: 'Choose an hour from 0 to 23.' }])
      const person = await tx.person.findUniqueOrThrow({ where: { id: actor.id } })
      if (timeZone !== '' && !isKnown(timeZone)) throw new Invalid([{ path: 'timeZone', message: 'Choose a time zone from the list.' }])
      if (person.timeZone !== timeZone) changes['time zone'] = timeZone || 'UTC'
      if (person.digestHour !== digestHour) changes['daily e-mail'] = `at ${digestHour}:00`
      await tx.person.update({ where: { id: actor.id }, data: { timeZone, digestHour } })
    }
    if (Object.keys(changes).length > 0) await record(tx, actor, { action: 'notifications.changed', changes }, { at })
  })
}

function without(unwanted: NewsKind | 'daily', before: Partial<Record<NewsKind, Pace>>): Partial<Record<NewsKind, Pace>> {
  const ended = newsKinds.filter((kind) => (unwanted === 'daily' ? paceOf(kind, before) === 'daily' : kind === unwanted))
  return Object.fromEntries(ended.map((kind) => [kind, 'never']))
}

function isKnown(zone: string): boolean {
  return Intl.supportedValuesOf('timeZone').includes(zone) || zone === 'UTC'
}
