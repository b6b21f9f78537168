// What an import would do with each act that was read: enter it, change the act that it names, leave it because it is there already, or neither. Pure: nothing is written.
import { isActRef, likelihood } from '#lib/acts/act.ts'
import type { ActMember } from '#lib/acts/act-table.ts'
import { changesOf } from '#lib/acts/changes.ts'
import { type ActFields, actInput, emptyAct } from '#lib/acts/schema.ts'
import { columnOf, fieldsIn, type Owners, refIn, type Say } from './act-fields.ts'
import type { ActCells, TableProblem } from './act-rows.ts'

/** An act of the register that a row may name or repeat. */
export type StandingAct = ActFields & { ref: string; edition: number; mergedInto: string | null }

/** What the plan is made against. `acts` are those that the rows name and all of their economies and unions; `refused` says who may not. */
export type Register = Owners & {
  acts: readonly StandingAct[]
  refused: (deed: 'register act' | 'edit act', economy: string) => string | null
}

type Common = { line: number; act: ActFields; problems: TableProblem[] }
type Outcome =
  | { outcome: 'create' | 'problem' }
  | { outcome: 'update'; ref: string; edition: number; before: Record<string, string>; after: Record<string, string> }
  | { outcome: 'same'; ref: string | null; firstLine: number | null }
/** `same` names the act that stands, or the line of an earlier row of the file. */
export type PlannedAct = Common & Outcome

/** A row as it was read: what it gives, the act that would stand, and how to say what is wrong with it. */
type Wanted = { row: ActCells; ref: string; given: Partial<ActFields>; act: ActFields; problems: TableProblem[]; say: Say }

/** One outcome per row, in their order. A row with a problem is never carried out. */
export function planActs(rows: readonly ActCells[], register: Register): PlannedAct[] {
  const byRef = new Map(register.acts.map((act) => [act.ref, act]))
  const changing = changer(byRef, register)
  const entering = enterer(register)
  return rows.map((row) => {
    const wanted = wantedOf(row, byRef.get(refIn(row)), register)
    const plan = wanted.ref === '' || wanted.ref === 'new' ? entering(wanted) : changing(wanted)
    return { line: row.line, act: wanted.act, problems: wanted.problems, ...(wanted.problems.length > 0 ? { outcome: 'problem' } : plan) }
  })
}

function wantedOf(row: ActCells, standing: StandingAct | undefined, owners: Owners): Wanted {
  const problems: TableProblem[] = []
  const say: Say = (member, message) => problems.push({ line: row.line, column: columnOf(member), message })
  const ref = refIn(row)
  const given = fieldsIn(row, owners, standing?.events ?? [], say)
  const parsed = actInput.safeParse({ ...(standing ?? emptyAct), ...given })
  const nobody = ref !== '' && ref !== 'new' && !standing
  for (const { path, message } of problems.length > 0 || nobody ? [] : (parsed.error?.issues ?? [])) {
    const at = typeof path[1] === 'number' ? `Event ${path[1] + 1}: ` : ''
    say(path[0] as ActMember, `${at}${message}.`)
  }
  return { row, ref, given, act: parsed.data ?? { ...emptyAct, title: String(row.values.title ?? '') }, problems, say }
}

/** Plans rows that name an act: each act once, in the edition that the row knows. */
function changer(byRef: ReadonlyMap<string, StandingAct>, { refused }: Register) {
  const lines = new Map<string, number>()
  return ({ row, ref, act, problems, say }: Wanted): Outcome => {
    const standing = byRef.get(ref)
    const before = lines.get(ref)
    lines.set(ref, before ?? row.line)
    if (!isActRef(ref)) say('ref', `“${ref.slice(0, 40)}” is no ref: write ACT-0001, or nothing for an act that is new.`)
    else if (!standing) say('ref', `There is no act ${ref}: leave the ref empty to enter a new one.`)
    else if (standing.mergedInto !== null) say('ref', `${ref} was merged into ${standing.mergedInto}: name that one.`)
    else if (before !== undefined) say('ref', `Line ${before} is about ${ref} already.`)
    if (!standing || problems.length > 0) return { outcome: 'problem' }
    const changes = changesOf(standing, act)
    if (Object.keys(changes.after).length === 0) return { outcome: 'same', ref, firstLine: null }
    if (!seen(row, standing))
      say('edition', `${ref} was changed since this was exported: it is edition ${standing.edition} now. Export it again and change that.`)
    for (const economy of new Set([standing.economy, act.economy])) {
      const reason = refused('edit act', economy)
      if (reason !== null) say('economy', reason)
    }
    return { outcome: 'update', ref, edition: standing.edition, ...changes }
  }
}

const seen = ({ values }: ActCells, { edition }: StandingAct): boolean => {
  const text = String(values.edition ?? '').trim()
  return text === '' || text === String(edition)
}

/** Plans rows that name no act: entered once, unless the register or an earlier row has it, or has one that is probably the same. */
function enterer(register: Register) {
  const standing = alikeIn(register.acts.filter(({ mergedInto }) => mergedInto === null))
  const earlier = alikeIn<ActFields & { line: number }>([])
  const changes = (one: ActFields, next: ActFields) => Object.keys(changesOf(one, next).after).length > 0
  return ({ row, ref, given, act, problems, say }: Wanted): Outcome => {
    if (problems.length > 0) return { outcome: 'problem' }
    const [there, above] = [standing.to(act), earlier.to(act)]
    const repeated = there.find((one) => !changes(one, { ...one, ...given }))
    if (repeated) return { outcome: 'same', ref: repeated.ref, firstLine: null }
    const again = above.find((one) => !changes(one, act))
    if (again) return { outcome: 'same', ref: null, firstLine: again.line }
    if (ref !== 'new') {
      const [known, twin] = [there.find((one) => probably(one, act)), above.find((one) => probably(one, act))]
      if (known)
        say('ref', `This is probably ${known.ref}, ${known.title}: write ${known.ref} here to change it, or “new” to enter another.`)
      else if (twin) say('ref', `Line ${twin.line} tells of the same act otherwise: keep one of them, or write “new” here.`)
    }
    const reason = register.refused('register act', act.economy)
    if (reason !== null) say('economy', reason)
    if (problems.length === 0) earlier.add({ ...act, line: row.line })
    return { outcome: 'create' }
  }
}

const probably = (one: ActFields, act: ActFields): boolean => (likelihood(one, act)?.score ?? 0) >= 0.95

/** Acts by what two that are probably one have in common: the owner, and the title or the number. */
function alikeIn<A extends ActFields>(acts: readonly A[]) {
  const byKey = new Map<string, A[]>()
  const add = (act: A) => {
    for (const key of keysOf(act)) byKey.has(key) ? byKey.get(key)?.push(act) : byKey.set(key, [act])
  }
  for (const act of acts) add(act)
  return { add, to: (act: ActFields): A[] => [...new Set(keysOf(act).flatMap((key) => byKey.get(key) ?? []))] }
}

const folded = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim()

function keysOf({ economy, union, title, originalTitle, number }: ActFields): string[] {
  const owner = union === '' ? economy : `union ${union}`
  const titles = [...new Set([title, originalTitle].filter(Boolean).map(folded))].map((text) => `${owner} title ${text}`)
  return number === '' ? titles : [...titles, `${owner} number ${folded(number)}`]
}
