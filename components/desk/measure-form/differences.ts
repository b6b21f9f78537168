// Which fields differ between two texts of one measure, each as readable text, for choosing between them.
import type { ContentInput } from '#lib/measures/content.ts'
import { partialDate } from '#lib/timeline/partial-date.ts'
import { renderStatement } from '#lib/timeline/render-statement.ts'
import { fingerprint } from './fields.ts'

export type Difference = { path: string; name: string; before: string; after: string }

export function differences(before: ContentInput, after: ContentInput): Difference[] {
  const texts = [textsOf(before), textsOf(after)] as const
  return texts[0].flatMap((one, index) => {
    const other = texts[1][index]
    if (!other || fingerprint(one.raw) === fingerprint(other.raw)) return []
    return [{ path: one.path, name: one.name, before: one.text, after: other.text }]
  })
}

function textsOf(content: ContentInput) {
  return [
    { path: 'subPillar', name: 'Sub-pillar', raw: content.subPillar, text: content.subPillar },
    { path: 'bases', name: 'Bases', raw: content.bases, text: content.bases.map((row) => textOfRow(row)).join('\n\n') },
    { path: 'description', name: 'Description', raw: content.description, text: content.description },
    { path: 'coverage', name: 'Coverage', raw: content.coverage, text: content.coverage },
    {
      path: 'sources',
      name: 'Sources',
      raw: content.sources,
      text: content.sources.map((row) => textOfRow(row)).join('\n\n'),
    },
    { path: 'changeKind', name: 'Kind of change', raw: content.changeKind, text: content.changeKind ?? '' },
    { path: 'changeNote', name: 'Change note', raw: content.changeNote, text: content.changeNote },
    { path: 'left', name: 'Findings left', raw: content.left ?? [], text: (content.left ?? []).map((row) => textOfRow(row)).join('\n') },
  ]
}

type BasisInput = ContentInput['bases'][number]

type RowInput = BasisInput | ContentInput['sources'][number] | NonNullable<ContentInput['left']>[number]

/** A row of a list of the content as text, in lines. */
export function textOfRow(row: RowInput): string {
  if ('because' in row) return row.because
  if (!('kind' in row)) return [row.title, row.url].filter(Boolean).join('\n')
  const lines = [row.title || '(no title)', statementOf(row)]
  if (row.kind === 'act' && row.url) lines.push(row.url)
  return lines.filter(Boolean).join('\n')
}

/** What the public page prints for a basis; events that have no date yet are left out. */
export function statementOf(basis: BasisInput): string {
  if (basis.kind === 'absence') return ['N/A', basis.absence].filter(Boolean).join(' · ')
  if (basis.kind === 'figure') return [basis.value, basis.unit, basis.year && `(${basis.year})`].filter(Boolean).join(' ')
  return renderStatement(basis.events.filter((event) => partialDate.safeParse(event.date).success))
}
