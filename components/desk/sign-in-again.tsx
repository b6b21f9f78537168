'use client'
// Signing in again where one is, when the session ended while somebody wrote: the form behind it stays as it is, and saving goes on.
import { useEffect } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { whenIdle } from '#components/ui/when-idle.ts'
import { SignInForm, signingIn } from './sign-in-form.tsx'

type Props = { open: boolean; email: string; reason: string; onClose: () => void; onSignedIn: () => void }

export function SignInAgain({ open, email, reason, onClose, onSignedIn }: Props) {
  useEffect(() => whenIdle(() => void signingIn().catch(() => {})), [])
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="Sign in again"
      explanation={reason}
      actions={
        <Button variant="quiet" onClick={onClose}>
          Not now
        </Button>
      }
    >
      <div className="mt-4">
        <SignInForm email={email} onSignedIn={onSignedIn} />
      </div>
    </Dialog>
  )
}
