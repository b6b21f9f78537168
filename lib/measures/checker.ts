// The statement checker: where prose, timelines, the last verification and other measures disagree, each with a sentence and ways to mend it. It stops nobody and changes nothing.
import { isRepeatable, type LegalEvent, type LegalEventKind, labelOf } from '#lib/timeline/legal-event.ts'
import { boundsOf, type PartialDate, renderDate } from '#lib/timeline/partial-date.ts'
import { renderEvent } from '#lib/timeline/render-statement.ts'
import { addEvent, recordAmendment } from '#lib/timeline/timeline.ts'
import { type ConfirmedChange, missesChange } from './confirmed-change.ts'
import type { Basis, Content } from './content.ts'
import { doubtsForReview } from './requirements.ts'
import { type Told, tellsOfAnEnd, toldIn } from './told.ts'

export type FindingCode =
  | 'timeline'
  | 'date without event'
  | 'replaced told as amended'
  | 'amended told as replaced'
  | 'ending without event'
  | 'ending without prose'
  | 'another beginning'
  | 'changed since checked'
  | 'law change not told'

/** What mends a finding in the text: the events that a basis would then have, or the description that the measure would. */
export type Mending = { label: string; basisId: string; events: LegalEvent[] } | { label: string; description: string }
/** What mends it elsewhere: the act's entry in the register, or a record that the published text was checked. */
export type Errand = { label: string; actRef: string } | { label: string; check: true }
export type Fix = Mending | Errand

/** Whether it is mended in the text itself. */
export const isMending = (fix: Fix): fix is Mending => !('actRef' in fix || 'check' in fix)

/** One disagreement. `path` is its field; `about` says of what it is in a way that outlasts reordering, so that a reason stays with it. */
export type Finding = { code: FindingCode; about: string; path: string; sentence: string; fixes: Fix[] }

/** An act as another published measure of the economy tells it: its opening events only. */
export type ActElsewhere = { ref: string; title: string; actRef: string | null; openings: LegalEvent[] }

/** What the checker knows beside the text: the text that readers have, when it was last checked (ISO day), and the acts of other measures. */
export type CheckContext = {
  published: Pick<Content, 'bases' | 'description'> | null
  lastVerifiedOn: string | null
  elsewhere: readonly ActElsewhere[]
  /** Confirmed law changes of the acts that it cites, of which nobody settled yet whether they affect it; `savedAt` is when the text was. */
  lawChanges: readonly ConfirmedChange[]
  savedAt: Date | null
}

export const nothingElseKnown: CheckContext = { published: null, lastVerifiedOn: null, elsewhere: [], lawChanges: [], savedAt: null }

// Nobody reads more than this, and a text may tell thousands.
const MOST_TOLD = 300

/** Everything that disagrees in a content, in the order of its bases. */
export function findingsOf(content: Content, context: CheckContext): Finding[] {
  const told = [...new Map(toldIn(content.description).map((one) => [JSON.stringify({ ...one, words: '' }), one])).values()].slice(
    0,
    MOST_TOLD,
  )
  const timed = timedBases(content)
  const found = [
    ...timelineDoubts(content),
    ...replacements(told, timed),
    ...missingEndings(told, timed),
    ...datesWithoutEvent(told, timed, content),
    ...endingsWithoutProse(content, timed),
    ...otherBeginnings(timed, context.elsewhere),
    ...changesSinceChecked(content, timed, context),
    ...lawChangesNotTold(timed, context),
  ]
  return [...new Map(found.map((one) => [`${one.code} ${one.about}`, { ...one, fixes: onceEach(one.fixes) }])).values()]
}

const onceEach = (fixes: readonly Fix[]): Fix[] => [...new Map(fixes.map((fix) => [fix.label, fix])).values()]

