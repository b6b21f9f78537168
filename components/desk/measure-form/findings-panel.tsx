'use client'
// What the statement checker finds in the draft as it is typed: each finding leads to its field, is mended with one click, or left with a reason that the reviewer reads.
import { useDeferredValue, useMemo, useRef } from 'react'
import { useFormContext } from 'react-hook-form'
import { ErrandLink } from '#components/measures/errand-link.tsx'
import { useAnnounce } from '#components/ui/announcer.tsx'
import { Button } from '#components/ui/button.tsx'
import { CheckIcon } from '#components/ui/icons.tsx'
import { type CheckContext, type Finding, findingsOf, isMending, type Mending, sortFindings } from '#lib/measures/checker.ts'
import type { Content } from '#lib/measures/content.ts'
import { type Draft, fieldId, focusField } from './fields.ts'
import { LeaveFinding } from './leave-finding.tsx'
import { useParsedDraft } from './use-draft.tsx'

const keyOf = ({ code, about }: { code: string; about: string }) => `${code} ${about}`

export function FindingsPanel({ context, measureRef }: { context: CheckContext; measureRef: string }) {
  const { getValues, setValue } = useFormContext<Draft>()
  const announce = useAnnounce()
  const heading = useRef<HTMLHeadingElement>(null)
  // Reading a long text takes a moment: never while the page is being drawn for the first time, nor between two keys.
  const parsed = useDeferredValue(useParsedDraft(), null)
  const found = useMemo(
    () => (parsed?.success ? sortFindings(findingsOf(parsed.data, context), parsed.data.left) : null),
    [parsed, context],
  )

  function done(sentence: string) {
    announce(sentence)
    heading.current?.focus()
  }

  function mend(fix: Mending) {
    if ('description' in fix) setValue('description', fix.description, { shouldDirty: true })
    else {
      const index = getValues('bases').findIndex(({ id }) => id === fix.basisId)
      if (index < 0) return
      setValue(`bases.${index}.events`, fix.events, { shouldDirty: true })
    }
    done(`Done: ${fix.label}.`)
  }

  function setLeft(change: (left: NonNullable<Content['left']>) => NonNullable<Content['left']>, sentence: string) {
    setValue('left', change(getValues('left') ?? []), { shouldDirty: true })
    done(sentence)
  }
  const leave = (finding: Finding, because: string) =>
    setLeft(
      (left) => [...left.filter((one) => keyOf(one) !== keyOf(finding)), { code: finding.code, about: finding.about, because }],
      'Left, with your reason.',
    )
  const takeUp = (finding: Finding) => setLeft((left) => left.filter((one) => keyOf(one) !== keyOf(finding)), 'The finding is open again.')

  return (
    <section aria-labelledby="findings" className="border border-rule bg-surface p-4">
      <h2 id="findings" ref={heading} tabIndex={-1} className="font-sans text-sm font-semibold">
        Worth a second look
      </h2>
      <p role="status" className="mt-1 flex items-center gap-1.5 text-sm text-muted">
        {!parsed && 'Text and timelines are being read.'}
        {parsed && !found && 'Looked at again once every field can be saved.'}
        {found && found.open.length === 0 && (
          <>
            <CheckIcon /> Text and timelines agree.
          </>
        )}
        {found &&
          found.open.length > 0 &&
          (found.open.length === 1 ? 'One thing may disagree.' : `${found.open.length} things may disagree.`)}
      </p>
      <ul className="mt-2 grid gap-3 empty:hidden">
        {found?.open.map((finding) => (
          <li key={keyOf(finding)} className="border-l-4 border-warn pl-3">
            <Sentence finding={finding} />
            <div className="mt-1.5 grid justify-items-start gap-1.5">
              {finding.fixes.map((fix) =>
                isMending(fix) ? (
                  <Button key={fix.label} small className="max-w-full text-left break-words" onClick={() => mend(fix)}>
                    {fix.label}
                  </Button>
                ) : (
                  <ErrandLink key={fix.label} errand={fix} measureRef={measureRef} />
                ),
              )}
              <LeaveFinding about={finding.sentence} onLeave={(because) => leave(finding, because)} />
            </div>
          </li>
        ))}
      </ul>
      {found && found.left.length > 0 && (
        <details className="mt-3 border-t border-rule pt-2">
          <summary className="cursor-pointer text-sm text-muted">Left, with a reason ({found.left.length})</summary>
          <ul className="mt-2 grid gap-3">
            {found.left.map((finding) => (
              <li key={keyOf(finding)} className="border-l-4 border-rule-strong pl-3">
                <Sentence finding={finding} />
                <p className="text-sm text-muted">Left, because: {finding.because}</p>
                <Button
                  small
                  variant="quiet"
                  className="-ml-2.5"
                  onClick={() => takeUp(finding)}
                  aria-label={`Take up again: ${finding.sentence}`}
                >
                  Take up again
                </Button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

function Sentence({ finding }: { finding: Finding }) {
  return (
    <a
      href={`#${fieldId(finding.path)}`}
      className="block text-sm leading-snug break-words"
      onClick={(event) => {
        event.preventDefault()
        focusField(finding.path)
      }}
    >
      {finding.sentence}
    </a>
  )
}
