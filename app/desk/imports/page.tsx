// Imports: measures or acts, pasted or uploaded, are read first and written only afterwards.
import Link from 'next/link'
import { ActColumns } from '#components/acts/act-columns.tsx'
import { ImportForm } from '#components/desk/import-form.tsx'
import { Moment } from '#components/desk/moment.tsx'
import { Section } from '#components/desk/section.tsx'
import { requireActor } from '#lib/accounts/session.ts'
import { recentBatches } from '#lib/imports/queries.ts'

export const metadata = { title: 'Import' }

export default async function ImportsPage() {
  const actor = await requireActor('/desk/imports')
  const batches = await recentBatches(actor)
  return (
    <>
      <h1 className="text-3xl font-semibold">Import</h1>
      <p className="mt-2 max-w-3xl text-muted">
        A page of the Digital Trade Integration form: economy, one statement per basis, pillar and sub-pillar, titles, description,
        coverage. It is read first; you see what each measure would become, and nothing is created until you say so. Everything that is
        created is a draft.
      </p>
      <ActColumns />
      <ImportForm />
      <Section title="Read before" count={batches.length} empty="Nothing has been imported yet.">
        <ul className="border-t border-rule">
          {batches.map((batch) => (
            <li key={batch.id} className="flex flex-wrap items-baseline justify-between gap-x-6 border-b border-rule py-2">
              <Link href={`/desk/imports/${batch.id}`} className="font-medium">
                {batch.fileName}
              </Link>
              <span className="text-sm text-muted">
                {batch.created} of {batch.toCreate} {batch.subject === 'acts' ? 'acts written' : 'drafts created'} · {batch.problems}{' '}
                {batch.problems === 1 ? 'problem' : 'problems'} · {batch.by} · <Moment at={batch.at} />
              </span>
            </li>
          ))}
        </ul>
      </Section>
    </>
  )
}
