'use client'
// Adds a person. The password is shown once when it is done; what was typed stays until then.
import Link from 'next/link'
import { type FormEvent, useRef, useState } from 'react'
import { Refused } from '#components/desk/refused.tsx'
import { Button, buttonClass } from '#components/ui/button.tsx'
import { describedBy, Field } from '#components/ui/field.tsx'
import { TextInput } from '#components/ui/text-input.tsx'
import { useHydrated } from '#components/ui/use-hydrated.ts'
import type { NewPerson } from '#lib/accounts/person.ts'
import type { Refusal } from '#lib/system/action.ts'
import type { EconomyChoice, RegionChoice } from './economies-field.tsx'
import { ShownPassword } from './shown-password.tsx'
import { NameField, RightsFields, type TypedStanding } from './standing-fields.tsx'

type Added = { ok: true; id: number; password: string }
type Props = {
  economies: readonly EconomyChoice[]
  regions: readonly RegionChoice[]
  add: (input: NewPerson) => Promise<Added | Refusal>
}

const unreachable: Refusal = {
  ok: false,
  kind: 'failed',
  message: 'The server cannot be reached. Nobody was added, as far as we know; look at the list.',
}
const empty: TypedStanding & { email: string } = { name: '', email: '', role: null, economies: 'all' }

export function NewPersonForm({ economies, regions, add }: Props) {
  const hydrated = useHydrated()
  const [typed, setTyped] = useState(empty)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [added, setAdded] = useState<(Added & { name: string; email: string }) | null>(null)
  const [busy, setBusy] = useState(false)
  const top = useRef<HTMLDivElement>(null)
  const errorOf = (path: string) => refusal?.issues?.find((issue) => issue.path === path)?.message
  const set = (change: Partial<typeof empty>) => setTyped({ ...typed, ...change })

  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    const { role, economies: scope, name, email } = typed
    if (role === null) {
      const message = 'Choose a role.'
      setRefusal({ ok: false, kind: 'invalid', message, issues: [{ path: 'role', message }] })
      return
    }
    setBusy(true)
    const result = await add({ name, email, role, economies: scope === 'all' ? 'all' : [...scope] }).catch(() => unreachable)
    setBusy(false)
    setRefusal(result.ok ? null : result)
    if (!result.ok) return
    setAdded({ ...result, name: name.trim(), email: email.trim().toLowerCase() })
    setTyped(empty)
    top.current?.scrollIntoView({ block: 'nearest' })
  }

  const emailError = errorOf('email')
  return (
    <div ref={top} className="space-y-6">
      {added && (
        <ShownPassword
          key={added.id}
          password={added.password}
          name={added.name}
          actions={
            <Link href={`/desk/people/${added.id}`} className={buttonClass('plain', true)}>
              Open {added.name}
            </Link>
          }
        >
          <p className="font-semibold">
            {added.name} was added, and signs in as {added.email} with this password.
          </p>
        </ShownPassword>
      )}
      <form onSubmit={send} noValidate aria-label="Add a person" className="space-y-5">
        <fieldset disabled={!hydrated} className="space-y-5">
          {refusal && <Refused refusal={refusal} />}
          <NameField typed={typed} errorOf={errorOf} onChange={set} />
          <Field id="person-email" label="E-mail" hint="They sign in with it. It cannot be changed later." error={emailError}>
            <TextInput
              id="person-email"
              type="email"
              value={typed.email}
              maxLength={320}
              aria-invalid={emailError ? true : undefined}
              aria-describedby={describedBy('person-email', { hint: true, error: emailError })}
              onChange={({ target }) => set({ email: target.value })}
            />
          </Field>
          <RightsFields typed={typed} economies={economies} regions={regions} errorOf={errorOf} onChange={set} />
          <Button type="submit" variant="primary" unavailable={busy}>
            {busy ? 'Adding…' : 'Add the person'}
          </Button>
        </fieldset>
      </form>
    </div>
  )
}
