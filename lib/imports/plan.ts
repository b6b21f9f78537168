// What an import would do with each measure that was read: create it, leave it because it is there already, or neither. Pure: nothing is written.
import { createHash } from 'node:crypto'
import type { Content } from '#lib/measures/content.ts'
import { withoutRoles } from '#lib/timeline/render-statement.ts'
import type { ReadItem } from './read-block.ts'

/** A measure that exists: its `ref` (`KZ-0007`) and a content of it that an import must not repeat. */
export type Existing = { ref: string; content: Content }

/** `same` names the measure that exists, or the line of an earlier measure of the same file. */
export type PlannedItem =
  | { item: ReadItem; outcome: 'create' | 'problem' }
  | { item: ReadItem; outcome: 'same'; ref: string; firstLine: null }
  | { item: ReadItem; outcome: 'same'; ref: null; firstLine: number }

/** One outcome per item, in their order. `existing` holds what is known of the economies of the items; several contents of one measure may be given. */
export function planImport(items: readonly ReadItem[], existing: readonly Existing[]): PlannedItem[] {
  const refs = new Map<string, string>()
  for (const { ref, content } of existing) {
    const key = keyOf(ref.slice(0, 2), content)
    if (!refs.has(key)) refs.set(key, ref)
  }
  const lines = new Map<string, number>()
  return items.map((item) => {
    if (item.problems.length > 0 || item.economyCode === null) return { item, outcome: 'problem' }
    const key = keyOf(item.economyCode, item.content)
    const ref = refs.get(key)
    if (ref !== undefined) return { item, outcome: 'same', ref, firstLine: null }
    const firstLine = lines.get(key)
    if (firstLine !== undefined) return { item, outcome: 'same', ref: null, firstLine }
    lines.set(key, item.line)
    return { item, outcome: 'create' }
  })
}

const keyOf = (economy: string, content: Content): string => `${economy} ${fingerprintOf(content)}`

/**
 * SHA-256, in hexadecimal, of what a page of the reference format can say: the sub-pillar, the bases in order (kind, title, events or
 * figure), the description and the coverage. What editors add to it is not in it: ids, addresses, the type of an absence, the role of an
 * opening event, sources and the change note; nor are differences of blanks.
 */
export function fingerprintOf(content: Content): string {
  const bases = content.bases.map((basis) => {
    const said = [basis.kind, plain(basis.title)]
    if (basis.kind === 'figure') return [...said, basis.value, basis.unit, basis.year]
    if (basis.kind === 'absence') return said
    return [...said, withoutRoles(basis.events).map(({ kind, date, latest = false }) => [kind, date, latest])]
  })
  const said = [content.subPillar, bases, plain(content.description), plain(content.coverage)]
  return createHash('sha256').update(JSON.stringify(said)).digest('hex')
}

const plain = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim()
