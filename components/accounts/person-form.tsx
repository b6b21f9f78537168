'use client'
// Changes the name, role and economies of a person. What somebody else changed meanwhile is taken over where nothing was typed.
import { type FormEvent, useState } from 'react'
import { Banner } from '#components/ui/banner.tsx'
import { Button } from '#components/ui/button.tsx'
import { useHydrated } from '#components/ui/use-hydrated.ts'
import { narrows, type PersonChange, type Standing, sameEconomies } from '#lib/accounts/person.ts'
import type { Refusal } from '#lib/system/action.ts'
import type { EconomyChoice, RegionChoice } from './economies-field.tsx'
import { NameField, RightsFields } from './standing-fields.tsx'

export type Person = Standing & { id: number; edition: number }
export type ChangePerson = (input: {
  id: number
  edition: number
  change: Exclude<PersonChange, { password: string }>
}) => Promise<{ ok: true; changed: boolean } | Refusal>
type Props = {
  person: Person
  /** Why the role and the economies cannot be changed; null when they can. */
  refused: string | null
  economies: readonly EconomyChoice[]
  regions: readonly RegionChoice[]
  save: ChangePerson
}

const unreachable: Refusal = { ok: false, kind: 'failed', message: 'The server cannot be reached. Nothing was changed; try again.' }

/** What differs from what is there. */
function changeOf(person: Standing, { name, role, economies }: Standing) {
  const chosen: 'all' | string[] = economies === 'all' ? 'all' : [...economies]
  return {
    ...(name !== person.name && { name }),
    ...(role !== person.role && { role }),
    ...(!sameEconomies(economies, person.economies) && { economies: chosen }),
  }
}

export function PersonForm({ person, refused, economies, regions, save }: Props) {
  const hydrated = useHydrated()
  const [base, setBase] = useState(person)
  const [typed, setTyped] = useState<Standing>(person)
  const [answer, setAnswer] = useState<{ ok: true; changed: boolean } | Refusal | null>(null)
  const [busy, setBusy] = useState(false)
  if (base.edition !== person.edition) {
    setBase(person)
    setTyped({ ...person, ...changeOf(base, typed) })
  }
  const issues = answer?.ok === false ? answer.issues : undefined
  const errorOf = (path: string) => issues?.find((issue) => issue.path === path)?.message
  const change = changeOf(person, typed)
  const unchanged = Object.keys(change).length === 0
  const set = (given: object) => {
    setTyped({ ...typed, ...given })
    setAnswer(null)
  }

  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (busy || unchanged) return
    setBusy(true)
    setAnswer(await save({ id: person.id, edition: person.edition, change }).catch(() => unreachable))
    setBusy(false)
  }

  return (
    <form onSubmit={send} noValidate aria-label="Name, role and economies">
      <fieldset disabled={!hydrated} className="space-y-5">
        {answer && (
          <Banner tone={answer.ok ? 'good' : answer.kind === 'stale' ? 'warn' : 'bad'} role={answer.ok ? 'status' : 'alert'}>
            {answer.ok ? 'Saved.' : answer.message}
          </Banner>
        )}
        <NameField typed={typed} errorOf={errorOf} onChange={set} />
        {refused === null ? (
          <RightsFields typed={typed} economies={economies} regions={regions} errorOf={errorOf} onChange={set} />
        ) : (
          <p className="text-sm text-muted">{refused}</p>
        )}
        <div>
          <Button type="submit" variant="primary" unavailable={busy || unchanged} aria-describedby="save-hint">
            {busy ? 'Saving…' : 'Save changes'}
          </Button>
          <p id="save-hint" className="mt-1.5 text-sm text-muted">
            {unchanged
              ? 'Nothing is changed.'
              : narrows(person, typed)
                ? 'They may less than before: their sessions end, and they sign in again.'
                : 'It holds from their next request on.'}
          </p>
        </div>
      </fieldset>
    </form>
  )
}
