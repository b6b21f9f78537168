// The history of a measure: every revision, any two of them compared, and a way to bring an earlier text back.
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { DecisionForm } from '#components/desk/decision-form.tsx'
import { KeptRefusal } from '#components/desk/kept-refusal.tsx'
import { HistoryTable } from '#components/history/history-table.tsx'
import { RevisionsCompared } from '#components/history/revisions-compared.tsx'
import { Button } from '#components/ui/button.tsx'
import { whyNot } from '#lib/accounts/permissions.ts'
import { requireActor } from '#lib/accounts/session.ts'
import { broughtBackIn } from '#lib/audit/queries.ts'
import { compareAtDesk } from '#lib/measures/compare-at-desk.ts'
import { historyOf, revisionOf } from '#lib/measures/history-queries.ts'
import { titleOf } from '#lib/measures/measure.ts'
import { deskMeasure } from '#lib/measures/queries.ts'
import { isEarlier, readRevisionName, revisionName } from '#lib/measures/revision.ts'
import { draftTransitions, isOpen, whyNotByRule } from '#lib/measures/version.ts'
import { NotFound } from '#lib/system/errors.ts'
import { pillars } from '#lib/taxonomy/queries.ts'
import { restore } from '../../actions.ts'

export async function generateMetadata({ params }: PageProps<'/desk/measures/[ref]/history'>) {
  return { title: `History of ${(await params).ref}` }
}

const orNotFound = (error: unknown): never => {
  if (error instanceof NotFound) notFound()
  throw error
}

export default async function HistoryPage({ params, searchParams }: PageProps<'/desk/measures/[ref]/history'>) {
  const [{ ref }, asked] = await Promise.all([params, searchParams])
  const path = `/desk/measures/${ref}/history`
  const actor = await requireActor(path)
  const before = /^[1-9]\d{0,8}$/.test(String(asked.before ?? '')) ? Number(asked.before) : null
  const [measure, page, taxonomy, broughtBack] = await Promise.all([
    deskMeasure(actor, ref).catch(orNotFound),
    historyOf(actor, ref, before),
    pillars(),
    broughtBackIn(actor, ref),
  ])
  const { latest, open } = measure
  if (!latest) notFound()
  const marks = [readRevisionName(asked.from), readRevisionName(asked.to)] as const
  const [earlier, later] = marks[0] && marks[1] && isEarlier(marks[1], marks[0]) ? [marks[1], marks[0]] : marks
  const both =
    earlier && later
      ? await Promise.all([revisionOf(actor, ref, earlier).catch(orNotFound), revisionOf(actor, ref, later).catch(orNotFound)])
      : null
  const nameOf = (code: string) => taxonomy.flatMap(({ subPillars }) => subPillars).find((subPillar) => subPillar.code === code)?.name ?? ''
  const newest = { version: latest.number, revision: latest.head.number }
  const refused = open ? whyNotByRule(actor, draftTransitions.save, open) : whyNot(actor, 'edit draft', measure.economy)
  const [head, previous] = page.items
  return (
    <KeptRefusal>
      <p className="text-muted">
        <Link href={`/desk/measures/${ref}`} className="tabular-nums">
          {ref}
        </Link>{' '}
        · {measure.economyName}
      </p>
      <h1 className="mt-1 max-w-4xl text-2xl font-semibold">{titleOf(latest.head.content)}: history</h1>
      {both && (
        <RevisionsCompared
          from={both[0]}
          to={both[1]}
          comparison={compareAtDesk(both[0].content, both[1].content, nameOf)}
          restoring={[both[1], both[0]]
            .filter((one) => revisionName(one) !== revisionName(newest))
            .map((one) => (
              <DecisionForm
                key={revisionName(one)}
                action={restore}
                about={{ ref, from: revisionName(one), basedOn: revisionName(newest) }}
                label={`Bring back ${revisionName(one)}`}
                busyLabel="Bringing back…"
                refused={refused}
              />
            ))}
          hint={
            open && isOpen(open.state)
              ? `What you bring back becomes the newest revision of version ${open.number}. Nothing is overwritten.`
              : `What you bring back begins version ${latest.number + 1}, as a draft. What is published stays.`
          }
        />
      )}
      <form action={path} className="mt-8">
        <div className="mb-2 flex flex-wrap items-center justify-between gap-3">
          <h2 className="text-xl font-semibold">Revisions</h2>
          <Button type="submit">Compare the two that are marked</Button>
        </div>
        <HistoryTable
          lines={page.items}
          broughtBack={broughtBack}
          from={both ? revisionName(both[0]) : previous ? revisionName(previous) : ''}
          to={both ? revisionName(both[1]) : head ? revisionName(head) : ''}
        />
      </form>
      {page.older !== null && (
        <p className="mt-4">
          <Link href={`${path}?before=${page.older}`}>Older revisions</Link>
        </p>
      )}
    </KeptRefusal>
  )
}
