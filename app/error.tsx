'use client'
// An apology for a fault of ours, with the id under which it was logged. It never shows what went wrong inside.
import { buttonClass } from '#components/ui/button.tsx'

export default function FaultPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <main className="page py-16">
      <h1 className="text-3xl font-semibold">Something went wrong on our side.</h1>
      <p className="reading mt-4 max-w-[60ch] text-lg text-muted">
        Nothing that you did is lost to the record, and nothing published has changed. Please try again; if it happens again, tell us
        {error.digest ? (
          <>
            {' '}
            this number: <strong className="ref text-ink">{error.digest}</strong>
          </>
        ) : (
          ' what you asked for'
        )}
        .
      </p>
      <p className="mt-6 flex items-baseline gap-5">
        <button type="button" onClick={reset} className={buttonClass('primary')}>
          Try again
        </button>
        <a href="/">Front page</a>
      </p>
    </main>
  )
}
