// What a row of a table says of an act, as the register has it: codes from names, events from a statement or JSON, one message for what is neither. Pure.
import type { ActEvent } from '#lib/acts/act.ts'
import { type ActColumn, type ActMember, actColumns } from '#lib/acts/act-table.ts'
import { withSources } from '#lib/acts/changes.ts'
import type { ActFields } from '#lib/acts/schema.ts'
import { findNamed, type Named } from '#lib/taxonomy/name.ts'
import { parseStatement } from '#lib/timeline/parse-statement.ts'
import type { ActCells } from './act-rows.ts'

/** Who may have acts, with the names that a file may call them by. */
export type Owners = { economies: readonly (Named & { code: string })[]; unions: readonly (Named & { code: string })[] }
/** Tells what is wrong, and of which member; '' where no one member is at fault. */
export type Say = (member: ActMember | '', message: string) => void

/** The column of a member, as a problem names it. */
export const columnOf = (member: string): ActColumn | '' => actColumns.find((column) => column.member === member)?.name ?? ''

/** The ref that a row names: an act, 'new', or '' for none. */
export const refIn = ({ values }: ActCells): string => {
  const text = String(values.ref ?? '').trim()
  return text.toLowerCase() === 'new' ? 'new' : text.toUpperCase()
}

/** The codes of the economies and unions that the rows name, as far as they are known. */
export function ownersIn(rows: readonly ActCells[], { economies, unions }: Owners) {
  const codes = (member: 'economy' | 'union', known: Owners['economies']) =>
    [...new Set(rows.map(({ values }) => String(values[member] ?? '').trim()))].flatMap((text) => codeOf(known, text) || [])
  return { economies: codes('economy', economies), unions: codes('union', unions) }
}

const codeOf = (known: Owners['economies'], text: string): string | null =>
  text === '' ? '' : (known.find(({ code }) => code === text.toUpperCase())?.code ?? findNamed(known, text)?.code ?? null)

/** The members that the row gives; what it does not give stays as it is. Events told as a statement keep the sources of `standing`. */
export function fieldsIn({ values }: ActCells, owners: Owners, standing: readonly ActEvent[], say: Say): Partial<ActFields> {
  const given: Partial<Record<ActMember, unknown>> = {}
  for (const [member, value] of Object.entries(values) as [ActMember, unknown][]) {
    if (member === 'ref' || member === 'edition') continue
    if (member === 'events') given.events = eventsIn(value ?? '', standing, (message) => say('events', message))
    else if (member === 'economy' || member === 'union') {
      const code = codeOf(member === 'economy' ? owners.economies : owners.unions, String(value ?? '').trim())
      if (code !== null) given[member] = code
      else say(member, `“${String(value).slice(0, 80)}” is no ${member} that is known here: write its code or its English name.`)
    } else if (typeof value === 'object' && value !== null) say(member, 'Write a text here.')
    else if (member === 'kind') given.kind = textOf(value).trim().toLowerCase()
    else given[member] = textOf(value)
  }
  return given as Partial<ActFields>
}

const textOf = (value: unknown): string => String(value ?? '')

/** Events from a statement, which keep the sources that they have, or from JSON, which tells all. */
function eventsIn(value: unknown, standing: readonly ActEvent[], say: (message: string) => void): unknown {
  if (typeof value !== 'string') return value
  const text = value.trim()
  if (text.startsWith('[')) {
    try {
      return JSON.parse(text)
    } catch (error) {
      say(`This is not JSON: ${(error as Error).message}.`)
      return []
    }
  }
  const { timeline, absence, problems } = parseStatement(text)
  if (absence) say('An act has events or none: leave the cell empty when no date is known.')
  for (const { message } of problems) say(`${message}.`)
  return withSources(timeline, standing)
}
