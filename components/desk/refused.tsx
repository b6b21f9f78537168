'use client'
// Why a form was not taken, above it. Whoever is not signed in any more signs in here: what was typed stays, and is sent again by them.
import { useState } from 'react'
import { Banner } from '#components/ui/banner.tsx'
import { Button } from '#components/ui/button.tsx'
import type { Refusal } from '#lib/system/action.ts'
import { SignInAgain } from './sign-in-again.tsx'

export function Refused({ refusal }: { refusal: Refusal }) {
  const [open, setOpen] = useState(false)
  const [settled, setSettled] = useState<Refusal | null>(null)
  if (refusal.kind !== 'signed out')
    return (
      <Banner tone="bad" role="alert">
        {refusal.message}
      </Banner>
    )
  if (settled === refusal)
    return (
      <Banner tone="good" role="status">
        You are signed in again. What you typed is still here: send it now.
      </Banner>
    )
  return (
    // Signing in is no sending of the form around it.
    <div onSubmit={(event) => event.stopPropagation()}>
      <Banner
        tone="bad"
        role="alert"
        actions={
          <Button small onClick={() => setOpen(true)}>
            Sign in here
          </Button>
        }
      >
        {refusal.message}
      </Banner>
      <SignInAgain
        open={open}
        email=""
        reason="What you typed stays as it is."
        onClose={() => setOpen(false)}
        onSignedIn={() => {
          setOpen(false)
          setSettled(refusal)
        }}
      />
    </div>
  )
}
