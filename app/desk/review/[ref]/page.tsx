// The review of a version: what a reviewer reads, and beside it what they decide.
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { ReturnedNote } from '#components/desk/returned-note.tsx'
import { StateBadge } from '#components/desk/state-badge.tsx'
import { QueueSteps } from '#components/review/queue-steps.tsx'
import { requireActor } from '#lib/accounts/session.ts'
import { titleOf } from '#lib/measures/measure.ts'
import { deskMeasure, versionForDesk } from '#lib/measures/queries.ts'
import { returnsOf } from '#lib/review/queries.ts'
import { neighboursInQueue } from '#lib/review/queue-queries.ts'
import { NotFound } from '#lib/system/errors.ts'
import { Deciding } from './deciding.tsx'
import { Reading } from './reading.tsx'

export async function generateMetadata({ params }: PageProps<'/desk/review/[ref]'>) {
  return { title: `Review ${(await params).ref}` }
}

export default async function ReviewVersionPage({ params, searchParams }: PageProps<'/desk/review/[ref]'>) {
  const { ref } = await params
  const actor = await requireActor(`/desk/review/${ref}`)
  const asked = await searchParams
  const measure = await deskMeasure(actor, ref).catch((error) => {
    if (error instanceof NotFound) notFound()
    throw error
  })
  const version = asked.version ? await versionForDesk(actor, ref, Number(asked.version)) : (measure.open ?? measure.latest)
  if (!version) notFound()
  const [returns, queue] = await Promise.all([returnsOf(actor, version.id), neighboursInQueue(actor, ref)])
  const sinceReturn = `/desk/review/${ref}?version=${version.number}&against=${version.number}.${returns[0]?.revision ?? 1}`
  return (
    <>
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <p className="flex flex-wrap items-center gap-2 text-muted">
          <Link href={`/desk/measures/${ref}`} className="tabular-nums">
            {ref}
          </Link>
          {version.economyName} · version {version.number} <StateBadge state={version.state} />
        </p>
        {queue && <QueueSteps {...queue} />}
      </div>
      <h1 className="mt-1 mb-5 max-w-4xl text-2xl font-semibold">{titleOf(version.head.content)}</h1>
      {version.state === 'returned' && <ReturnedNote returns={returns} />}
      {version.state === 'in_review' && <ReturnedNote returns={returns} since={sinceReturn} />}
      <div className="grid gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <Reading actor={actor} measure={measure} version={version} returns={returns} asked={asked} />
        <Deciding actor={actor} measure={measure} version={version} />
      </div>
    </>
  )
}
