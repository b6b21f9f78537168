// The four kinds of basis: what each is called and means, how a new one begins, and what survives when the kind is changed.
import type { BasisKind } from '#lib/measures/content.ts'
import type { Draft } from './fields.ts'

export type BasisDraft = Draft['bases'][number]

export const basisLabels: Record<BasisKind, { label: string; meaning: string }> = {
  act: { label: 'Act', meaning: 'A law, order, code or treaty' },
  practice: { label: 'Practice', meaning: 'A reported fact, such as a shutdown' },
  absence: { label: 'Absence', meaning: 'There is nothing to cite (N/A)' },
  figure: { label: 'Figure', meaning: 'A value, with its unit and year' },
}

/** A basis of a kind, with whatever of `from` it can take. */
export function basisOf(kind: BasisKind, id: string, from: Partial<Record<string, unknown>> = {}): BasisDraft {
  const text = (name: string) => (typeof from[name] === 'string' ? (from[name] as string) : '')
  const title = text('title')
  const events = (Array.isArray(from.events) ? from.events : []) as Extract<BasisDraft, { kind: 'act' }>['events']
  switch (kind) {
    case 'act':
      return { id, kind, title, url: text('url'), events, ...(text('actRef') && { actRef: text('actRef') }) }
    case 'practice':
      return { id, kind, title, events }
    case 'absence':
      return { id, kind, title, absence: (from.absence as Extract<BasisDraft, { kind: 'absence' }>['absence']) ?? null }
    case 'figure':
      return { id, kind, title, value: text('value'), unit: text('unit'), year: text('year') }
  }
}
