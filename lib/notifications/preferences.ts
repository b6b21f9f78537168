// How people want their news by e-mail: at once, with the next daily one, or not at all. In the desk they have all of it. Reads no data and no clock.
import type { NewsKind } from './news.ts'

export const paces = ['at_once', 'daily', 'never'] as const
export type Pace = (typeof paces)[number]
export const paceNames: Record<Pace, string> = { at_once: 'at once', daily: 'once a day', never: 'not by e-mail' }

/** Each kind in the words of the form, and how it is sent unless somebody says otherwise: at once where a colleague waits. */
export const kinds: Record<NewsKind, { name: string; usual: Pace }> = {
  submitted: { name: 'A version waits for my review', usual: 'at_once' },
  returned: { name: 'A version of mine was returned', usual: 'at_once' },
  approved: { name: 'A version of mine was approved', usual: 'daily' },
  published: { name: 'A version of mine was published', usual: 'daily' },
  emergency: { name: 'Something was published in an emergency and waits for an approval', usual: 'at_once' },
  comment: { name: 'Comments on versions of mine, and in threads of mine', usual: 'daily' },
  'review taken': { name: 'Somebody takes the review of a version of mine, or one that I had taken', usual: 'daily' },
  'review handed over': { name: 'A review was handed over to me', usual: 'at_once' },
  assigned: { name: 'A version was given to me to see through, or from me to somebody else', usual: 'daily' },
  'schedule failed': { name: 'Something that was scheduled failed', usual: 'at_once' },
  'schedule cancelled': { name: 'Something that I scheduled was cancelled', usual: 'at_once' },
  'withdrawal requested': { name: 'A withdrawal waits for my decision', usual: 'at_once' },
  'withdrawal decided': { name: 'A withdrawal that I asked for, or of a version of mine, was decided', usual: 'at_once' },
  'law change': { name: 'A law change concerns measures of mine', usual: 'daily' },
  'checks due': { name: 'Texts of my economies are due for checking, once a week', usual: 'daily' },
  'impact answered': { name: 'A “not affected” waits for my check', usual: 'daily' },
}

export type Preferences = Partial<Record<NewsKind, Pace>>
export const paceOf = (kind: NewsKind, chosen: Preferences): Pace => chosen[kind] ?? kinds[kind].usual

/** Whether a person's daily e-mail is due: the hour has come by their clocks, and none was sent on this day of theirs. */
export function isDigestDue(person: { timeZone: string; digestHour: number; digestAt: Date | null }, now: Date): boolean {
  const today = localDay(now, person.timeZone)
  if (today.hour < person.digestHour) return false
  return person.digestAt === null || localDay(person.digestAt, person.timeZone).day < today.day
}

function localDay(at: Date, zone: string): { day: string; hour: number } {
  const options = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', hourCycle: 'h23', timeZone: zone || 'UTC' } as const
  const parts = Object.fromEntries(new Intl.DateTimeFormat('en-CA', options).formatToParts(at).map(({ type, value }) => [type, value]))
  return { day: `${parts.year}-${parts.month}-${parts.day}`, hour: Number(parts.hour) }
}
