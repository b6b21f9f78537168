// The state of a version as a small word.
import { stateNames, type VersionState } from '#lib/measures/version.ts'

const looks: Record<VersionState, string> = {
  draft: 'border-rule-strong text-muted',
  in_review: 'border-warn text-warn bg-warn-wash',
  returned: 'border-bad text-bad bg-bad-wash',
  approved: 'border-good text-good bg-good-wash',
  scheduled: 'border-good text-good bg-good-wash',
  published: 'border-good text-good',
  superseded: 'border-rule text-muted',
  withdrawn: 'border-bad text-bad',
  discarded: 'border-rule text-muted line-through',
}

export function StateBadge({ state }: { state: VersionState }) {
  return (
    <span className={`inline-block rounded-sm border px-1.5 py-px text-xs font-semibold whitespace-nowrap ${looks[state]}`}>
      {stateNames[state]}
    </span>
  )
}
