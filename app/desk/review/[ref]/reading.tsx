// What a reviewer reads of a version: what the checker finds, what changes, the comments, and the whole text.
import { MeasureText } from '#components/measures/measure-text.tsx'
import { PreviewPanel } from '#components/previews/preview-panel.tsx'
import { ChosenEvents } from '#components/review/chosen-events.tsx'
import { CommentableText, CommentingProvider } from '#components/review/commenting.tsx'
import { Comments } from '#components/review/comments.tsx'
import { Comparison } from '#components/review/comparison.tsx'
import { Findings } from '#components/review/findings.tsx'
import { ReadingChoice } from '#components/review/reading-choice.tsx'
import { findingsOf, sortFindings } from '#lib/measures/checker.ts'
import { compareAtDesk } from '#lib/measures/compare-at-desk.ts'
import { emptyContent } from '#lib/measures/content.ts'
import { revisionOf } from '#lib/measures/history-queries.ts'
import type { DeskMeasure, OneVersion } from '#lib/measures/queries.ts'
import { checkContext, comparedWith, versionForDesk } from '#lib/measures/queries.ts'
import { revisionName } from '#lib/measures/revision.ts'
import { stateNames } from '#lib/measures/version.ts'
import { whyNotShare } from '#lib/previews/preview.ts'
import { previewsOf } from '#lib/previews/queries.ts'
import { measureTextOf } from '#lib/published/measure-text.ts'
import { readableText } from '#lib/published/readable-text.ts'
import { whyNotComment, whyNotInsist, whyNotSettle } from '#lib/review/comment.ts'
import { threadsOf } from '#lib/review/comment-queries.ts'
import type { PastReturn } from '#lib/review/queries.ts'
import type { Actor } from '#lib/system/actor.ts'
import { systemClock } from '#lib/system/clock.ts'
import { pillars } from '#lib/taxonomy/queries.ts'
import { endPreview, makePreview } from '../../previews/actions.ts'
import { answerThread, beginThread, settleThread } from '../actions.ts'

type Props = {
  actor: Actor
  measure: DeskMeasure
  version: OneVersion
  /** Its returns, newest first. */
  returns: readonly PastReturn[]
  /** What to read against, an earlier version or a returned revision, and whether only what changes is shown: as the address asks. */
  asked: { against?: unknown; show?: unknown }
}

export async function Reading({ actor, measure, version, returns, asked }: Props) {
  const { ref } = version
  const { content } = version.head
  const now = systemClock()
  const earlier = measure.versions.filter(({ number }) => number < version.number)
  const chosen = earlier.find(({ number }) => String(number) === asked.against)
  const nameOfReturned = (revision: number) => revisionName({ version: version.number, revision })
  const returned = returns.find(({ revision }) => nameOfReturned(revision) === asked.against)
  const changesAlone = asked.show === 'changes'
  const [taxonomy, usual, since, checking, threads, previews] = await Promise.all([
    pillars(),
    chosen ? versionForDesk(actor, ref, chosen.number) : comparedWith(actor, version),
    returned ? revisionOf(actor, ref, { version: version.number, revision: returned.revision }) : null,
    checkContext(actor, version, measure.published?.head.content ?? null),
    threadsOf(actor, version.id),
    previewsOf(actor, version.id, now),
  ])
  const before = since?.content ?? (usual && ('head' in usual ? usual.head.content : usual.content))
  const against = since ? `revision ${since.revision}, which was returned` : usual ? `version ${usual.number}` : null
  const nameOf = (code: string) => taxonomy.flatMap(({ subPillars }) => subPillars).find((subPillar) => subPillar.code === code)?.name ?? ''
  const text = measureTextOf(content, { code: version.economy, name: version.economyName }, { pillars: taxonomy })
  const open = threads.filter(({ settledBy }) => settledBy === null)
  return (
    <div className="min-w-0">
      <Findings {...sortFindings(findingsOf(content, checking), content.left)} measureRef={ref} state={version.state} />
      <ChosenEvents bases={content.bases} />
      <ReadingChoice
        address={`/desk/review/${ref}`}
        version={version.number}
        earlier={[
          ...returns
            .filter(({ revision }, index) => returns.findIndex((one) => one.revision === revision) === index)
            .map(({ revision, by }) => ({ name: nameOfReturned(revision), said: `Revision ${revision}, returned by ${by}` })),
          ...earlier.map(({ number, state }) => ({ name: String(number), said: `Version ${number}, ${stateNames[state].toLowerCase()}` })),
        ]}
        against={returned ? nameOfReturned(returned.revision) : usual ? String(usual.number) : null}
        nothing={usual === null}
        changesAlone={changesAlone}
      />
      <Comparison
        comparison={compareAtDesk(before ?? emptyContent, content, nameOf)}
        against={against}
        changeKind={content.changeKind}
        changeNote={content.changeNote}
      />
      <CommentingProvider>
        <Comments
          about={{ ref, version: version.number, revision: version.head.number }}
          threads={threads}
          text={readableText(text)}
          refused={{
            comment: whyNotComment(actor, version),
            insist: whyNotInsist(version),
            settle: (thread) => whyNotSettle(actor, version, thread),
          }}
          actions={{ begin: beginThread, answer: answerThread, settle: settleThread }}
        />
        {!changesAlone && (
          <section className="mt-10 border-t border-rule-strong pt-4">
            <h2 className="mb-4 text-xl font-semibold">The text as readers would see it</h2>
            <CommentableText quotes={open.map(({ id, field, quote }) => ({ id, field, quote }))}>
              <MeasureText measure={text} headingLevel={3} actsAt="/desk/acts" />
            </CommentableText>
          </section>
        )}
      </CommentingProvider>
      <PreviewPanel
        about={{ ref, version: version.number, revision: version.head.number }}
        lines={previews}
        refused={whyNotShare(actor, version)}
        actions={{ share: makePreview, revoke: endPreview }}
      />
    </div>
  )
}
