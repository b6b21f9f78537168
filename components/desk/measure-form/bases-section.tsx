'use client'
// What the measure rests on, in order: acts, practices, absences and figures.
import { Menu } from '@base-ui/react/menu'
import { useMemo, useRef } from 'react'
import { buttonClass } from '#components/ui/button.tsx'
import { FieldError } from '#components/ui/field.tsx'
import { ChevronIcon, PlusIcon } from '#components/ui/icons.tsx'
import { UndoStrip } from '#components/ui/undo-strip.tsx'
import { basisKinds } from '#lib/measures/content.ts'
import { BasisCard, BasisInShort } from './basis-card.tsx'
import { type BasisDraft, basisLabels, basisOf } from './basis-kinds.ts'
import { fieldId, newRowId } from './fields.ts'
import { useFieldError } from './form-field.tsx'
import { Section } from './section.tsx'
import { useAFewAtATime } from './use-a-few-at-a-time.ts'
import { useRows } from './use-rows.ts'

export function BasesSection() {
  const list = useRows('bases', (basis, index) => (basis.title ? `“${basis.title}”` : `Basis ${index + 1}`))
  const latest = useRef(list)
  latest.current = list
  const deeds = useMemo(
    () => ({
      move: (index: number, by: -1 | 1) => latest.current.move(index, by),
      remove: (index: number) => latest.current.remove(index),
      change: (index: number, basis: BasisDraft, focus: string) => latest.current.change(index, basis, focus),
    }),
    [],
  )
  const { drawn, reach } = useAFewAtATime(list.rows.length)
  return (
    <Section id="bases" title="Bases" hint="What the measure rests on, in the order in which it is told.">
      <ol aria-label="Bases" className="grid gap-4 empty:hidden">
        {list.rows.map((row, index) =>
          index < drawn ? (
            <BasisCard key={row.id} row={row} index={index} count={list.rows.length} deeds={deeds} />
          ) : (
            <BasisInShort key={row.id} basis={row} index={index} onReach={reach} />
          ),
        )}
      </ol>
      {list.removed && (
        <div className="mt-3">
          <UndoStrip sentence={list.removed.sentence} onUndo={list.undo} onDismiss={list.dismiss} />
        </div>
      )}
      <FieldError id={fieldId('bases')} error={useFieldError('bases')} />
      <Menu.Root>
        <Menu.Trigger id={fieldId('bases')} className={`${buttonClass('plain', true)} mt-3`}>
          <PlusIcon /> Add a basis <ChevronIcon />
        </Menu.Trigger>
        <Menu.Portal>
          <Menu.Positioner sideOffset={4} align="start" className="z-30">
            <Menu.Popup finalFocus={false} className="min-w-72 rounded-sm border border-rule-strong bg-surface py-1 shadow-lg">
              {basisKinds.map((kind) => (
                <Menu.Item
                  key={kind}
                  className="flex min-h-10 cursor-pointer items-baseline gap-3 px-3 py-2 data-highlighted:bg-sunken"
                  onClick={() => list.add(basisOf(kind, newRowId()))}
                >
                  <span className="w-18 font-medium">{basisLabels[kind].label}</span>
                  <span className="text-sm text-muted">{basisLabels[kind].meaning}</span>
                </Menu.Item>
              ))}
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
    </Section>
  )
}
