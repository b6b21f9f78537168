// The state of a law or practice on a day, computed from its events. A date too coarse for the day gives the possible states, never a guess; no clock is read.
import type { LegalEvent, LegalEventKind, Timeline } from './legal-event.ts'
import { boundsOf, precisionOf } from './partial-date.ts'
import { renderEvent } from './render-statement.ts'

/** The states, in the order in which they usually follow. Acts have the first four, practices the last three; both can end. */
export const states = ['not yet in force', 'in force', 'suspended', 'ended', 'not yet known', 'reported', 'occurred'] as const
export type State = (typeof states)[number]

/** `state` is the only possible state, or 'unknown' when there are several; `because` is a sentence for 'unknown', else ''. */
export type StateOnDay = { state: State | 'unknown'; possible: readonly State[]; because: string }

/** Days from `from` up to and without `to`, both ISO days; null is open: `from` null has no beginning, `to` null no end. As SQL's `daterange`. */
export type DayRange = { from: string | null; to: string | null }

/**
 * The state on an ISO day such as `2019-06-01`; throws a RangeError for anything coarser. The rules:
 * - Force begins at the entry into force; without one at `since`, whose role is unknown. With only adoption or signature it may be in force
 *   from that date on, with no opening it may be at any time: 'unknown'.
 * - Repealed and expired end it on their day (that day is already ended); suspended suspends it; a later entry into force (or `since`, where
 *   that is the beginning) puts it in force again. Enforcement, amended and replaced change nothing.
 * - A practice (only reported or occurred, perhaps ended) is 'not yet known' before its first event.
 * - A date means each of its days, so within it more than one state is possible; events whose dates overlap happened in the listed order.
 * - When all events of a kind are marked latest, earlier ones may be unlisted: before the first of them its state is possible too.
 */
export function stateOn(timeline: Timeline, day: string): StateOnDay {
  if (precisionOf(day) !== 'day') throw new RangeError(`Not a day: ${day}`)
  const history = historyOf(timeline)
  const possible = possibleOn(history, day)
  const [only] = possible
  if (only && possible.length === 1) return { state: only, possible, because: '' }
  return { state: 'unknown', possible, because: reason(history, day) }
}

/**
 * The days on which it was certainly in force, and those on which it may have been (they include the certain ones); for a practice, the days
 * by which it had certainly, or may have, been reported or occurred. Ordered, neither touching nor overlapping; agrees with `stateOn` on
 * every day. For SQL: `daterange(from, to)` in a `datemultirange`.
 */
export function forcePeriods(timeline: Timeline): { certain: DayRange[]; possible: DayRange[] } {
  const history = historyOf(timeline)
  const turns = [...new Set(history.turns.flatMap((turn) => [turn.earliest, turn.certain]))].sort()
  const spells = [null, ...turns].map((from) => ({ from, states: possibleOn(history, from ?? '') }))
  return {
    certain: daysWhen(spells, (on) => on.every((state) => effective.includes(state))),
    possible: daysWhen(spells, (on) => on.some((state) => effective.includes(state))),
  }
}

const effective: readonly State[] = ['in force', 'reported', 'occurred']
const openers: readonly LegalEventKind[] = ['since', 'adopted', 'signed', 'entry into force']
const ends: readonly LegalEventKind[] = ['repealed', 'expired']

/** An event that changes the state: on no day before `earliest`, on every day from `certain` on. */
type Turn = { event: LegalEvent; earliest: string; certain: string; states: readonly State[] }
type History = { before: readonly State[]; turns: readonly Turn[]; startKnown: boolean }