/** Findings that somebody left, with their reasons, apart from those that are open. */
export function sortFindings(findings: readonly Finding[], left: Content['left']) {
  const reasons = new Map((left ?? []).map(({ code, about, because }) => [`${code} ${about}`, because]))
  const reasonOf = ({ code, about }: Finding) => reasons.get(`${code} ${about}`)
  return {
    open: findings.filter((one) => reasonOf(one) === undefined),
    left: findings.flatMap((one) => ({ ...one, because: reasonOf(one) ?? '' })).filter(({ because }) => because !== ''),
  }
}

type Timed = { basis: Extract<Basis, { kind: 'act' | 'practice' }>; index: number }

const timedBases = ({ bases }: Content): Timed[] =>
  bases.flatMap((basis, index) => (basis.kind === 'act' || basis.kind === 'practice' ? [{ basis, index }] : []))
const pathOf = ({ index }: Timed, event?: number) => `bases.${index}.events${event === undefined ? '' : `.${event}.date`}`
const nameOf = ({ basis, index }: Timed) => (basis.title.trim() === '' ? `basis ${index + 1}` : `“${shortened(basis.title.trim())}”`)
/** An event as one says it outside a statement: `amended in 2016`. */
const inWords = (event: LegalEvent) => renderEvent(event).replace(/^as /, '')
const shortened = (title: string) => (title.length <= 70 ? title : `${title.slice(0, 69).trimEnd()}…`)

/** Whether two partial dates can mean the same day: one is as the other, or a coarser way to say it. */
const mayAgree = (a: PartialDate, b: PartialDate): boolean => a.startsWith(b) || b.startsWith(a)

// An act of the register has its events there: they are not mended in one measure alone.
const fixing = (on: Timed, label: string, events: LegalEvent[]): Fix[] => inRegister(on) ?? [{ label, basisId: on.basis.id, events }]

const inRegister = ({ basis }: Timed): Fix[] | null =>
  basis.kind === 'act' && basis.actRef !== undefined ? [{ label: `Look at ${basis.actRef} in the register`, actRef: basis.actRef }] : null

function adding(on: Timed, kind: LegalEventKind, date: PartialDate): Fix[] {
  const { events } = on.basis
  const marked = isRepeatable(kind) && events.some((event) => event.kind === kind && event.latest)
  const opening = events.findIndex((event) => event.kind === kind && (kind === 'since' || kind === 'adopted'))
  if (opening >= 0) return changing(on, opening, { kind, date })
  const next = marked ? recordAmendment(events, date, kind) : addEvent(events, { kind, date })
  return fixing(on, `Add “${inWords({ kind, date })}” to ${nameOf(on)}`, next)
}

function changing(on: Timed, at: number, to: LegalEvent): Fix[] {
  const was = on.basis.events[at]
  if (!was) return []
  const event = was.latest ? { ...to, latest: true as const } : to
  return fixing(on, `Change “${inWords(was)}” of ${nameOf(on)} to “${inWords(event)}”`, on.basis.events.with(at, event))
}

function timelineDoubts(content: Content): Finding[] {
  return doubtsForReview(content).flatMap(({ path, message }) => {
    const [, index, , at] = path.split('.').map(Number)
    const on = timedBases(content).find((one) => one.index === index)
    const event = at === undefined ? undefined : on?.basis.events[at]
    if (!on || !event || at === undefined) return []
    const { events } = on.basis
    const twice = events.findIndex(({ kind, date }) => kind === event.kind && date === event.date) < at
    const fixes = twice ? fixing(on, `Remove one “${inWords(event)}” from ${nameOf(on)}`, events.toSpliced(at, 1)) : (inRegister(on) ?? [])
    return { code: 'timeline' as const, about: `${on.basis.id} ${message.replace(/^Basis \d+: /, '')}`, path, sentence: message, fixes }
  })
}

