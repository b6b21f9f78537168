// Merges what two people made of one text, three ways: by field, rows by their ids, the description by paragraph. What both changed differently is a conflict that keeps all three texts. It reads no data.
import { diff3Merge } from 'node-diff3'
import type { ContentInput } from './content.ts'
import { fingerprint } from './fingerprint.ts'

/** How a conflict is settled; without a choice mine stands until there is one. */
export type Choice = 'mine' | 'theirs' | { text: string }
export type Choices = Readonly<Record<string, Choice>>

/**
 * What both changed, differently. `key` names it, the same at every merge of the same texts. `field` is the field of the content, `row`
 * the id of its row, `part` the field of the row; a value that is undefined is a row that is not there.
 */
export type Conflict = {
  key: string
  field: keyof ContentInput
  row?: string
  part?: string
  base: unknown
  mine: unknown
  theirs: unknown
  /** Whether a text of one's own may stand for both. */
  combinable: boolean
}
export type Merged = { content: ContentInput; conflicts: Conflict[] }

type Row = Record<string, unknown> & { id: string }
type Where = Pick<Conflict, 'field' | 'row' | 'part'>

const texts = ['description', 'coverage', 'changeNote', 'title', 'selection', 'because']
const same = (a: unknown, b: unknown): boolean => a === b || fingerprint(a) === fingerprint(b)

/** Merges `mine` and `theirs`, which both began as `base`. */
export function mergeContents(base: ContentInput, mine: ContentInput, theirs: ContentInput, choices: Choices = {}): Merged {
  const conflicts: Conflict[] = []

  function value<T>(where: Where, b: T | undefined, m: T | undefined, t: T | undefined): T | undefined {
    if (same(m, t) || same(b, t)) return m
    if (same(b, m)) return t
    const key = [where.field, where.row, where.part].filter((part) => part !== undefined).join('/')
    const combinable = texts.includes(where.field) || (where.row !== undefined && texts.includes(where.part ?? ''))
    conflicts.push({ ...where, key, base: b, mine: m, theirs: t, combinable })
    const choice = choices[key] ?? 'mine'
    return typeof choice === 'object' ? (choice.text as T) : choice === 'mine' ? m : t
  }

  function row(field: Where['field'], id: string, b?: Row, m?: Row, t?: Row): Row | undefined {
    const whole = !m || !t || (b && !(b.kind === m.kind && m.kind === t.kind)) || (!b && m.kind !== t.kind)
    if (whole) return value({ field, row: id }, b, m, t)
    const parts = new Set([...Object.keys(m), ...Object.keys(t)])
    const merged = [...parts].map((part) => [part, value({ field, row: id, part }, b?.[part], m[part], t[part])] as const)
    return Object.fromEntries(merged.filter(([, one]) => one !== undefined)) as Row
  }

  function rows(field: Where['field'], b: readonly Row[], m: readonly Row[], t: readonly Row[]): Row[] {
    if (same(m, t) || same(b, t)) return [...m]
    if (same(b, m)) return [...t]
    const [inBase, inMine, inTheirs] = [b, m, t].map((list) => new Map(list.map((one) => [one.id, one]))) as [Rows, Rows, Rows]
    const ids = new Set([...m, ...t].map(({ id }) => id))
    const kept = new Map(
      [...ids].flatMap((id) => {
        const one = row(field, id, inBase.get(id), inMine.get(id), inTheirs.get(id))
        return one ? [[id, one] as const] : []
      }),
    )
    const order = (list: readonly Row[]) => list.map(({ id }) => id).filter((id) => inBase.has(id) && inMine.has(id) && inTheirs.has(id))
    const skeleton = value({ field, part: 'order' }, order(b), order(m), order(t)) ?? []
    return ordered(skeleton, m, t).flatMap((id) => kept.get(id) ?? [])
  }

  function description(b: string, m: string, t: string): string {
    if (same(m, t) || same(b, t)) return m
    if (same(b, m)) return t
    const paragraphs: string[] = []
    let count = 0
    for (const { ok, conflict } of diff3Merge(tokens(m), tokens(b), tokens(t), { excludeFalseConflicts: true })) {
      if (ok) paragraphs.push(...ok)
      if (!conflict) continue
      const part = String(count++)
      const [was, my, other] = [conflict.o, conflict.a, conflict.b].map(textOf) as [string, string, string]
      paragraphs.push(value({ field: 'description', part }, was, my, other) ?? '')
    }
    return textOf(paragraphs)
  }

  const content = {
    schemaVersion: mine.schemaVersion,
    subPillar: value({ field: 'subPillar' }, base.subPillar, mine.subPillar, theirs.subPillar),
    bases: rows('bases', base.bases, mine.bases, theirs.bases),
    description: description(base.description, mine.description, theirs.description),
    coverage: value({ field: 'coverage' }, base.coverage, mine.coverage, theirs.coverage),
    sources: rows('sources', base.sources, mine.sources, theirs.sources),
    changeKind: value({ field: 'changeKind' }, base.changeKind, mine.changeKind, theirs.changeKind),
    changeNote: value({ field: 'changeNote' }, base.changeNote, mine.changeNote, theirs.changeNote),
    ...leftOf(rows('left', named(base.left), named(mine.left), named(theirs.left))),
  } as ContentInput
  return { content, conflicts }
}

type Rows = Map<string, Row>

/** Findings that are left have no ids: what they are about names them. */
const named = (left: ContentInput['left']): Row[] => (left ?? []).map((one) => ({ ...one, id: `${one.code} ${one.about}` }))
const leftOf = (left: Row[]) => (left.length === 0 ? {} : { left: left.map(({ id: _, ...one }) => one) })

/** Stands after each paragraph, the last too, so that changes of neighbouring paragraphs do not touch. */
const END = '\n\n'
const tokens = (text: string): string[] =>
  text
    .split(/\n{2,}/)
    .filter((paragraph) => paragraph !== '')
    .flatMap((paragraph) => [paragraph, END])
const textOf = (paragraphs: readonly string[]): string => paragraphs.filter((one) => one !== END && one !== '').join(END)

/** The ids of all rows: those that all three have in the order of the skeleton, each other one after the row that it followed in its list. */
function ordered(skeleton: readonly string[], ...lists: (readonly Row[])[]): string[] {
  const fixed = new Set(skeleton)
  const runs = lists.flatMap((list) => {
    let anchor = ''
    const found = new Map<string, string[]>()
    for (const { id } of list) {
      if (fixed.has(id)) anchor = id
      else found.set(anchor, [...(found.get(anchor) ?? []), id])
    }
    return [...found].map(([after, ids]) => ({ after, ids }))
  })
  // Which of two runs comes first must not depend on who merges.
  runs.sort((x, y) => ((x.ids[0] ?? '') < (y.ids[0] ?? '') ? -1 : 1))
  const following = (anchor: string) => runs.filter(({ after }) => after === anchor).flatMap(({ ids }) => ids)
  return [...new Set([...following(''), ...skeleton.flatMap((id) => [id, ...following(id)])])]
}
