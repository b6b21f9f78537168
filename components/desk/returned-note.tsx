// Why a version was returned: the newest reason in full, the earlier ones folded.
import { Banner } from '#components/ui/banner.tsx'
import { Moment } from './moment.tsx'

type Return = { reason: string; by: string; at: Date; revision: number }

export function ReturnedNote({ returns }: { returns: readonly Return[] }) {
  const [newest, ...earlier] = returns
  if (!newest) return null
  return (
    <Banner tone="warn" className="mb-5">
      <p className="font-semibold">
        Returned by {newest.by} · <Moment at={newest.at} /> UTC
      </p>
      <p className="mt-1 whitespace-pre-wrap text-ink">{newest.reason}</p>
      {earlier.length > 0 && (
        <details className="mt-2 text-ink">
          <summary className="cursor-pointer">Earlier returns ({earlier.length})</summary>
          {earlier.map((past) => (
            <p key={past.at.toISOString()} className="mt-2 whitespace-pre-wrap">
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
