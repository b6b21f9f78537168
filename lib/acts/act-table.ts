// Acts as a table: which columns there are, what each means, and the legal events in one cell. Exports write it and imports read it; it reads no data.
import { parseStatement } from '#lib/timeline/parse-statement.ts'
import { renderStatement } from '#lib/timeline/render-statement.ts'
import type { ActEvent } from './act.ts'
import type { ActFields } from './schema.ts'

/** The columns in the order of an export: the name in CSV, the member in JSON. Their names are a contract. */
export const actColumns = [
  { name: 'ref', member: 'ref', meaning: 'ACT-0001 changes that act; empty enters a new one; “new” enters it though a similar one exists' },
  {
    name: 'edition',
    member: 'edition',
    meaning: 'a number from the desk’s export: refused when the act was changed since; empty does not ask',
  },
  { name: 'economy', member: 'economy', meaning: 'ISO 3166-1 alpha-2 code or name; empty for an act of a union' },
  { name: 'union', member: 'union', meaning: 'EEU or EU, or its name; empty for an act of an economy' },
  { name: 'title', member: 'title', meaning: 'the English title; the only column that must say something' },
  { name: 'original_title', member: 'originalTitle', meaning: 'in its own language and script' },
  { name: 'original_language', member: 'originalLanguage', meaning: 'BCP 47, such as kk or ru' },
  { name: 'number', member: 'number', meaning: 'such as 94-V' },
  { name: 'kind', member: 'kind', meaning: 'law, code, decree, order, regulation, directive, decision, resolution, treaty or guideline' },
  { name: 'issuer', member: 'issuer', meaning: 'who issued it' },
  { name: 'url', member: 'url', meaning: 'address of its text, https://…' },
  { name: 'eli', member: 'eli', meaning: 'European Legislation Identifier, such as eli/reg/2016/679/oj' },
  {
    name: 'events',
    member: 'events',
    meaning:
      'a statement, such as “Since July 2004, last amended in 2022”, or JSON: [{"kind":"adopted","date":"2004-07","sourceTitle":"…"}]',
  },
] as const

export type ActColumn = (typeof actColumns)[number]['name']
export type ActMember = (typeof actColumns)[number]['member']

/** The column that a heading or a member of JSON names, letter case, blanks and hyphens aside. */
export function actColumnOf(heading: string): (typeof actColumns)[number] | undefined {
  const folded = heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z]/g, '')
  return actColumns.find(({ member }) => member.toLowerCase() === folded)
}

/** The events of an act without the members that say nothing. */
const spoken = (events: readonly ActEvent[]) =>
  events.map(({ kind, date, latest, sourceTitle, sourceUrl }) => ({
    ...{ kind, date },
    ...(latest && { latest }),
    ...(sourceTitle !== '' && { sourceTitle }),
    ...(sourceUrl !== '' && { sourceUrl }),
  }))

/** The events as one cell: their statement where it says all that is known of them, and JSON where an event has a source or an opening role. */
export function eventsCell(events: readonly ActEvent[]): string {
  const statement = renderStatement(events)
  const { timeline } = parseStatement(statement)
  return JSON.stringify(timeline) === JSON.stringify(spoken(events)) ? statement : JSON.stringify(spoken(events))
}

export type ActRow = Omit<ActFields, 'events'> & { ref: string; edition?: number; events: readonly ActEvent[] }

/** An act as a row: a text for each column. */
export const cellsOf = (act: ActRow): string[] =>
  actColumns.map(({ member }) => (member === 'events' ? eventsCell(act.events) : String(act[member] ?? '')))

/** An act as an object of JSON, with the statement for whoever reads it. */
export const objectOf = ({ events, ...act }: ActRow): object => ({
  ...Object.fromEntries(
    actColumns.flatMap(({ member }) => (member === 'events' || act[member] === undefined ? [] : [[member, act[member]]])),
  ),
  statement: renderStatement(events),
  events: spoken(events),
})
