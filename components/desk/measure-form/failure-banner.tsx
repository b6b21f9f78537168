'use client'
// Why something was not done, and what can be done about it. The text stays in the form whatever it says.
import { Banner } from '#components/ui/banner.tsx'
import { Button } from '#components/ui/button.tsx'
import { nameOfField } from './fields.ts'
import type { Failure } from './protocol.ts'
import { IssueLinks } from './requirements-panel.tsx'

type Props = { failure: Failure; what: string; onRetry: () => void; onSignIn: () => void }

export function FailureBanner({ failure, what, onRetry, onSignIn }: Props) {
  if (failure.kind === 'invalid') {
    return (
      <div id="error-summary" role="alert" tabIndex={-1} className="border-l-4 border-bad bg-bad-wash px-3.5 py-2.5 text-bad">
        <p className="font-semibold">{what}. These fields need attention:</p>
        <IssueLinks issues={failure.issues.map((issue) => ({ ...issue, message: `${nameOfField(issue.path)}: ${issue.message}` }))} />
      </div>
    )
  }
  return (
    <Banner
      tone="bad"
      role="alert"
      actions={
        <>
          {failure.kind === 'signed out' && (
            <Button small onClick={onSignIn}>
              Sign in here
            </Button>
          )}
          {failure.kind === 'updated' && (
            <Button small onClick={() => window.location.reload()}>
              Reload
            </Button>
          )}
          {failure.kind !== 'not allowed' && failure.kind !== 'updated' && (
            <Button small onClick={onRetry}>
              Try again
            </Button>
          )}
        </>
      }
    >
      <p>
        <strong>{what}:</strong> {failure.message} Your text is kept here.
      </p>
    </Banner>
  )
}
