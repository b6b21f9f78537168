// The way in to the desk. Readers need no account.
import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { SignInForm } from '#components/desk/sign-in-form.tsx'
import { Banner } from '#components/ui/banner.tsx'
import { returnPath } from '#lib/accounts/return-path.ts'
import { currentActor } from '#lib/accounts/session.ts'

export const metadata: Metadata = { title: 'Sign in', robots: { index: false } }

export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  const { from, password } = await searchParams
  const destination = returnPath(from)
  if (await currentActor()) redirect(destination)
  return (
    <main className="mx-auto flex min-h-dvh max-w-sm flex-col justify-center px-5 py-10">
      <p className="font-serif text-muted">
        <Link href="/">As Amended</Link>
      </p>
      <h1 className="mt-1 mb-6 text-3xl font-semibold">Sign in to the desk</h1>
      {password === 'changed' && (
        <Banner tone="good" role="status" className="mb-4">
          Your password was changed. Sign in with the new one.
        </Banner>
      )}
      <SignInForm destination={destination} />
      <p className="mt-8 text-sm text-muted">
        The desk is for editors and reviewers. Everything that is published can be read without an account.
      </p>
    </main>
  )
}
