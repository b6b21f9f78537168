'use client'
// For one basis of an import: the acts that it most likely means, and the choice to link one, to enter it as new, or to leave it. A choice is taken back by pressing it again.
import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { chooseForBasis } from '#app/desk/imports/actions.ts'
import { Button } from '#components/ui/button.tsx'
import { useHydrated } from '#components/ui/use-hydrated.ts'
import type { ActChoice as Choice } from '#lib/imports/act-bases.ts'

export type ChoiceOfAct = {
  id: number
  choice: Choice
  linked: string | null
  /** `says` is the statement of the register where it differs; `keeps` that the basis keeps its own dates all the same. */
  proposals: { ref: string; title: string; belongsTo: string; why: string; says: string | null; keeps: boolean }[]
}

export function ActChoice({ basis, title }: { basis: ChoiceOfAct; title: string }) {
  const router = useRouter()
  const hydrated = useHydrated()
  const [busy, start] = useTransition()
  const [problem, setProblem] = useState<string | null>(null)
  const { proposals, linked } = basis

  function choose(choice: Choice, ref?: string) {
    const again = choice === basis.choice && (ref ?? null) === linked
    start(async () => {
      const answer = await chooseForBasis({ basisId: basis.id, choice: again ? 'open' : choice, ...(ref && !again && { ref }) }).catch(
        () => ({
          ok: false as const,
          message: 'The server cannot be reached. Nothing was chosen; try again.',
        }),
      )
      setProblem(answer.ok ? null : answer.message)
      if (answer.ok) router.refresh()
    })
  }
  const button = (label: string, choice: Choice, ref?: string) => {
    const pressed = basis.choice === choice && (ref ?? null) === linked
    return (
      <Button
        key={label}
        small
        variant={pressed ? 'primary' : 'plain'}
        aria-pressed={pressed}
        disabled={!hydrated}
        unavailable={busy}
        onClick={() => !busy && choose(choice, ref)}
      >
        {label}
      </Button>
    )
  }
  return (
    <fieldset className="mt-1 mb-2 min-w-0 border-l-2 border-rule pl-3 text-sm">
      <legend className="sr-only">Act of the register for {title}</legend>
      {proposals.length === 0 && <p className="text-muted">The register has no act like this.</p>}
      {proposals.map(({ ref, title, belongsTo, why, says, keeps }, at) => (
        <p key={ref} className="wrap-anywhere">
          {at === 0 ? 'Probably' : 'Or'}{' '}
          <a href={`/desk/acts/${ref}`} target="_blank" rel="noreferrer">
            {ref}
          </a>
          , <span className="font-serif">{title}</span> ({belongsTo}): {why}.
          {says !== null && (
            <span className="block text-muted">
              The register says “{says || 'no dates'}”
              {keeps ? ', and does not know all the dates of the page: linked, the page’s stay' : ''}.
            </span>
          )}
        </p>
      ))}
      <div className="mt-1.5 flex flex-wrap gap-2">
        {proposals.map(({ ref }) => button(`Link ${ref}`, 'link', ref))}
        {button('Enter as a new act', 'enter')}
        {button('Leave it', 'leave')}
      </div>
      {problem && (
        <p role="alert" className="mt-1 text-bad">
          {problem}
        </p>
      )}
    </fieldset>
  )
}
