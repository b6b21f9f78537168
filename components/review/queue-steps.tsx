// Where one stands in the queue, and the steps to the versions before and after.
import Link from 'next/link'

type Props = { previous: string | null; next: string | null; place: number; of: number }

export function QueueSteps({ previous, next, place, of }: Props) {
  if (previous === null && next === null) return null
  return (
    <nav aria-label="Queue" className="flex flex-wrap items-baseline gap-x-4 text-sm">
      {place > 0 && (
        <span className="text-muted">
          {place} of {of} that wait for your review
        </span>
      )}
      {previous && (
        <Link href={`/desk/review/${previous}`} data-key="p" data-key-label="Version before in the queue">
          Before: {previous}
        </Link>
      )}
      {next && (
        <Link href={`/desk/review/${next}`} data-key="n" data-key-label="Next version in the queue">
          Next: {next}
        </Link>
      )}
    </nav>
  )
}
