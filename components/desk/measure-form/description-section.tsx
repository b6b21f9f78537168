'use client'
// The description: what the law says, in Markdown.
import { useController } from 'react-hook-form'
import { describedBy, FieldError } from '#components/ui/field.tsx'
import { type Draft, fieldId } from './fields.ts'
import { useFieldError } from './form-field.tsx'
import { MarkdownField } from './markdown-field.tsx'
import { Section } from './section.tsx'

export function DescriptionSection() {
  const { field } = useController<Draft, 'description'>({ name: 'description' })
  const error = useFieldError('description')
  const id = fieldId('description')
  return (
    <Section id="description" title="Description" hint="What the law says on this point, for a reader who does not know it.">
      <MarkdownField
        id={id}
        labelledBy="description-heading"
        describedBy={describedBy(id, { error })}
        invalid={Boolean(error)}
        value={field.value}
        onChange={field.onChange}
        onBlur={field.onBlur}
      />
      <FieldError id={id} error={error} />
    </Section>
  )
}
