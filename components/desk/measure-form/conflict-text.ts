// A conflict in words: which field it is about, and each of its values as readable text.
import type { ContentInput } from '#lib/measures/content.ts'
import type { Conflict } from '#lib/measures/merge.ts'
import { partialDate } from '#lib/timeline/partial-date.ts'
import { renderStatement } from '#lib/timeline/render-statement.ts'
import { textOfRow } from './differences.ts'
import { nameOfField } from './fields.ts'

type Row = { id: string; title?: string }
const rowsOf = (content: ContentInput, field: Conflict['field']): Row[] => (field === 'bases' || field === 'sources' ? content[field] : [])
const titleIn = (content: ContentInput, field: Conflict['field'], id: string) => rowsOf(content, field).find((row) => row.id === id)?.title

/** Names what a conflict is about: `Coverage`, `Basis “Law on Posts”: title`. `among` are the texts in which its row may be found. */
export function nameOfConflict({ field, row, part }: Conflict, among: readonly ContentInput[]): string {
  if (part === 'order' && row === undefined) return `Order of the ${field}`
  if (field === 'description') return 'Description, a passage'
  if (row === undefined) return nameOfField(field)
  const what = field === 'bases' ? 'Basis' : field === 'sources' ? 'Source' : 'Finding left'
  const title = among.map((content) => titleIn(content, field, row)).find(Boolean)
  const whole = title ? `${what} “${title}”` : what
  return part === undefined ? whole : `${whole}: ${nameOfField(`bases.0.${part}`).replace(/^.*, /, '')}`
}

/** A value of a conflict as text; '' for a row that is not there. */
export function textOfValue({ field, row, part }: Conflict, value: unknown, content: ContentInput): string {
  if (value === undefined || value === null) return ''
  if (part === 'order' && Array.isArray(value))
    return value.map((id, index) => `${index + 1}. ${titleIn(content, field, String(id)) || '(no title)'}`).join('\n')
  if (part === 'events' && Array.isArray(value)) return renderStatement(value.filter((event) => partialDate.safeParse(event.date).success))
  if (row !== undefined && part === undefined && typeof value === 'object') return textOfRow(value as Parameters<typeof textOfRow>[0])
  return String(value)
}
