// Where each field of the content is on the page, and how to get there: a path such as `bases.0.title` names one element.
import type { ContentInput } from '#lib/measures/content.ts'

/** The form's values: what the schema takes, and text that is no date yet where a date is being typed. */
export type Draft = ContentInput

export { timeOf } from '#components/desk/time-of.ts'
export { fingerprint } from '#lib/measures/fingerprint.ts'

export const fieldId = (path: string) => `field-${path.replaceAll('.', '-')}`

const focusable = 'input:not([type=hidden]), select, textarea, button, [contenteditable=true], a[href]'

/** Moves the focus to the field of a path, or to the nearest thing around it that exists. */
export function focusField(path: string): void {
  for (let parts = path.split('.'); parts.length > 0; parts = parts.slice(0, -1)) {
    const element = document.getElementById(fieldId(parts.join('.')))
    if (!element) continue
    const target = element.matches(focusable) ? element : (element.querySelector<HTMLElement>(focusable) ?? element)
    element.scrollIntoView({ block: 'center' })
    target.focus({ preventScroll: true })
    return
  }
}

const names: Record<string, string> = {
  subPillar: 'Sub-pillar',
  bases: 'Bases',
  description: 'Description',
  coverage: 'Coverage',
  sources: 'Sources',
  changeKind: 'Kind of change',
  changeNote: 'Change note',
  title: 'title',
  url: 'address',
  events: 'timeline',
  absence: 'kind of absence',
  value: 'value',
  unit: 'unit',
  year: 'year',
  kind: 'kind',
  actRef: 'act of the register',
  selection: 'reason for leaving events out',
  left: 'Findings left',
}

/** A path in words: `bases.1.events.0.date` → `Basis 2, event 1`. */
export function nameOfField(path: string): string {
  const [first = '', row, field, eventRow] = path.split('.')
  if (row === undefined) return names[first] ?? 'The measure'
  const whole = `${first === 'bases' ? 'Basis' : 'Source'} ${Number(row) + 1}`
  if (field === undefined) return whole
  return `${whole}, ${field === 'events' && eventRow !== undefined ? `event ${Number(eventRow) + 1}` : (names[field] ?? field)}`
}

/** A new row's identity: random, and available on plain http addresses too, where `crypto.randomUUID` is not. */
export function newRowId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(4)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
