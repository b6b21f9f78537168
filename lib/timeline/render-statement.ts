// The statement: the timeline as the house-style sentence, generated and never typed. It adds nothing to the events and leaves out only roles.
import type { LegalEvent, LegalEventKind, Timeline } from './legal-event.ts'
import { precisionOf, renderDate } from './partial-date.ts'

/** The statement of an absence: there is no law whose events could be told. */
export const absenceStatement = 'N/A'

/** What comes before the dates of each kind; the second is for an event that is marked the latest. */
const wording: Record<LegalEventKind, { listed: string; latest: string; preposition: '' | 'in' | 'from' }> = {
  since: { listed: 'since', latest: 'last since', preposition: '' },
  adopted: { listed: 'adopted', latest: 'last adopted', preposition: 'in' },
  signed: { listed: 'signed', latest: 'last signed', preposition: 'in' },
  'entry into force': { listed: 'entry into force', latest: 'last entry into force', preposition: 'in' },
  enforcement: { listed: 'enforcement', latest: 'last enforcement', preposition: 'from' },
  amended: { listed: 'as amended', latest: 'last amended', preposition: 'in' },
  replaced: { listed: 'replaced', latest: 'last replaced', preposition: 'in' },
  repealed: { listed: 'repealed', latest: 'last repealed', preposition: 'in' },
  expired: { listed: 'expired', latest: 'last expired', preposition: 'in' },
  suspended: { listed: 'suspended', latest: 'last suspended', preposition: 'in' },
  reported: { listed: 'reported', latest: 'last reported', preposition: 'in' },
  occurred: { listed: 'occurred', latest: 'last occurred', preposition: 'in' },
}

/**
 * The timeline as a sentence without a full stop: `Since July 2004, as amended in 2016, last amended in September 2022`; '' for no events.
 * Clauses keep the order of the events; neighbours of one kind share a clause, an event marked latest has its own. The rule is the table
 * of statement.examples.ts; parse-statement.ts reads every sentence of this function back.
 */
export function renderStatement(timeline: Timeline): string {
  const sentence = clausesOf(withoutRoles(timeline)).map(renderClause).join(', ')
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}

/** One event as a clause of its own, beginning in lower case: `repealed in January 2023`. */
export function renderEvent(event: LegalEvent): string {
  return renderClause([event], 1)
}

/** The timeline as far as the sentence tells it: an opening adoption or entry into force is `since`, because the sentence is the same. */
export function withoutRoles(timeline: Timeline): LegalEvent[] {
  return timeline.map((event, index) => {
    const opens = index === 0 && !event.latest && (event.kind === 'adopted' || event.kind === 'entry into force')
    return opens ? { kind: 'since', date: event.date } : event
  })
}

type Clause = [LegalEvent, ...LegalEvent[]]

function clausesOf(timeline: Timeline): Clause[] {
  const clauses: Clause[] = []
  for (const event of timeline) {
    const open = clauses.at(-1)
    if (open && open[0].kind === event.kind && !open[0].latest && !event.latest) open.push(event)
    else clauses.push([event])
  }
  return clauses
}

function renderClause(clause: Clause, index: number): string {
  const [{ kind, date, latest }] = clause
  const words = wording[kind]
  const told = kind === 'occurred' && !latest && index === 0 ? '' : latest ? words.latest : words.listed
  const preposition = words.preposition === 'in' && precisionOf(date) === 'day' ? 'on' : words.preposition
  return [told, preposition, clause.map((event) => renderDate(event.date)).join(', ')].filter((part) => part !== '').join(' ')
}
