// What an outside expert has to know first: that this is a draft, for whom, until when, what is asked of them, and whether the text has moved on.
import { Day } from '#components/measures/day.tsx'
import { Banner } from '#components/ui/banner.tsx'
import type { Preview } from '#lib/previews/queries.ts'
import { renderDate } from '#lib/timeline/partial-date.ts'

export function PreviewNotice({ preview }: { preview: Preview }) {
  const { guest, until, message, commentsWelcome, movedOn, published, ref, savedAt } = preview
  return (
    <div className="mb-8 space-y-4">
      <Banner tone="warn">
        <p>
          <strong>Preview of a draft, not published,</strong> for {guest}, until <time dateTime={until}>{renderDate(until)}</time>. Please
          do not quote it or pass its address on.
        </p>
        {movedOn && (
          <p className="mt-1">
            You read the text of <Day at={savedAt.toISOString()} />. The editors have gone on writing since.
          </p>
        )}
      </Banner>
      {message && (
        <figure className="max-w-[66ch]">
          <figcaption className="label mb-1">What you are asked</figcaption>
          <blockquote className="reading border-l-4 border-rule-strong pl-4 text-lg whitespace-pre-wrap wrap-anywhere">
            {message}
          </blockquote>
        </figure>
      )}
      {(published || commentsWelcome) && (
        <p className="flex flex-wrap gap-x-6 print:hidden">
          {published && <a href="#changes">What changes in {ref}</a>}
          {commentsWelcome && <a href="#comments">Comment on it</a>}
        </p>
      )}
    </div>
  )
}
