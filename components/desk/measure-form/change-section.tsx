'use client'
// What changed since the published version, and why: the public reads it, so that a new law is never taken for a mended mistake.
import { useController } from 'react-hook-form'
import { Choices } from '#components/ui/choices.tsx'
import type { ChangeKind, Content } from '#lib/measures/content.ts'
import { differences } from './differences.ts'
import { type Draft, fieldId } from './fields.ts'
import { FormField, useFieldError } from './form-field.tsx'
import { Section } from './section.tsx'
import { useDraft } from './use-draft.tsx'

const kinds: { value: ChangeKind; label: string; explanation: string }[] = [
  { value: 'amendment', label: 'Amendment', explanation: 'The law changed: a new event, a new text.' },
  { value: 'correction', label: 'Correction', explanation: 'We were wrong, or had missed something; the law did not change.' },
  { value: 'reclassification', label: 'Reclassification', explanation: 'The measure moves in the taxonomy; its text stays.' },
  { value: 'editorial', label: 'Editorial', explanation: 'Wording only: the meaning is the same.' },
]

export function ChangeSection({ published }: { published: Content | null }) {
  const { field } = useController<Draft, 'changeKind'>({ name: 'changeKind' })
  const draft = useDraft()
  const changed = published ? differences(published, draft).filter((one) => !one.path.startsWith('change')) : []
  return (
    <Section id="change" title="What changed">
      {published && (
        <p className="mb-3 text-sm text-muted">
          {changed.length === 0
            ? 'So far nothing differs from the published version.'
            : `Differs from the published version in: ${changed.map((one) => one.name.toLowerCase()).join(', ')}.`}
        </p>
      )}
      <div className="grid gap-4">
        <Choices
          id={fieldId('changeKind')}
          legend="Kind of change"
          choices={kinds}
          value={field.value}
          error={useFieldError('changeKind')}
          onChange={field.onChange}
          className="lg:grid-cols-2"
        />
        <FormField path="changeNote" lines label="Change note" hint="What changed and why, in a sentence or two, for the public." />
      </div>
    </Section>
  )
}
