// What a version changes against the published one, with the note that the public will read about it.
import { ComparisonView } from '#components/measures/comparison.tsx'
import type { Comparison as Compared } from '#lib/measures/compare.ts'
import type { ChangeKind } from '#lib/measures/content.ts'

type Props = { comparison: Compared; against: string | null; changeKind: ChangeKind | null; changeNote: string }

export function Comparison({ comparison, against, changeKind, changeNote }: Props) {
  return (
    <section aria-labelledby="changes">
      <h2 id="changes" className="text-xl font-semibold">
        {against === null ? 'A new measure' : 'What changes'}
      </h2>
      <p className="mt-1 text-sm text-muted">
        {against === null ? 'No version came before it: read all of the text below.' : `Compared with ${against}.`}
      </p>
      {(changeKind !== null || changeNote !== '') && (
        <div className="mt-3 border-l-4 border-rule-strong pl-3">
          <p className="font-semibold first-letter:uppercase">{changeKind ?? 'no change kind'}</p>
          <p className="whitespace-pre-wrap">{changeNote}</p>
        </div>
      )}
      {against !== null && <ComparisonView comparison={comparison} headingLevel={3} />}
    </section>
  )
}
