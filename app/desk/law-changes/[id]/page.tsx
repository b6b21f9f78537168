// A law change: what is recorded, the second person's decision, and the worklist of its impacts.
import Link from 'next/link'
import { notFound, redirect } from 'next/navigation'
import { DecisionForm } from '#components/desk/decision-form.tsx'
import { Section } from '#components/desk/section.tsx'
import { ImpactWorklist } from '#components/law-changes/impact-worklist.tsx'
import { LawChangeFacts } from '#components/law-changes/law-change-facts.tsx'
import { Banner } from '#components/ui/banner.tsx'
import { buttonClass } from '#components/ui/button.tsx'
import { whyNot } from '#lib/accounts/permissions.ts'
import { requireActor } from '#lib/accounts/session.ts'
import { whyNotDecide } from '#lib/law-changes/decision.ts'
import { addressOf, impactFilterOf } from '#lib/law-changes/impact-filter.ts'
import { assignees, impactChoices, impactWorklist } from '#lib/law-changes/impact-queries.ts'
import { didNotBegin } from '#lib/law-changes/law-change.ts'
import { lawChangeForDesk } from '#lib/law-changes/queries.ts'
import { systemClock } from '#lib/system/clock.ts'
import { NotFound } from '#lib/system/errors.ts'
import { namesNothing } from '#lib/system/query.ts'
import { boundsOf } from '#lib/timeline/partial-date.ts'
import { answerSeveral, commence, decide } from '../actions.ts'

export const metadata = { title: 'Law change' }

export default async function LawChangePage({ params, searchParams }: PageProps<'/desk/law-changes/[id]'>) {
  const { id: given } = await params
  const actor = await requireActor(`/desk/law-changes/${given}`)
  const id = Number(given)
  const lawChange = await lawChangeForDesk(actor, id).catch((error) => {
    if (error instanceof NotFound) notFound()
    throw error
  })
  const { act, state, name } = lawChange
  const now = systemClock()
  const today = now.toISOString().slice(0, 10)
  const subject = { economy: act.economyCode, proposedById: lawChange.proposedById }
  const mine = lawChange.proposedById === actor.id
  const address = await searchParams
  const { filter, asked } = impactFilterOf(address)
  if (namesNothing(address)) redirect(addressOf(`/desk/law-changes/${id}`, asked, filter.page))
  const here = { ...filter, lawChangeId: id }
  const [list, choices, people] =
    state === 'confirmed'
      ? await Promise.all([impactWorklist(actor, here, now), impactChoices(actor, here, now), assignees(actor, filter.economy)])
      : []
  const awaited = state === 'confirmed' && lawChange.notYetInForce && !lawChange.commencement && boundsOf(lawChange.date).first <= today
  const missed = lawChange.commencement && !lawChange.commencement.began ? lawChange.commencement : null
  return (
    <>
      <p className="text-muted">
        <Link href="/desk/law-changes">Law changes</Link> · {lawChange.actRef} ·{' '}
        <span className="inline-block first-letter:uppercase">{state}</span>
      </p>
      <h1 className="mt-1 max-w-4xl text-2xl font-semibold">
        {name} <span className="block font-serif text-xl font-normal">{act.title}</span>
      </h1>
      {typeof address.released === 'string' && (
        <Banner tone="good" role="status" className="mt-4">
          {Number(address.released) === 1 ? '1 measure is' : `${Number(address.released)} measures are`} published as one release.{' '}
          <Link href="/changes">Read it as the public does</Link>
        </Banner>
      )}
      <LawChangeFacts lawChange={lawChange} />
      {state === 'proposed' && (
        <Section title="Decision">
          <p className="mb-3 max-w-2xl">
            Confirmed, the event joins the events of the act, and every measure whose published text cites the act has to be looked at.
          </p>
          <div className="flex max-w-2xl flex-wrap items-start gap-6">
            <DecisionForm
              action={decide}
              about={{ id, decision: 'confirm' }}
              label="Confirm the law change"
              busyLabel="Confirming…"
              variant="primary"
              refused={whyNotDecide(actor, true, subject)}
            />
            <DecisionForm
              action={decide}
              about={{ id, decision: 'decline' }}
              label={mine ? 'Take it back' : 'Decline'}
              busyLabel="Declining…"
              refused={whyNotDecide(actor, false, subject)}
              {...(mine ? {} : { reason: { label: 'Decline with a reason' } })}
            />
          </div>
        </Section>
      )}
      {awaited && (
        <Section title="Has it begun?">
          <div className="flex max-w-2xl flex-wrap items-start gap-6">
            <DecisionForm
              action={commence}
              about={{ id, decision: 'began' }}
              label="Yes, it began"
              busyLabel="Recording…"
              variant="primary"
              refused={whyNot(actor, 'confirm commencement', act.economyCode)}
            />
            <DecisionForm
              action={commence}
              about={{ id, decision: 'did not begin' }}
              label="No, it did not"
              busyLabel="Recording…"
              reason={{ label: 'What happened instead', hint: 'Such as “Postponed to January 2028 by Law No. 12.”' }}
              refused={whyNot(actor, 'confirm commencement', act.economyCode)}
            />
          </div>
        </Section>
      )}
      {list && choices && people && (
        <Section title="Impacts">
          <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
            <p>
              {lawChange.impacts === 0
                ? 'No published measure cites the act.'
                : `${lawChange.impacts - lawChange.open} of ${lawChange.impacts} settled.`}{' '}
              {lawChange.impacts > 0 && lawChange.open === 0 && asked.show !== 'settled' && (
                <Link href={`/desk/law-changes/${id}?show=settled`}>See how each was</Link>
              )}
            </p>
            <Link href={`/desk/law-changes/${id}/release`} className={buttonClass()}>
              Review and release the updates
            </Link>
          </div>
          {missed && lawChange.open > 0 && (
            <Banner tone="warn" className="mb-4">
              <p className="font-semibold">
                It did not begin, and {lawChange.open === 1 ? 'one impact is' : `${lawChange.open} impacts are`} open.
              </p>
              <ul className="list-disc pl-5 text-ink">
                <li>Choose them below and answer “Not affected”: the reason is written already. A second person checks each.</li>
                <li>
                  A version that was begun for it tells the event:{' '}
                  <Link href={`/desk/law-changes/${id}/release`}>look at the versions</Link>, and discard them or mend their timelines.
                </li>
                <li>
                  The register tells the event: <Link href={`/desk/acts/${lawChange.actRef}`}>mend {lawChange.actRef}</Link>. If another day
                  is set, <Link href={`/desk/law-changes/new?act=${lawChange.actRef}`}>record that as a law change</Link>.
                </li>
              </ul>
            </Banner>
          )}
          <ImpactWorklist
            reason={missed ? didNotBegin(name, missed) : ''}
            list={list}
            choices={choices}
            people={people}
            action={answerSeveral}
            refused={{ settle: whyNot(actor, 'settle impact', null), check: whyNot(actor, 'check impact', null) }}
            address={`/desk/law-changes/${id}`}
            asked={{ ...asked, change: '' }}
            today={today}
          />
        </Section>
      )}
    </>
  )
}
