'use client'
// Somebody saved since the form was opened. What only one of both changed is merged and shown; what both changed is decided here, text beside text. Nothing is lost.
import { useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { type ContentInput, emptyContent } from '#lib/measures/content.ts'
import { type Choices, mergeContents } from '#lib/measures/merge.ts'
import { ConflictChoice } from './conflict-choice.tsx'
import { differences } from './differences.ts'
import { timeOf } from './fields.ts'
import type { Theirs } from './protocol.ts'
import { TextBesideText } from './text-beside-text.tsx'

type Props = {
  theirs: Theirs | null
  mine: () => ContentInput
  onMerged: (content: ContentInput, theirs: Theirs) => void
  onTakeTheirs: (theirs: Theirs) => void
  onClose: () => void
}

export function MergeDialog({ theirs, ...rest }: Props) {
  return theirs && <Merging key={theirs.revision} theirs={theirs} {...rest} />
}

function Merging({ theirs, mine, onMerged, onTakeTheirs, onClose }: Props & { theirs: Theirs }) {
  const [choices, setChoices] = useState<Choices>({})
  const [my] = useState(mine)
  // Without the text that both began with, whatever differs is for the person to decide.
  const base = theirs.base ?? { ...emptyContent, left: [] }
  const { content, conflicts } = mergeContents(base, my, theirs.content, choices)
  const decided = conflicts.every(({ key }) => key in choices)
  const changedBy = (text: ContentInput) => differences(base, text)
  const byThem = changedBy(theirs.content)
  const names = (list: { name: string }[]) => list.map(({ name }) => name.toLowerCase()).join(', ') || 'nothing'
  return (
    <Dialog
      open
      onClose={onClose}
      wide
      title={`${theirs.author} saved at ${timeOf(theirs.at)}, while you were writing`}
      explanation={
        conflicts.length === 0
          ? 'You changed different things, so both are kept. This is what comes to yours:'
          : `${conflicts.length === 1 ? 'One thing was changed by both: decide on it.' : `${conflicts.length} things were changed by both: decide on each.`} Everything else of both is kept.`
      }
      actions={
        <>
          <Button variant="quiet" onClick={onClose}>
            Go on editing
          </Button>
          <Button onClick={() => onTakeTheirs(theirs)} title="Your text stays on this device and is offered back.">
            Take theirs
          </Button>
          <Button variant="primary" unavailable={!decided} onClick={() => decided && onMerged(content, theirs)}>
            {conflicts.length === 0 ? 'Keep both' : 'Save the merged text'}
          </Button>
        </>
      }
    >
      <p className="mt-3 text-sm text-muted">
        {theirs.author} changed: {names(byThem)}. You changed: {names(changedBy(my))}.
      </p>
      {conflicts.map((conflict) => (
        <ConflictChoice
          key={conflict.key}
          conflict={conflict}
          texts={{ base, mine: my, theirs: theirs.content }}
          author={theirs.author}
          choice={choices[conflict.key]}
          onChoose={(choice) => setChoices({ ...choices, [conflict.key]: choice })}
        />
      ))}
      {conflicts.length === 0 &&
        byThem.map(({ path, name, before, after }) => (
          <section key={path} className="mt-5">
            <h3 className="font-sans text-sm font-semibold">{name}</h3>
            <TextBesideText left={{ name: 'Before', text: before }} right={{ name: theirs.author, text: after }} />
          </section>
        ))}
    </Dialog>
  )
}
