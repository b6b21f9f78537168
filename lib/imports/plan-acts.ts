// What an import would do with each act that was read: enter it, change the act that it names, leave it because it is there already, or neither. Pure: nothing is written.
import { type ActEvent, isActRef, likelihood } from '#lib/acts/act.ts'
import { type ActColumn, type ActMember, actColumns } from '#lib/acts/act-table.ts'
import { changesOf, withSources } from '#lib/acts/changes.ts'
import { type ActFields, actInput, emptyAct } from '#lib/acts/schema.ts'
import { findNamed, type Named } from '#lib/taxonomy/name.ts'
import { parseStatement } from '#lib/timeline/parse-statement.ts'
import type { ActCells, TableProblem } from './act-rows.ts'

/** An act of the register that a row may name or repeat. */
export type StandingAct = ActFields & { ref: string; edition: number; mergedInto: string | null }
type Owner = Named & { code: string }

/** What the plan is made against. `acts` are those that the rows name and all of their economies and unions; `refused` says who may not. */
export type Register = {
  acts: readonly StandingAct[]
  economies: readonly Owner[]
  unions: readonly Owner[]
  refused: (deed: 'register act' | 'edit act', economy: string) => string | null
}

type Common = { line: number; act: ActFields; problems: TableProblem[] }
/** `same` names the act that stands, or the line of an earlier row of the file. */
export type PlannedAct = Common &
  (
    | { outcome: 'create' | 'problem' }
    | { outcome: 'update'; ref: string; edition: number; before: Record<string, string>; after: Record<string, string> }
    | { outcome: 'same'; ref: string | null; firstLine: number | null }
  )

const columnOf = (member: string): ActColumn | '' => actColumns.find((column) => column.member === member)?.name ?? ''
const ownerOf = ({ economy, union }: { economy: string; union: string }): string => (union === '' ? economy : `union ${union}`)
const folded = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim()

/** The ref that a row names: an act, 'new', or '' for none. */
export const refIn = ({ values }: ActCells): string => {
  const text = String(values.ref ?? '').trim()
  return text.toLowerCase() === 'new' ? 'new' : text.toUpperCase()
}

/** The codes of the economies and unions that the rows name, as far as they are known. */
export function ownersIn(rows: readonly ActCells[], { economies, unions }: Pick<Register, 'economies' | 'unions'>) {
  const codes = (member: 'economy' | 'union', known: readonly Owner[]) =>
    [...new Set(rows.map(({ values }) => String(values[member] ?? '').trim()))].flatMap((text) => codeOf(known, text) ?? [])
  return { economies: codes('economy', economies), unions: codes('union', unions) }
}

const codeOf = (known: readonly Owner[], text: string): string | null =>
  text === '' ? '' : (known.find(({ code }) => code === text.toUpperCase())?.code ?? findNamed(known, text)?.code ?? null)

