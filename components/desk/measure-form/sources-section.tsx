'use client'
// The sources: where the text of the measure can be checked. Each has a title, an address, or both.
import { Button } from '#components/ui/button.tsx'
import { PlusIcon } from '#components/ui/icons.tsx'
import { UndoStrip } from '#components/ui/undo-strip.tsx'
import { fieldId, newRowId } from './fields.ts'
import { FormField } from './form-field.tsx'
import { RowControls } from './row-controls.tsx'
import { Section } from './section.tsx'
import { useRows } from './use-rows.ts'

export function SourcesSection() {
  const list = useRows('sources', (source, index) => (source.title ? `“${source.title}”` : `Source ${index + 1}`))
  return (
    <Section id="sources" title="Sources" hint="Where a reader can check the text. Titles in their original language are welcome.">
      {list.rows.length > 0 && (
        <ol aria-label="Sources" className="border-b border-rule">
          {list.rows.map((row, index) => (
            <li key={row.id} className="flex items-start gap-2 border-t border-rule py-2.5">
              <div className="grid min-w-0 flex-1 gap-2 sm:grid-cols-2">
                <FormField path={`sources.${index}.title`} label={`Source ${index + 1}: title`} hideLabel placeholder="Title" />
                <FormField
                  path={`sources.${index}.url`}
                  label={`Source ${index + 1}: address`}
                  hideLabel
                  placeholder="https://"
                  inputMode="url"
                />
              </div>
              <RowControls
                path={`sources.${index}`}
                name={`source ${index + 1}`}
                index={index}
                count={list.rows.length}
                onMove={(by) => list.move(index, by)}
                onRemove={() => list.remove(index)}
              />
            </li>
          ))}
        </ol>
      )}
      {list.removed && <UndoStrip sentence={list.removed.sentence} onUndo={list.undo} onDismiss={list.dismiss} />}
      <Button small id={fieldId('sources')} className="mt-3" onClick={() => list.add({ id: newRowId(), title: '', url: '' })}>
        <PlusIcon /> Add a source
      </Button>
    </Section>
  )
}
