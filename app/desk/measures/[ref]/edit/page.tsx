// The form of the open version of a measure.
import Link from 'next/link'
import { notFound, redirect } from 'next/navigation'
import { MeasureForm } from '#components/desk/measure-form/measure-form.tsx'
import { ReturnedNote } from '#components/desk/returned-note.tsx'
import { Comments } from '#components/review/comments.tsx'
import { Banner } from '#components/ui/banner.tsx'
import { requireActor } from '#lib/accounts/session.ts'
import { registerEntry } from '#lib/acts/act.ts'
import { standingActs } from '#lib/acts/queries.ts'
import { checkContext, deskMeasure, knownCoverages } from '#lib/measures/queries.ts'
import { draftTransitions, isEditable, whyNotByRule } from '#lib/measures/version.ts'
import { measureTextOf } from '#lib/published/measure-text.ts'
import { readableText } from '#lib/published/readable-text.ts'
import { whyNotComment, whyNotSettle } from '#lib/review/comment.ts'
import { threadsOf } from '#lib/review/comment-queries.ts'
import { returnsOf } from '#lib/review/queries.ts'
import { NotFound } from '#lib/system/errors.ts'
import { pillars } from '#lib/taxonomy/queries.ts'
import { actForBasis, proposeForBasis, registerFromBasis } from '../../../acts/actions.ts'
import { answerThread, settleThread } from '../../../review/actions.ts'
import { discard, submitForReview } from '../../actions.ts'

const register = { propose: proposeForBasis, take: actForBasis, enter: registerFromBasis }

export async function generateMetadata({ params }: PageProps<'/desk/measures/[ref]/edit'>) {
  return { title: `Edit ${(await params).ref}` }
}

export default async function EditMeasurePage({ params }: PageProps<'/desk/measures/[ref]/edit'>) {
  const { ref } = await params
  const actor = await requireActor(`/desk/measures/${ref}/edit`)
  const measure = await deskMeasure(actor, ref).catch((error) => {
    if (error instanceof NotFound) notFound()
    throw error
  })
  const { open, published } = measure
  if (!open || !isEditable(open.state)) redirect(`/desk/measures/${ref}`)
  const refused = whyNotByRule(actor, draftTransitions.save, open)
  const refs = open.head.content.bases.flatMap((basis) => (basis.kind === 'act' && basis.actRef ? [basis.actRef] : []))
  const [taxonomy, coverages, returns, checking, cited, threads] = await Promise.all([
    pillars(),
    knownCoverages(actor),
    returnsOf(actor, open.id),
    checkContext(actor, open, published?.head.content ?? null),
    standingActs(actor, refs),
    threadsOf(actor, open.id),
  ])
  const text = () =>
    readableText(measureTextOf(open.head.content, { code: measure.economy, name: measure.economyName }, { pillars: taxonomy }))
  return (
    <>
      <div className="mb-5 flex flex-wrap items-baseline justify-between gap-x-4">
        <h1 className="text-3xl font-semibold">
          {published ? 'Amend' : 'Edit'} <span className="tabular-nums">{ref}</span>
        </h1>
        <p className="text-muted">
          {measure.economyName} · version {open.number} · <Link href={`/desk/measures/${ref}`}>history</Link>
          {published && (
            <>
              {' · '}
              <Link href={`/measures/${ref}`}>published version {published.number}</Link>
            </>
          )}
        </p>
      </div>
      {open.state === 'returned' && <ReturnedNote returns={returns} />}
      {threads.length > 0 && (
        <Comments
          about={{ ref, version: open.number, revision: open.head.number }}
          threads={threads}
          text={text()}
          refused={{ comment: whyNotComment(actor, open), settle: (thread) => whyNotSettle(actor, open, thread) }}
          actions={{ answer: answerThread, settle: settleThread }}
        />
      )}
      {refused !== null ? (
        <Banner tone="warn">{refused}</Banner>
      ) : (
        <MeasureForm
          key={`${ref} ${open.number}`}
          measureRef={ref}
          economy={measure.economy}
          economyName={measure.economyName}
          versionNumber={open.number}
          initial={open.head.content}
          basedOn={open.head.number}
          taxonomy={taxonomy.map(({ number, name, subPillars }) => ({
            number,
            name,
            subPillars: subPillars.map(({ code, name }) => ({ code, name })),
          }))}
          coverageSuggestions={coverages}
          published={published?.head.content ?? null}
          checking={checking}
          register={register}
          citedActs={Object.fromEntries([...cited].map(([asked, act]) => [asked, registerEntry(act)]))}
          person={{ id: actor.id, name: actor.name, email: actor.email }}
          submit={submitForReview}
          discard={discard}
          submittedHref={`/desk/review/${ref}`}
          discardedHref={`/desk/measures/${ref}`}
        />
      )}
    </>
  )
}
