'use client'
// Why something was not done, and what can be done about it. The text stays in the form whatever it says.
import { Banner } from '#components/ui/banner.tsx'
import { Button, buttonClass } from '#components/ui/button.tsx'
import { nameOfField } from './fields.ts'
import type { Failure } from './protocol.ts'
import { IssueLinks } from './requirements-panel.tsx'

export function FailureBanner({ failure, what, onRetry }: { failure: Failure; what: string; onRetry: () => void }) {
  if (failure.kind === 'invalid') {
    return (
      <div id="error-summary" role="alert" tabIndex={-1} className="border-l-4 border-bad bg-bad-wash px-3.5 py-2.5 text-bad">
        <p className="font-semibold">{what}. These fields need attention:</p>
        <IssueLinks issues={failure.issues.map((issue) => ({ ...issue, message: `${nameOfField(issue.path)}: ${issue.message}` }))} />
      </div>
    )
  }
  const signIn = failure.kind === 'signed out'
  return (
    <Banner
      tone="bad"
      role="alert"
      actions={
        <>
          {signIn && (
            <a href="/sign-in" target="_blank" rel="noopener" className={buttonClass('plain', true)}>
              Sign in (new tab)
            </a>
          )}
          {failure.kind !== 'not allowed' && (
            <Button small onClick={onRetry}>
              Try again
            </Button>
          )}
        </>
      }
    >
      <p>
        <strong>{what}:</strong> {failure.message}{' '}
        {signIn ? 'Your text is kept here: sign in, come back and try again.' : 'Your text is kept here.'}
      </p>
    </Banner>
  )
}
