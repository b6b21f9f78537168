// One impact: what the law change asks of the measure, its timeline rewritten, and how it is settled.
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { DecisionForm } from '#components/desk/decision-form.tsx'
import { AnswerPanel } from '#components/law-changes/answer-panel.tsx'
import { WaitingVersion } from '#components/law-changes/waiting-version.tsx'
import { ComparisonView } from '#components/measures/comparison.tsx'
import { Banner } from '#components/ui/banner.tsx'
import { Field } from '#components/ui/field.tsx'
import { Select } from '#components/ui/select.tsx'
import { whyNot } from '#lib/accounts/permissions.ts'
import { requireActor } from '#lib/accounts/session.ts'
import { whyNotAnswer, whyNotCheck } from '#lib/law-changes/impact.ts'
import { assignees } from '#lib/law-changes/impact-queries.ts'
import { didNotBegin } from '#lib/law-changes/law-change.ts'
import { impactForDesk } from '#lib/law-changes/queries.ts'
import { compareAtDesk } from '#lib/measures/compare-at-desk.ts'
import { titleOf } from '#lib/measures/measure.ts'
import { whyNotNow } from '#lib/review/workflow.ts'
import { NotFound } from '#lib/system/errors.ts'
import { renderDate } from '#lib/timeline/partial-date.ts'
import { assign, check, notAffected, takeBackAndUpdate, update } from '../../actions.ts'

export const metadata = { title: 'Impact' }

const dayOf = (at: Date) => renderDate(at.toISOString().slice(0, 10))

export default async function ImpactPage({ params }: PageProps<'/desk/law-changes/impacts/[id]'>) {
  const { id: given } = await params
  const actor = await requireActor(`/desk/law-changes/impacts/${given}`)
  const impact = await impactForDesk(actor, Number(given)).catch((error) => {
    if (error instanceof NotFound) notFound()
    throw error
  })
  const { lawChange, ref, before, proposed, open, state, answer } = impact
  const people = (await assignees(actor, impact.economy)).filter(({ id }) => id !== impact.personId)
  const refused = whyNotAnswer(actor, impact)
  const { waits } = impact
  const gone = impact.isPublished ? null : 'The measure is not published any more.'
  const missed = lawChange.commencement && !lawChange.commencement.began ? lawChange.commencement : null
  const subject = { ...impact, answeredById: answer?.answeredById ?? 0 }
  return (
    <>
      <p className="text-muted">
        <Link href={`/desk/law-changes/${lawChange.id}`}>{lawChange.name}</Link> · {lawChange.act.title}
      </p>
      <h1 className="mt-1 max-w-4xl text-2xl font-semibold">
        <Link href={`/desk/measures/${ref}`} className="text-muted tabular-nums no-underline hover:underline">
          {ref}
        </Link>{' '}
        {before ? titleOf(before) : ''}
      </h1>
      <p className="mt-1 text-muted">
        {impact.economyName} · <span className="inline-block first-letter:uppercase">{state}</span> · {impact.person.name} ·{' '}
        {impact.settledAt ? `settled ${dayOf(impact.settledAt)}` : `due ${dayOf(impact.dueOn)}`}
      </p>
      <div className="mt-6 grid gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="min-w-0">
          <h2 className="text-xl font-semibold">What the law change asks</h2>
          <p className="mt-2 max-w-2xl border-l-4 border-rule-strong pl-3 whitespace-pre-wrap">{lawChange.note}</p>
          {missed && impact.settledAt === null && (
            <Banner tone="warn" className="mt-3 max-w-2xl">
              <p className="font-semibold">It did not begin, as {missed.recorderName} recorded.</p>
              <p className="text-ink">{missed.note}</p>
              <p className="text-ink">Unless the measure has to say so, it is not affected.</p>
            </Banner>
          )}
          {impact.goesOn && <p className="mt-3 text-sm text-muted">Version {impact.goesOn} is open: this is what would change in it.</p>}
          {before && proposed && <ComparisonView comparison={compareAtDesk(before, proposed, () => '')} headingLevel={3} />}
        </div>
        <aside aria-label="Settle" className="space-y-5 self-start border border-rule bg-surface p-4 lg:sticky lg:top-4">
          <AnswerPanel
            impact={{ id: impact.id, ref, state, answer }}
            check={check}
            refused={{ accept: whyNotCheck(actor, true, subject), decline: whyNotCheck(actor, false, subject) }}
            mine={answer?.answeredById === actor.id}
          />
          {state === 'open' && (
            <>
              {waits && impact.isPublished ? (
                <WaitingVersion
                  impactId={impact.id}
                  version={waits}
                  refused={refused ?? whyNotNow(actor, 'take back', waits)}
                  action={takeBackAndUpdate}
                />
              ) : (
                <DecisionForm
                  action={update}
                  about={{ impactId: impact.id }}
                  label={open ? `Rewrite the timeline in version ${open.number}` : 'Update: open the next version'}
                  busyLabel="Opening…"
                  variant="primary"
                  refused={refused ?? gone}
                >
                  <p className="text-sm text-muted">The timeline is rewritten as shown; the description is yours to go on with.</p>
                </DecisionForm>
              )}
              <hr className="border-rule" />
              <DecisionForm
                action={notAffected}
                about={{ impactId: impact.id }}
                label="Not affected"
                busyLabel="Recording…"
                refused={refused}
                reason={{
                  label: 'Not affected, because',
                  hint: 'A second person checks it.',
                  ...(missed ? { text: didNotBegin(lawChange.name, missed) } : {}),
                }}
              />
            </>
          )}
          {impact.settledAt === null && (
            <details className="border-t border-rule pt-3">
              <summary className="cursor-pointer text-sm text-muted">It is the turn of {impact.person.name}</summary>
              <div className="mt-3">
                <DecisionForm
                  action={assign}
                  about={{ impactId: impact.id }}
                  label="Give it to them"
                  busyLabel="Giving…"
                  refused={whyNot(actor, 'settle impact', impact.economy)}
                >
                  <Field id="person" label="Somebody else">
                    <Select id="person" name="personId" defaultValue="">
                      <option value="">Choose…</option>
                      {people.map(({ id, name }) => (
                        <option key={id} value={id}>
                          {name}
                        </option>
                      ))}
                    </Select>
                  </Field>
                </DecisionForm>
              </div>
            </details>
          )}
        </aside>
      </div>
    </>
  )
}
