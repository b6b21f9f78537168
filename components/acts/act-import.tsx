// The plan of an import of acts: how many would be entered and changed, what is wrong in which line and column, and each act with what changes of it.
import Link from 'next/link'
import { CreateDrafts } from '#components/desk/create-drafts.tsx'
import { Section } from '#components/desk/section.tsx'
import { ProseRuns } from '#components/measures/prose-runs.tsx'
import { Pager } from '#components/ui/pager.tsx'
import type { BatchAct, batchActs } from '#lib/imports/act-plan-queries.ts'
import type { batchOf } from '#lib/imports/queries.ts'
import { compareProse } from '#lib/measures/compare.ts'
import { renderStatement } from '#lib/timeline/render-statement.ts'
import { OriginalTitle } from './act-titles.tsx'
import { fieldNames } from './field-names.ts'

type Props = {
  plan: Pick<Awaited<ReturnType<typeof batchOf>>, 'batch' | 'problems'>
  acts: Awaited<ReturnType<typeof batchActs>>
}

export function ActImport({ plan: { batch, problems }, acts }: Props) {
  const toWrite = acts.create + acts.update - acts.refusals
  return (
    <>
      <p className="text-muted">
        <Link href="/desk/imports">Import</Link>
      </p>
      <h1 className="mt-1 text-3xl font-semibold wrap-anywhere">{batch.fileName}</h1>
      <p className="mt-2">
        {batch.total} {batch.total === 1 ? 'act' : 'acts'} read: {acts.create} to enter, {acts.update} to change, {acts.same} there already,{' '}
        {problems.length === 500 ? 'at least 500' : problems.length} {problems.length === 1 ? 'problem' : 'problems'}.
      </p>
      <CreateDrafts acts batchId={batch.id} total={toWrite} created={acts.done} />
      {problems.length > 0 && (
        <Section title="Problems" count={problems.length}>
          <p className="mb-2 text-muted">
            Acts with a problem are not written. Mend the file and read it again; what was written already is found again.
          </p>
          <ul className="border-t border-rule">
            {problems.map(({ line, column, message }) => (
              <li key={`${line} ${column} ${message}`} className="grid gap-x-4 border-b border-rule py-1.5 sm:grid-cols-[14rem_1fr]">
                <span className="text-muted tabular-nums">
                  line {line}
                  {column !== '' && `, column ${column}`}
                </span>
                <span className="min-w-0 wrap-anywhere">{message}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title="Acts" count={batch.total} empty="No act was found in the file.">
        <ol className="border-t border-rule">
          {acts.items.map((item) => (
            <PlannedAct key={item.ordinal} item={item} />
          ))}
        </ol>
        <Pager page={acts.page} pages={Math.ceil(batch.total / acts.perPage)} href={(page) => `/desk/imports/${batch.id}?page=${page}`} />
      </Section>
    </>
  )
}

const looks = { create: 'text-good', update: 'text-accent', same: 'text-muted', problem: 'text-bad' }

function outcomeOf({ outcome, done, refusal, firstLine }: BatchAct): string {
  if (refusal !== '') return 'Left as it was'
  if (outcome === 'create') return done ? 'Entered' : 'Would be entered'
  if (outcome === 'update') return done ? 'Changed' : 'Would be changed'
  if (outcome === 'same') return firstLine === null ? 'There already' : `Same as line ${firstLine}`
  return 'Problem: not written'
}

function PlannedAct({ item }: { item: BatchAct }) {
  const { act, before, after } = item
  return (
    <li className="grid gap-x-6 gap-y-1 border-b border-rule py-3 sm:grid-cols-[11rem_1fr]">
      <div className="text-sm">
        <p className={`font-semibold ${item.refusal === '' ? looks[item.outcome] : 'text-bad'}`}>{outcomeOf(item)}</p>
        <p className="text-muted">
          {item.ref && (
            <>
              <Link href={`/desk/acts/${item.ref}`}>{item.ref}</Link>,{' '}
            </>
          )}
          line {item.line}
        </p>
      </div>
      <div className="min-w-0 wrap-anywhere">
        <p className="font-serif font-semibold">{act.title || 'No title'}</p>
        <OriginalTitle title={act.originalTitle} language={act.originalLanguage} className="font-serif text-[0.9375rem]" />
        {item.refusal !== '' && <p className="text-sm text-bad">{item.refusal}</p>}
        {item.outcome === 'update' ? (
          <dl className="mt-1 space-y-1 text-[0.9375rem]">
            {Object.entries(after).map(([field, text]) => (
              <div key={field} className="grid gap-x-3 sm:grid-cols-[8rem_minmax(0,1fr)]">
                <dt className="text-muted">{fieldNames[field] ?? field}</dt>
                <dd>
                  <ProseRuns runs={compareProse(before[field] ?? '', text)} />
                </dd>
              </div>
            ))}
          </dl>
        ) : (
          <p className="text-sm text-muted">{[act.number, renderStatement(act.events)].filter(Boolean).join(' · ')}</p>
        )}
      </div>
    </li>
  )
}