function replacements(told: readonly Told[], timed: readonly Timed[]): Finding[] {
  return told.flatMap(({ kind, date, words, of, suffered }) => {
    if ((kind !== 'replaced' && kind !== 'amended') || of === 'provision') return []
    if (kind === 'replaced' && !suffered) return []
    if (date === null && (kind === 'amended' || timed.length > 1)) return []
    const other: LegalEventKind = kind === 'replaced' ? 'amended' : 'replaced'
    const code = kind === 'replaced' ? 'replaced told as amended' : 'amended told as replaced'
    const agrees = (event: LegalEvent) => date === null || mayAgree(event.date, date)
    if (timed.some(({ basis }) => basis.events.some((event) => event.kind === kind && agrees(event)))) return []
    return timed.flatMap((on) => {
      const at = on.basis.events.findLastIndex((event) => event.kind === other && agrees(event))
      const event = on.basis.events[at]
      if (!event) return []
      const sentence = `The description says “${words}”, and the timeline of ${nameOf(on)} says “${inWords(event)}”.`
      return {
        code,
        about: `${on.basis.id} ${event.date}`,
        path: pathOf(on, at),
        sentence,
        fixes: changing(on, at, { kind, date: event.date }),
      }
    })
  })
}

const ends: readonly LegalEventKind[] = ['repealed', 'expired']
const hasEnd = ({ basis }: Timed) => basis.events.some(({ kind }) => ends.includes(kind))

function missingEndings(told: readonly Told[], timed: readonly Timed[]): Finding[] {
  const open = timed.filter((on) => on.basis.events.length > 0 && !hasEnd(on))
  if (open.length < timed.length || open.length === 0) return []
  return told.flatMap(({ kind, date, words, of, suffered }) => {
    if (!ends.includes(kind) || of === 'provision' || !suffered) return []
    const sentence = `The description says “${words}”, and no timeline has an end.`
    const fixes = open.flatMap((on) => (date === null ? (inRegister(on) ?? []) : adding(on, kind, date)))
    return { code: 'ending without event' as const, about: `${kind} ${date ?? ''}`.trim(), path: pathOf(open[0] as Timed), sentence, fixes }
  })
}

function datesWithoutEvent(told: readonly Told[], timed: readonly Timed[], { bases }: Content): Finding[] {
  const first = timed.find(({ basis }) => basis.events.length > 0)
  if (!first) return []
  const endIsMissing = !timed.some(hasEnd)
  const named = bases.flatMap(({ title }) => title.match(/(?<!\d)\d{4}(?!\d)/g) ?? [])
  return told.flatMap(({ kind, date, words, suffered, of }) => {
    if (date === null || named.includes(date)) return []
    if (ends.includes(kind) && endIsMissing && suffered && of === 'act') return []
    if (timed.some(({ basis }) => basis.events.some((event) => mayAgree(event.date, date)))) return []
    const sentence = `The description says “${words}”, and no event has the date ${renderDate(date)}.`
    // What holds since a day may be the act or a later part of it.
    const kinds = kind === 'since' ? [kind, 'entry into force' as const] : [kind]
    const fixes = onceEach(timed.flatMap((on) => kinds.flatMap((one) => adding(on, one, date)))).slice(0, 4)
    return { code: 'date without event' as const, about: `${kind} ${date}`, path: pathOf(first), sentence, fixes }
  })
}

