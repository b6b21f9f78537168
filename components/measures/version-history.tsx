// The published versions of a measure, newest first: what kind of change each was and why, with its address and the comparison to the one before.
import Link from 'next/link'
import type { VersionList } from '#lib/published/schema.ts'
import { ChangeKindName } from './change-kind.tsx'
import { Day } from './day.tsx'
import { EmergencyLine } from './emergency-notice.tsx'

type Props = { versions: VersionList; shown?: number }
const SHOWN = 6

export function VersionHistory({ versions, shown }: Props) {
  const { ref, items } = versions
  const rest = items.slice(SHOWN)
  return (
    <div className="text-[0.9375rem]">
      <VersionItems items={items.slice(0, SHOWN)} all={items} id={ref} shown={shown} />
      {rest.length > 0 && (
        <details className="mt-3">
          <summary className="cursor-pointer text-muted hover:text-ink">{rest.length} earlier versions</summary>
          <VersionItems items={rest} all={items} id={ref} shown={shown} />
        </details>
      )}
    </div>
  )
}

type ItemsProps = { items: VersionList['items']; all: VersionList['items']; id: string; shown: number | undefined }

function VersionItems({ items, all, id, shown }: ItemsProps) {
  return (
    <ol>
      {items.map(({ number, publishedAt, changeKind, changeNote, state, emergency, links }) => {
        const previous = all[all.findIndex((one) => one.number === number) + 1]
        return (
          <li key={number} className="grid gap-x-6 border-b border-rule py-3 sm:grid-cols-[9rem_minmax(0,1fr)]">
            <div>
              {number === shown ? (
                <span aria-current="true" className="font-semibold">
                  Version {number}
                </span>
              ) : (
                <Link href={links.html} prefetch={false}>
                  Version {number}
                </Link>
              )}
              <span className="text-sm text-muted sm:block">
                <span className="sm:hidden">, </span>
                <Day at={publishedAt} />
              </span>
            </div>
            <div>
              <ChangeKindName kind={changeKind} />
              {state !== 'superseded' && <span className="text-muted">, {state === 'published' ? 'current' : 'withdrawn'}</span>}
              {changeNote && <p>{changeNote}</p>}
              <EmergencyLine version={{ publishedAt, emergency }} />
              {previous && (
                <Link
                  href={`/measures/${id}/compare?from=${previous.number}&to=${number}`}
                  prefetch={false}
                  rel="nofollow"
                  className="text-sm print:hidden"
                >
                  Compare {number} with {previous.number}
                </Link>
              )}
            </div>
          </li>
        )
      })}
    </ol>
  )
}
