// A time as the clocks of a named zone show it, and the instant that it is. Where the clocks jump, a person chooses: nothing is guessed. Reads no clock.
import { Temporal } from 'temporal-polyfill'
import { Invalid } from '#lib/system/errors.ts'
import { z } from '#lib/system/zod.ts'

/** What somebody said: `2026-11-26T09:00` and an IANA zone; `choice` where that time is none or two. */
export const said = z.object({ local: z.string().max(30), zone: z.string().max(60), choice: z.enum(['earlier', 'later']).optional() })
export type Said = z.infer<typeof said>
/** `local` is what the clocks show then, which is another time than was said where that one is skipped. */
export type Moment = { local: string; zone: string; at: Date }

const shape = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/

/** Whether this is a zone of the IANA database that is known here, by its name: `Asia/Almaty`, not `+05:00`. */
export function isZone(zone: string): boolean {
  if (!/^[A-Za-z]/.test(zone)) return false
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone)
    return true
  } catch {
    return false
  }
}

const momentOf = (time: Temporal.ZonedDateTime): Moment => ({
  local: time.toPlainDateTime().toString({ smallestUnit: 'minute' }),
  zone: time.timeZoneId,
  at: new Date(time.epochMilliseconds),
})

/**
 * The instant that was said. Throws Invalid: for what is no time or zone (`path` is `local` or `zone`), and where the clocks jump and no
 * choice was made, with an issue for each of the two times that may be meant (`path` is `earlier`, `later`) and one for the field.
 */
export function resolve({ local, zone, choice }: Said): Moment {
  if (!isZone(zone)) throw new Invalid([{ path: 'zone', message: 'Choose a time zone from the list.' }])
  const plain = shape.test(local) ? plainOf(local) : null
  if (plain === null) throw new Invalid([{ path: 'local', message: 'Give a day and a time, such as 26 November 2026, 09:00.' }])
  const [earlier, later] = (['earlier', 'later'] as const).map((disambiguation) => plain.toZonedDateTime(zone, { disambiguation }))
  if (earlier === undefined || later === undefined || earlier.equals(later)) return momentOf(plain.toZonedDateTime(zone))
  if (choice) return momentOf(choice === 'earlier' ? earlier : later)
  const twice = earlier.toPlainDateTime().equals(plain)
  const said = plain.toString({ smallestUnit: 'minute' }).slice(11)
  const message = twice
    ? `The clocks of ${zone} show ${said} twice on that day, for they are set back: choose which is meant.`
    : `The clocks of ${zone} never show ${said} on that day, for they are set forward: choose what is meant.`
  throw new Invalid([
    { path: 'local', message },
    { path: 'earlier', message: withOffset(earlier) },
    { path: 'later', message: withOffset(later) },
  ])
}

function plainOf(local: string): Temporal.PlainDateTime | null {
  try {
    return Temporal.PlainDateTime.from(local, { overflow: 'reject' })
  } catch {
    return null
  }
}

const withOffset = (time: Temporal.ZonedDateTime) => `${time.toPlainTime().toString({ smallestUnit: 'minute' })} (UTC${time.offset})`

/** As `resolve`, for a time that lies ahead of `now`. A past one is refused as well. */
export function resolveAhead(said: Said, now: Date): Moment {
  const moment = resolve(said)
  if (moment.at.getTime() <= now.getTime())
    throw new Invalid([{ path: 'local', message: `${written(moment)} has passed: choose a later time, or do it now.` }])
  if (moment.at.getTime() > now.getTime() + 5 * 366 * 86_400_000)
    throw new Invalid([{ path: 'local', message: 'That is more than five years ahead: choose an earlier time.' }])
  return moment
}

/** `26 November 2026, 09:00 (Asia/Almaty)`. */
export function written({ local, zone }: Pick<Moment, 'local' | 'zone'>): string {
  const date = Temporal.PlainDateTime.from(local)
  return `${date.toLocaleString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })}, ${local.slice(11)} (${zone})`
}

/** Tomorrow at nine by the clocks of the zone: what a form proposes. */
export function tomorrowAtNine(now: Date, zone: string): string {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone).toPlainDate()
  return `${today.add({ days: 1 }).toString()}T09:00`
}

/** How far ahead a moment lies: `in 3 days`, `in 19 hours`, `in 5 minutes`, `now`; one that has passed: `2 hours overdue`. */
export function ahead(at: Date, now: Date): string {
  const minutes = Math.round((at.getTime() - now.getTime()) / 60_000)
  if (minutes === 0) return 'now'
  const size = Math.abs(minutes)
  const [count, unit] = size >= 2880 ? [size / 1440, 'day'] : size >= 120 ? [size / 60, 'hour'] : [size, 'minute']
  const words = `${Math.floor(count)} ${unit}${Math.floor(count) === 1 ? '' : 's'}`
  return minutes > 0 ? `in ${words}` : `${words} overdue`
}

/** The zones that a person may choose from, by name. */
export const zones = (): string[] => [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC'])].sort()