function endingsWithoutProse({ description }: Content, timed: readonly Timed[]): Finding[] {
  if (description.trim() === '' || tellsOfAnEnd(description)) return []
  return timed.flatMap((on) => {
    const at = on.basis.events.findLastIndex(({ kind }) => ends.includes(kind))
    const event = on.basis.events[at]
    if (!event) return []
    const told = inWords(event)
    const sentence = `${capital(nameOf(on))} was ${told}, and the description says nothing of its end.`.replace('was expired', 'expired')
    const subject = on.basis.title.trim() === '' ? 'It' : on.basis.title.trim()
    const line = `${subject} ${event.kind === 'repealed' ? 'was ' : ''}${told}.`
    const fix: Fix = { label: `Add “${shortened(line)}” to the description`, description: `${description.trimEnd()}\n\n${line}` }
    return { code: 'ending without prose' as const, about: `${on.basis.id} ${event.date}`, path: 'description', sentence, fixes: [fix] }
  })
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
const openingKinds: readonly LegalEventKind[] = ['since', 'adopted', 'signed', 'entry into force']
const folded = (title: string) => title.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()

function otherBeginnings(timed: readonly Timed[], elsewhere: readonly ActElsewhere[]): Finding[] {
  return timed.flatMap((on) => {
    const { basis } = on
    if (basis.kind !== 'act') return []
    const openings = basis.events.flatMap((event, at) => (openingKinds.includes(event.kind) && !event.latest ? [{ event, at }] : []))
    const [ours] = openings
    if (!ours) return []
    const title = folded(basis.title)
    return elsewhere.flatMap((other) => {
      const same = (other.actRef !== null && other.actRef === basis.actRef) || (title !== '' && folded(other.title) === title)
      const [theirs] = other.openings
      if (!same || !theirs || openings.some(({ event }) => other.openings.some(({ date }) => mayAgree(event.date, date)))) return []
      const sentence = `${capital(nameOf(on))} begins here with “${inWords(ours.event)}”, and in ${other.ref} with “${inWords(theirs)}”.`
      const fixes =
        openings.length === 1 && other.openings.length === 1
          ? changing(on, ours.at, { kind: theirs.kind, date: theirs.date })
          : (inRegister(on) ?? [])
      return {
        code: 'another beginning' as const,
        about: `${basis.id} ${ours.event.date} ${other.ref}`,
        path: pathOf(on, ours.at),
        sentence,
        fixes,
      }
    })
  })
}

/** What the register was told of an act that this measure cites. The event is the register's, so it is taken over here as it stands there. */
function lawChangesNotTold(timed: readonly Timed[], { lawChanges, savedAt }: CheckContext): Finding[] {
  return lawChanges.flatMap((change) =>
    timed.flatMap((on) => {
      const { basis } = on
      if (!missesChange(basis, change, savedAt)) return []
      const event = { kind: change.kind, date: change.date }
      const label = `Add “${inWords(event)}” to ${nameOf(on)}`
      return {
        code: 'law change not told' as const,
        about: `${basis.id} ${change.kind} ${change.date}`,
        path: pathOf(on),
        sentence: `A law change of ${nameOf(on)} is confirmed, “${inWords(event)}”, and its timeline here does not tell it.`,
        fixes: [{ label, basisId: basis.id, events: recordAmendment(basis.events, change.date, change.kind) }],
      }
    }),
  )
}

const changesOfLaw: readonly LegalEventKind[] = ['amended', 'replaced', 'repealed', 'expired', 'suspended', 'entry into force']

/** A change of the law after the last check, while the description says what it said then. Who rewrote it has looked. */
function changesSinceChecked({ description }: Content, timed: readonly Timed[], { published, lastVerifiedOn }: CheckContext): Finding[] {
  if (!published || lastVerifiedOn === null || published.description !== description) return []
  return timed.flatMap((on) =>
    on.basis.events.flatMap((event, at) => {
      if (!changesOfLaw.includes(event.kind) || boundsOf(event.date).first <= lastVerifiedOn) return []
      const what = `${labelOf(event.kind).toLowerCase()} (${renderDate(event.date)})`
      const sentence = `${capital(nameOf(on))}: ${what} is later than the last check against the sources, on ${renderDate(lastVerifiedOn)}, and the description is as it was then.`
      return {
        code: 'changed since checked' as const,
        about: `${on.basis.id} ${event.kind} ${event.date}`,
        path: pathOf(on, at),
        sentence,
        fixes: [{ label: 'Record that the published text was checked', check: true as const }],
      }
    }),
  )
}
