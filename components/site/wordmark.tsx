// The name of the publication, with the proofreader's caret that marks where something is put in.
export function Wordmark() {
  return (
    <span className="inline-flex items-baseline font-serif text-xl font-semibold tracking-[-0.01em] text-ink">
      As
      <svg viewBox="0 0 10 10" width="9" height="9" aria-hidden="true" className="mx-[0.1em] translate-y-[0.28em] text-accent">
        <path d="M1 9.2 5 1.5l4 7.7" fill="none" stroke="currentColor" strokeWidth="1.9" />
      </svg>
      <span className="sr-only"> </span>Amended
    </span>
  )
}
