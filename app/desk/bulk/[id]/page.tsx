// Several measures changed together: the plan before, the progress meanwhile, the results afterwards.
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { BulkButton } from '#components/bulk/bulk-button.tsx'
import { BulkItems } from '#components/bulk/bulk-items.tsx'
import { BulkProgress } from '#components/bulk/bulk-progress.tsx'
import { LookAgain } from '#components/bulk/look-again.tsx'
import { Moment } from '#components/desk/moment.tsx'
import { buttonClass } from '#components/ui/button.tsx'
import { Pager } from '#components/ui/pager.tsx'
import { requireActor } from '#lib/accounts/session.ts'
import { bulkStateNames, deedNames, itemStates, mayBegin } from '#lib/bulk/bulk.ts'
import { bulkItems, bulkOf, itemsPerPage } from '#lib/bulk/queries.ts'
import { NotFound } from '#lib/system/errors.ts'
import { beginPlanned, planAgain, stopRunning } from '../actions.ts'

export const metadata = { title: 'Bulk changes' }

export default async function BulkPage({ params, searchParams }: PageProps<'/desk/bulk/[id]'>) {
  const { id } = await params
  const actor = await requireActor(`/desk/bulk/${id}`)
  const bulk = await bulkOf(actor, Number(id)).catch((error) => {
    if (error instanceof NotFound) notFound()
    throw error
  })
  const given = await searchParams
  const show = itemStates.find((one) => one === given.show)
  const page = Math.max(1, Math.floor(Number(given.page)) || 1)
  const items = await bulkItems(bulk, page, show)
  const { deed, state, counts, total, mine, person, subPillar, reason } = bulk
  const left = counts.refused + counts.failed
  const to = person || subPillar
  return (
    <>
      <p className="text-muted">
        <Link href="/desk/bulk">Bulk changes</Link>
      </p>
      <h1 className="mt-1 text-3xl font-semibold">
        {deedNames[deed].label}: {total.toLocaleString('en')} {total === 1 ? 'measure' : 'measures'}
        {to && `, to ${to}`}
      </h1>
      <p className="mt-2">
        {bulkStateNames[state]}, {mine ? 'by you' : `by ${bulk.by}`}, <Moment at={bulk.at} />.{' '}
        {state === 'planned' && (counts.waiting > 0 ? planned(counts.waiting, left) : 'None of them can be done as they stand.')}
        {state === 'stopped' && `${counts.waiting.toLocaleString('en')} are left. What is done stays done.`}
      </p>
      {reason && <p className="mt-3 max-w-2xl border-l-4 border-rule-strong pl-3 font-serif whitespace-pre-wrap">{reason}</p>}
      <BulkProgress id={bulk.id} state={state} total={total} counts={counts} shown={show ?? ''} />
      <div className="mt-4 flex flex-wrap items-start gap-3">
        {mine && mayBegin(state, counts) && (
          <BulkButton
            action={beginPlanned}
            bulk={bulk.id}
            label={
              state === 'planned'
                ? `${deedNames[deed].label}: ${counts.waiting.toLocaleString('en')}`
                : `Go on with the other ${counts.waiting}`
            }
            busyLabel="Beginning…"
            variant="primary"
          />
        )}
        {state === 'running' && <BulkButton action={stopRunning} bulk={bulk.id} label="Stop" busyLabel="Stopping…" />}
        {mine && (state === 'done' || state === 'stopped') && left > 0 && (
          <BulkButton
            action={planAgain}
            bulk={bulk.id}
            label={`Try the refused again: ${left.toLocaleString('en')}`}
            busyLabel="Planning…"
          />
        )}
        {state !== 'planned' && (
          <a href={`/desk/bulk/${bulk.id}/results.csv`} className={buttonClass()}>
            Results as CSV
          </a>
        )}
      </div>
      {state === 'running' && <LookAgain />}
      <div className="mt-6">
        <BulkItems items={items} planned={state === 'planned'} />
      </div>
      <Pager
        page={page}
        pages={Math.ceil((show ? counts[show] : total) / itemsPerPage)}
        href={(page) => `/desk/bulk/${bulk.id}?${new URLSearchParams({ ...(show && { show }), page: String(page) })}`}
      />
    </>
  )
}

const planned = (waiting: number, refused: number) =>
  refused === 0
    ? 'Nothing is done yet.'
    : `Nothing is done yet: ${waiting.toLocaleString('en')} can be done, ${refused.toLocaleString('en')} cannot.`