function historyOf(timeline: Timeline): History {
  const has = (kind: LegalEventKind) => timeline.some((event) => event.kind === kind)
  const isPractice =
    (has('reported') || has('occurred')) &&
    timeline.every(({ kind }) => kind === 'reported' || kind === 'occurred' || changes(kind) !== null)
  const start: LegalEventKind = has('entry into force') ? 'entry into force' : 'since'
  const starts = timeline.filter(({ kind }) => (isPractice ? kind === 'reported' || kind === 'occurred' : kind === start))
  const startKnown = starts.some((event) => !event.latest)

  const ordered = inOrder(
    timeline.filter(({ kind }) => openers.includes(kind) || changes(kind) !== null || starts.some((one) => one.kind === kind)),
  )
  const firstTurn = ordered.findIndex(({ kind }) => starts.some((one) => one.kind === kind) || changes(kind) !== null)
  // What only announces the beginning counts while nothing has begun: before it nothing can be in force, after it something may be.
  const announcements = (firstTurn < 0 ? ordered : ordered.slice(0, firstTurn)).filter((event) => !event.latest)
  const counted = [...(startKnown ? [] : announcements), ...(firstTurn < 0 ? [] : ordered.slice(firstTurn))]

  const none: State = isPractice ? 'not yet known' : 'not yet in force'
  const statesAfter = (event: LegalEvent): readonly State[] | null => {
    const change = changes(event.kind)
    if (change) return [change]
    if (isPractice) return [event.kind as 'reported' | 'occurred']
    if (event.kind === start) return ['in force']
    return announcements.includes(event) ? [none, 'in force'] : null
  }
  const turns = bounded(counted.flatMap((event) => ({ event, states: statesAfter(event) ?? [] })).filter(({ states }) => states.length > 0))
  const begun: State[] = isPractice ? [...new Set(starts.map(({ kind }) => kind as 'reported' | 'occurred'))] : ['in force']
  const before = startKnown || announcements.length > 0 ? [none] : [none, ...begun]
  return withUnlisted({ before, turns, startKnown })
}

/** The state that an event of this kind brings by itself, or null. */
function changes(kind: LegalEventKind): State | null {
  if (ends.includes(kind)) return 'ended'
  return kind === 'suspended' ? 'suspended' : null
}

/** By time; events whose dates overlap keep the order in which they are listed, unless a third event forbids it. */
function inOrder(events: readonly LegalEvent[]): LegalEvent[] {
  const waiting = events.map((event) => ({ event, ...boundsOf(event.date) }))
  const ordered: LegalEvent[] = []
  while (waiting.length > 0) {
    const soonest = waiting.reduce((least, { last }) => (last < least ? last : least), '9999')
    const [next] = waiting.splice(
      waiting.findIndex(({ first }) => first <= soonest),
      1,
    )
    if (next) ordered.push(next.event)
  }
  return ordered
}

/** No event is earlier than the one before it or later than the one after it: that narrows what its own date leaves open. */
function bounded(events: readonly { event: LegalEvent; states: readonly State[] }[]): Turn[] {
  const turns = events.map((one) => ({ ...one, earliest: boundsOf(one.event.date).first, certain: boundsOf(one.event.date).last }))
  turns.forEach((turn, index) => {
    const previous = turns[index - 1]
    if (previous && previous.earliest > turn.earliest) turn.earliest = previous.earliest
  })
  turns.toReversed().forEach((turn, index, reversed) => {
    const following = reversed[index - 1]
    if (following && following.certain < turn.certain) turn.certain = following.certain
  })
  return turns
}

/** Where the only known suspensions (or endings) are marked latest, an earlier, unlisted one is possible while it was in force. */
function withUnlisted(history: History): History {
  let { before, turns } = history
  for (const state of ['suspended', 'ended'] as const) {
    const first = turns.findIndex((turn) => turn.states.includes(state))
    if (first < 0 || turns.some(({ event, states }) => states.includes(state) && !event.latest)) continue
    const widened = (on: readonly State[]) => (on.some((one) => effective.includes(one)) ? [...on, state] : on)
    before = widened(before)
    turns = turns.map((turn, index) => (index < first ? { ...turn, states: widened(turn.states) } : turn))
  }
  return { ...history, before, turns }
}

function possibleOn({ before, turns }: History, day: string): State[] {
  const spells = [{ earliest: '', states: before }, ...turns]
  const possible = spells.flatMap(({ earliest, states }, index) => {
    const following = turns[index]
    return earliest <= day && (!following || following.certain > day) ? states : []
  })
  return states.filter((state) => possible.includes(state))
}

function reason({ turns, startKnown }: History, day: string): string {
  const coarse = turns.find((turn) => turn.earliest <= day && day < turn.certain)
  if (coarse) return `The day is not known: ${renderEvent(coarse.event)}`
  return startKnown ? 'Earlier events may be unlisted' : 'The date of entry into force is not recorded'
}

function daysWhen(spells: readonly { from: string | null; states: State[] }[], holds: (on: State[]) => boolean): DayRange[] {
  const ranges: DayRange[] = []
  let open: DayRange | null = null
  for (const { from, states: on } of spells) {
    if (holds(on) && !open) {
      open = { from, to: null }
      ranges.push(open)
    } else if (!holds(on) && open) {
      open.to = from
      open = null
    }
  }
  return ranges
}
