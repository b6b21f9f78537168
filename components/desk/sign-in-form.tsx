'use client'
// E-mail and password. A failure keeps what was typed and says no more than it must.
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { Banner } from '#components/ui/banner.tsx'
import { Button } from '#components/ui/button.tsx'
import { Field } from '#components/ui/field.tsx'
import { TextInput } from '#components/ui/text-input.tsx'
import { useHydrated } from '#components/ui/use-hydrated.ts'

/** What signs in. A page that may need it later asks for it early: after a new version was deployed it could not be fetched any more. */
export const signingIn = () => import('next-auth/react')

function sentence(error: string | null | undefined): string {
  const wait = /^wait (\d+)$/.exec(error ?? '')
  if (wait) return `Too many failed attempts. Try again in ${Math.max(1, Math.ceil(Number(wait[1]) / 60))} minutes.`
  return 'That e-mail address and password do not fit.'
}

type Props = {
  /** Where to go then; without it the page stays, and `onSignedIn` is told. */
  destination?: string
  onSignedIn?: () => void
  email?: string
}

export function SignInForm({ destination, onSignedIn, email }: Props) {
  const [error, setError] = useState<string>()
  const [busy, setBusy] = useState(false)
  const hydrated = useHydrated()
  const password = useRef<HTMLInputElement>(null)
  useEffect(() => void signingIn().catch(() => {}), [])

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (busy) return
    const given = new FormData(event.currentTarget)
    setBusy(true)
    setError(undefined)
    const result = await signingIn()
      .then(({ signIn }) => signIn('credentials', { redirect: false, email: given.get('email'), password: given.get('password') }))
      .catch(() => null)
    if (result?.ok && destination) return window.location.assign(destination)
    setBusy(false)
    if (result?.ok) return onSignedIn?.()
    setError(result ? sentence(result.error) : 'The server cannot be reached. What you typed is still here; try again.')
    password.current?.select()
  }

  return (
    <form onSubmit={submit} method="post" className="space-y-4">
      <noscript>
        <Banner tone="warn">Signing in and the desk need JavaScript; reading does not.</Banner>
      </noscript>
      {error && (
        <Banner tone="bad" role="alert">
          {error}
        </Banner>
      )}
      <Field id="email" label="E-mail">
        <TextInput id="email" name="email" type="email" autoComplete="username" required defaultValue={email} />
      </Field>
      <Field id="password" label="Password">
        <TextInput id="password" ref={password} name="password" type="password" autoComplete="current-password" required />
      </Field>
      <Button type="submit" variant="primary" className="w-full" disabled={!hydrated} unavailable={busy}>
        {busy ? 'Signing in…' : 'Sign in'}
      </Button>
    </form>
  )
}
