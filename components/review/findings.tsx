// What the statement checker finds in a version, for the reviewer to weigh: what is open, and what the editor left, with the reason. Nothing is refused for it.
import { Banner } from '#components/ui/banner.tsx'
import type { sortFindings } from '#lib/measures/checker.ts'

export function Findings({ open, left }: ReturnType<typeof sortFindings>) {
  if (open.length + left.length === 0) return null
  return (
    <section aria-labelledby="findings" className="mb-6 grid gap-3">
      <h2 id="findings" className="text-xl font-semibold">
        Worth a second look
      </h2>
      {open.length > 0 && (
        <Banner tone="warn">
          <p className="font-semibold">Open</p>
          <ul className="list-disc pl-5 text-ink">
            {open.map((finding) => (
              <li key={`${finding.code} ${finding.about}`}>{finding.sentence}</li>
            ))}
          </ul>
        </Banner>
      )}
      {left.length > 0 && (
        <Banner>
          <p className="font-semibold">Left as it is, with a reason</p>
          <ul className="list-disc pl-5">
            {left.map((finding) => (
              <li key={`${finding.code} ${finding.about}`}>
                {finding.sentence} <span className="block text-muted">Because: {finding.because}</span>
              </li>
            ))}
          </ul>
        </Banner>
      )}
    </section>
  )
}
