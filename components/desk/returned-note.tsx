// Why a version was returned: the newest reason in full, the earlier ones folded. To who reviews it again it is the reason of before, with a way to what changed since.
import Link from 'next/link'
import { Banner } from '#components/ui/banner.tsx'
import { Moment } from './moment.tsx'

type Return = { reason: string; by: string; at: Date; revision: number }

/** `since` leads to what changed since the newest return, where it was handed in again. */
export function ReturnedNote({ returns, since }: { returns: readonly Return[]; since?: string }) {
  const [newest, ...earlier] = returns
  if (!newest) return null
  return (
    <Banner tone={since ? 'plain' : 'warn'} className="mb-5">
      <p className="font-semibold">
        {since ? 'Returned before, by' : 'Returned by'} {newest.by} · <Moment at={newest.at} /> UTC
      </p>
      <p className="mt-1 whitespace-pre-wrap text-ink wrap-anywhere">{newest.reason}</p>
      {since && (
        <p className="mt-1">
          <Link href={since}>What changed since</Link>
        </p>
      )}
      {earlier.length > 0 && (
        <details className="mt-2 text-ink">
          <summary className="cursor-pointer">Earlier returns ({earlier.length})</summary>
          {earlier.map((past) => (
            <p key={past.at.toISOString()} className="mt-2 whitespace-pre-wrap wrap-anywhere">
              <span className="text-muted">
                {past.by}, <Moment at={past.at} />:
              </span>{' '}
              {past.reason}
            </p>
          ))}
        </details>
      )}
    </Banner>
  )
}
