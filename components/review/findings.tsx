// What the statement checker finds in a version, for the reviewer to weigh: what is open, and what the editor left, with the reason. Nothing is refused for it.
import Link from 'next/link'
import { ErrandLink } from '#components/measures/errand-link.tsx'
import { Banner } from '#components/ui/banner.tsx'
import { isMending, type sortFindings } from '#lib/measures/checker.ts'
import { isEditable, type VersionState } from '#lib/measures/version.ts'

/** What has to happen before the form takes changes. */
const onceOpen: Partial<Record<VersionState, string>> = {
  in_review: 'They are mended in the form once the version is returned, or taken back by its author.',
  approved: 'They are mended in the form once the version is taken back.',
  scheduled: 'They are mended in the form once the version is taken back.',
}

type Props = ReturnType<typeof sortFindings> & { measureRef: string; state: VersionState }

export function Findings({ open, left, measureRef, state }: Props) {
  const inText = open.some(({ fixes }) => fixes.length === 0 || fixes.some(isMending))
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
              <li key={`${finding.code} ${finding.about}`} className="mb-1.5">
                {finding.sentence}
                <span className="mt-1 flex flex-wrap gap-2 empty:hidden">
                  {finding.fixes.map((fix) => !isMending(fix) && <ErrandLink key={fix.label} errand={fix} measureRef={measureRef} />)}
                </span>
              </li>
            ))}
          </ul>
          {inText && (
            <p className="mt-2 text-ink">
              {isEditable(state) ? (
                <Link href={`/desk/measures/${measureRef}/edit`}>Mend them in the form, or leave them with a reason</Link>
              ) : (
                (onceOpen[state] ?? 'They are mended in the next version.')
              )}
            </p>
          )}
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
