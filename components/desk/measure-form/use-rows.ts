'use client'
// Rows that are added, removed with a way back, and reordered by keyboard: the same for bases and sources. The focus follows the row, and a live region says where it went.
import { useEffect, useRef, useState } from 'react'
import { type FieldArrayWithId, useFieldArray, useFormContext } from 'react-hook-form'
import { useAnnounce } from '#components/ui/announcer.tsx'
import { type Draft, fieldId, focusField } from './fields.ts'

type ListName = 'bases' | 'sources'
export type Row<Name extends ListName> = Draft[Name][number]

export function useRows<Name extends ListName>(name: Name, nameOf: (row: Row<Name>, index: number) => string) {
  const { control, getValues } = useFormContext<Draft>()
  const list = useFieldArray<Draft, ListName, 'key'>({ control, name, keyName: 'key' })
  const announce = useAnnounce()
  const [removed, setRemoved] = useState<{ row: Row<Name>; index: number; sentence: string } | null>(null)
  const focusNext = useRef<string | null>(null)

  useEffect(() => {
    if (!focusNext.current) return
    const path = focusNext.current
    focusNext.current = null
    const exact = document.getElementById(fieldId(path))
    if (exact?.matches('button')) exact.focus()
    else focusField(path)
  })

  const rowAt = (index: number) => getValues(`${name}.${index}` as 'bases.0') as Row<Name>

  return {
    rows: list.fields as FieldArrayWithId<Draft, Name, 'key'>[],
    removed,
    add(row: Row<Name>) {
      focusNext.current = `${name}.${list.fields.length}.title`
      list.append(row, { shouldFocus: false })
    },
    change(index: number, row: Row<Name>, focus: string) {
      focusNext.current = focus
      list.update(index, row)
    },
    remove(index: number) {
      const row = rowAt(index)
      const sentence = `${nameOf(row, index)} removed.`
      setRemoved({ row: structuredClone(row), index, sentence })
      list.remove(index)
      announce(sentence)
    },
    undo() {
      if (!removed) return
      const index = Math.min(removed.index, list.fields.length)
      focusNext.current = `${name}.${index}.title`
      list.insert(index, removed.row, { shouldFocus: false })
      setRemoved(null)
      announce('Brought back.')
    },
    dismiss() {
      setRemoved(null)
      focusNext.current = name
    },
    move(index: number, by: -1 | 1) {
      const to = index + by
      if (to < 0 || to >= list.fields.length) return
      focusNext.current = `${name}.${to}.${by < 0 ? 'up' : 'down'}`
      announce(`${nameOf(rowAt(index), index)} is now number ${to + 1} of ${list.fields.length}.`)
      list.move(index, to)
    },
  }
}
