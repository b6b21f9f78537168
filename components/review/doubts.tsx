// What looks wrong in the timelines of a version, for the reviewer to weigh. Nothing is refused for it.
import { Banner } from '#components/ui/banner.tsx'
import type { Issue } from '#lib/system/errors.ts'

export function Doubts({ issues }: { issues: readonly Issue[] }) {
  if (issues.length === 0) return null
  return (
    <Banner tone="warn" className="mb-6">
      <p className="font-semibold">Worth a second look</p>
      <ul className="list-disc pl-5 text-ink">
        {issues.map((issue) => (
          <li key={`${issue.path} ${issue.message}`}>{issue.message}</li>
        ))}
      </ul>
    </Banner>
  )
}
