'use client'
// One thing that two people changed: both texts side by side, the one before them on demand, and the choice between them, or a text that combines both.
import { useId } from 'react'
import { TextArea } from '#components/ui/text-input.tsx'
import type { ContentInput } from '#lib/measures/content.ts'
import type { Choice, Conflict } from '#lib/measures/merge.ts'
import { nameOfConflict, textOfValue } from './conflict-text.ts'
import { TextBesideText } from './text-beside-text.tsx'

type Props = {
  conflict: Conflict
  texts: { base: ContentInput; mine: ContentInput; theirs: ContentInput }
  author: string
  choice: Choice | undefined
  onChoose: (choice: Choice) => void
}

export function ConflictChoice({ conflict, texts, author, choice, onChoose }: Props) {
  const id = useId()
  const name = nameOfConflict(conflict, [texts.mine, texts.theirs, texts.base])
  const [before, mine, theirs] = (['base', 'mine', 'theirs'] as const).map((whose) => textOfValue(conflict, conflict[whose], texts[whose]))
  const gone = (whose: 'mine' | 'theirs') => (conflict[whose] === undefined ? 'removed it' : null)
  const combined = typeof choice === 'object'
  const option = (value: string, label: string, checked: boolean, choose: () => void) => (
    <label key={value} className="flex min-h-8 cursor-pointer items-center gap-2">
      <input type="radio" name={id} checked={checked} onChange={choose} className="size-4 accent-accent" />
      {label}
    </label>
  )
  return (
    <fieldset className="mt-5 border-t border-rule pt-3">
      <legend className="float-left w-full font-sans text-sm font-semibold">{name}</legend>
      <div className="clear-both">
        <TextBesideText
          left={{ name: gone('mine') ? 'Yours: you removed it' : 'Yours', text: mine ?? '' }}
          right={{ name: gone('theirs') ? `Theirs: ${author} removed it` : `Theirs (${author})`, text: theirs ?? '' }}
        />
        <details className="mt-1 text-sm text-muted">
          <summary className="cursor-pointer">Before both</summary>
          <p className="mt-1 font-serif break-words whitespace-pre-wrap">{before || '(nothing)'}</p>
        </details>
        <div className="mt-1 flex flex-wrap gap-x-6">
          {option('mine', 'Keep mine', choice === 'mine', () => onChoose('mine'))}
          {option('theirs', 'Keep theirs', choice === 'theirs', () => onChoose('theirs'))}
          {conflict.combinable &&
            option('both', 'Combine', combined, () =>
              onChoose({ text: [mine, theirs].filter(Boolean).join(conflict.field === 'description' ? '\n\n' : ' ') }),
            )}
        </div>
        {combined && (
          <TextArea
            aria-label={`${name}: combined`}
            rows={3}
            value={choice.text}
            onChange={(event) => onChoose({ text: event.target.value })}
          />
        )}
      </div>
    </fieldset>
  )
}