/** One outcome per row, in their order. A row with a problem is never carried out. */
export function planActs(rows: readonly ActCells[], register: Register): PlannedAct[] {
  const byRef = new Map(register.acts.map((act) => [act.ref, act]))
  const alike = new Map<string, StandingAct[]>()
  for (const act of register.acts)
    for (const key of act.mergedInto === null ? keysOf(act) : []) alike.set(key, [...(alike.get(key) ?? []), act])
  const refs = new Map<string, number>()
  const entered = new Map<string, number>()

  return rows.map((row) => {
    const problems: TableProblem[] = []
    const say = (member: ActMember | '', message: string) => problems.push({ line: row.line, column: columnOf(member), message })
    const ref = refIn(row)
    const standing = byRef.get(ref)
    const given = read(row, register, standing, say)
    const wanted = { ...(standing ?? emptyAct), ...given }
    const parsed = actInput.safeParse(wanted)
    const named = ref !== '' && ref !== 'new'
    for (const { path, message } of problems.length > 0 || (named && !standing) ? [] : (parsed.error?.issues ?? [])) {
      const at = typeof path[1] === 'number' ? `Event ${path[1] + 1}: ` : ''
      say(path[0] as ActMember, `${at}${message}.`)
    }
    const act = parsed.data ?? emptyAct
    const plan = { line: row.line, act: parsed.data ?? { ...emptyAct, title: String(row.values.title ?? '') }, problems }

    if (named) {
      const before = refs.get(ref)
      refs.set(ref, before ?? row.line)
      if (!isActRef(ref)) say('ref', `“${ref.slice(0, 40)}” is no ref: write ACT-0001, or nothing for an act that is new.`)
      else if (!standing) say('ref', `There is no act ${ref}: leave the ref empty to enter a new one.`)
      else if (standing.mergedInto !== null) say('ref', `${ref} was merged into ${standing.mergedInto}: name that one.`)
      else if (before !== undefined) say('ref', `Line ${before} is about ${ref} already.`)
      if (problems.length > 0 || !standing) return { ...plan, outcome: 'problem' }
      const { before: was, after } = changesOf(standing, act)
      if (Object.keys(after).length === 0) return { ...plan, outcome: 'same', ref, firstLine: null }
      if (!seen(row, standing))
        say(
          'edition',
          `${ref} was changed since this was exported: it is edition ${standing.edition} now. Export it again and change that.`,
        )
      for (const economy of new Set([standing.economy, act.economy])) {
        const refused = register.refused('edit act', economy)
        if (refused !== null) say('economy', refused)
      }
      return problems.length > 0
        ? { ...plan, outcome: 'problem' }
        : { ...plan, outcome: 'update', ref, edition: standing.edition, before: was, after }
    }

    if (problems.length > 0) return { ...plan, outcome: 'problem' }
    const candidates = [...new Set(keysOf(act).flatMap((key) => alike.get(key) ?? []))]
    const there = candidates.find((one) => Object.keys(changesOf(one, { ...one, ...given }).after).length === 0)
    if (there) return { ...plan, outcome: 'same', ref: there.ref, firstLine: null }
    const [key] = keysOf(act)
    const text = JSON.stringify(act)
    const firstLine = entered.get(text)
    if (firstLine !== undefined) return { ...plan, outcome: 'same', ref: null, firstLine }
    entered.set(text, row.line)
    const likely = ref === 'new' ? undefined : candidates.find((one) => (likelihood(one, act)?.score ?? 0) >= 0.95)
    if (likely)
      say(
        'ref',
        `This is probably ${likely.ref}, ${likely.title}: write ${likely.ref} here to change it, or “new” to enter another act all the same.`,
      )
    const twice = ref === 'new' ? undefined : entered.get(key ?? '')
    if (twice !== undefined && key) say('ref', `Line ${twice} tells of the same act otherwise: keep one of them, or write “new” here.`)
    if (key) entered.set(key, twice ?? row.line)
    const refused = register.refused('register act', act.economy)
    if (refused !== null) say('economy', refused)
    return { ...plan, outcome: problems.length > 0 ? 'problem' : 'create' }
  })
}

/** What two acts have in common that are probably one: the owner, and the title or the number. */
const keysOf = (act: ActFields): string[] => [
  `${ownerOf(act)} title ${folded(act.title)}`,
  ...(act.originalTitle === '' ? [] : [`${ownerOf(act)} title ${folded(act.originalTitle)}`]),
  ...(act.number === '' ? [] : [`${ownerOf(act)} number ${folded(act.number)}`]),
]

const seen = ({ values }: ActCells, { edition }: StandingAct): boolean => {
  const text = String(values.edition ?? '').trim()
  return text === '' || text === String(edition)
}

type Say = (member: ActMember | '', message: string) => void

/** The members that the row gives, as an act has them; what it does not give stays as it is. */
function read({ values }: ActCells, { economies, unions }: Register, standing: StandingAct | undefined, say: Say): Partial<ActFields> {
  const given: Partial<Record<ActMember, unknown>> = {}
  for (const [member, value] of Object.entries(values) as [ActMember, unknown][]) {
    if (member === 'ref' || member === 'edition') continue
    if (member === 'events') given.events = readEvents(value ?? '', standing?.events ?? [], (message) => say('events', message))
    else if (member === 'economy' || member === 'union') {
      const code = codeOf(member === 'economy' ? economies : unions, String(value ?? '').trim())
      if (code === null)
        say(member, `“${String(value).slice(0, 80)}” is no ${member} that is known here: write its code or its English name.`)
      else given[member] = code
    } else if (typeof value === 'object' && value !== null) say(member, 'Write a text here.')
    else
      given[member] =
        member === 'kind'
          ? String(value ?? '')
              .trim()
              .toLowerCase()
          : String(value ?? '')
  }
  return given as Partial<ActFields>
}

/** Events from a statement, which keep the sources that they have, or from JSON, which tells all. */
function readEvents(value: unknown, standing: readonly ActEvent[], say: (message: string) => void): unknown {
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
