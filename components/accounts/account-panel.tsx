'use client'
// What is done to an account at once: a new password, all sessions ended, disabled and enabled again. What follows from disabling is said first.
import { useRouter } from 'next/navigation'
import { type ReactNode, useState } from 'react'
import { Banner } from '#components/ui/banner.tsx'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { useHydrated } from '#components/ui/use-hydrated.ts'
import type { Refusal } from '#lib/system/action.ts'
import type { ChangePerson } from './person-form.tsx'
import { ShownPassword } from './shown-password.tsx'

type Props = {
  person: { id: number; edition: number; name: string; disabled: boolean; oneself: boolean }
  /** Why they cannot be disabled; null when they can. */
  refused: string | null
  /** What follows when they are disabled. */
  consequences: ReactNode
  change: ChangePerson
  reset: (input: { id: number; edition: number }) => Promise<{ ok: true; password: string } | Refusal>
}
type Question = 'password' | 'sessions' | 'disable' | null

const unreachable: Refusal = {
  ok: false,
  kind: 'failed',
  message: 'The server cannot be reached. Look at the page again before you try once more.',
}
const done = {
  endSessions: 'All sessions end at their next request.',
  disable: 'Disabled.',
  enable: 'Enabled again, with the password that they had.',
}

export function AccountPanel({ person, refused, consequences, change, reset }: Props) {
  const router = useRouter()
  const hydrated = useHydrated()
  const [question, ask] = useState<Question>(null)
  const [said, say] = useState<{ tone: 'good' | 'bad' | 'warn'; text: string } | null>(null)
  const [password, setPassword] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const { id, edition, name, disabled, oneself } = person

  const refuse = (refusal: Refusal) => say({ tone: refusal.kind === 'stale' ? 'warn' : 'bad', text: refusal.message })
  async function run(work: () => Promise<void>) {
    if (busy) return
    setBusy(true)
    say(null)
    await work()
    setBusy(false)
    ask(null)
  }
  const does = (deed: keyof typeof done) =>
    run(async () => {
      const given =
        deed === 'disable' ? { disable: true as const } : deed === 'enable' ? { enable: true as const } : { endSessions: true as const }
      const answer = await change({ id, edition, change: given }).catch(() => unreachable)
      if (!answer.ok) return refuse(answer)
      setPassword(null)
      say({ tone: 'good', text: done[deed] })
    })
  const makeUp = () =>
    run(async () => {
      const answer = await reset({ id, edition }).catch(() => unreachable)
      if (!answer.ok) return refuse(answer)
      setPassword(answer.password)
      // Read anew, the page of whoever reset their own would be the sign-in page.
      if (!oneself) router.refresh()
    })

  const asks = {
    password: {
      title: `Reset the password of ${name}?`,
      text: `A new password is made up and shown to you once. The old one stops working and ${oneself ? 'you are' : `${name} is`} signed out everywhere.`,
      label: 'Reset the password',
      go: makeUp,
    },
    sessions: {
      title: `End all sessions of ${name}?`,
      text: `${name} is signed out on every device at the next request, and can sign in again.`,
      label: 'End all sessions',
      go: () => does('endSessions'),
    },
    disable: { title: `Disable ${name}?`, text: null, label: 'Disable', go: () => does('disable') },
  }
  const asked = question && asks[question]
  return (
    <>
      {password !== null && (
        <ShownPassword key={password} password={password} name={name}>
          <p className="font-semibold">
            The new password of {name}.{oneself && ' Copy it before you go on: you are signed out, and sign in with it.'}
          </p>
        </ShownPassword>
      )}
      {said && (
        <Banner tone={said.tone} role={said.tone === 'good' ? 'status' : 'alert'}>
          {said.text}
        </Banner>
      )}
      <div className="mt-3 flex flex-wrap gap-2">
        <Button disabled={!hydrated} onClick={() => ask('password')}>
          Reset the password…
        </Button>
        {!disabled && !oneself && (
          <Button disabled={!hydrated} onClick={() => ask('sessions')}>
            End all sessions…
          </Button>
        )}
        {disabled ? (
          <Button disabled={!hydrated} unavailable={busy} onClick={() => does('enable')}>
            Enable again
          </Button>
        ) : (
          <Button
            variant="danger"
            disabled={!hydrated}
            unavailable={refused !== null}
            aria-describedby={refused === null ? undefined : 'why-not-disable'}
            onClick={() => refused === null && ask('disable')}
          >
            Disable…
          </Button>
        )}
      </div>
      {refused !== null && !disabled && (
        <p id="why-not-disable" className="mt-1.5 text-sm text-muted">
          {refused}
        </p>
      )}
      {asked && (
        <Dialog
          open
          onClose={() => ask(null)}
          title={asked.title}
          explanation={asked.text}
          actions={
            <>
              <Button onClick={() => ask(null)}>Cancel</Button>
              <Button variant={question === 'disable' ? 'danger' : 'primary'} unavailable={busy} onClick={asked.go}>
                {busy ? 'A moment…' : asked.label}
              </Button>
            </>
          }
        >
          {question === 'disable' && consequences}
        </Dialog>
      )}
    </>
  )
}
