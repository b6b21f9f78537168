// The plan of an import, measure by measure, and the button that carries it out.
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { ActImport } from '#components/acts/act-import.tsx'
import { AcceptCertain } from '#components/desk/accept-certain.tsx'
import type { ChoiceOfAct } from '#components/desk/act-choice.tsx'
import { CreateDrafts } from '#components/desk/create-drafts.tsx'
import { ImportPlan } from '#components/desk/import-plan.tsx'
import { Section } from '#components/desk/section.tsx'
import { Pager } from '#components/ui/pager.tsx'
import { requireActor } from '#lib/accounts/session.ts'
import { eventsUnknown, saidOtherwise } from '#lib/imports/act-bases.ts'
import { batchActs } from '#lib/imports/act-plan-queries.ts'
import { type BatchBasis, basesOfItems, undecidedBases } from '#lib/imports/basis-queries.ts'
import { batchOf } from '#lib/imports/queries.ts'
import type { Content } from '#lib/measures/content.ts'
import { measureTextOf } from '#lib/published/measure-text.ts'
import { NotFound } from '#lib/system/errors.ts'
import { economies, pillars } from '#lib/taxonomy/queries.ts'

export const metadata = { title: 'Import' }

export default async function ImportPage({ params, searchParams }: PageProps<'/desk/imports/[id]'>) {
  const { id } = await params
  const actor = await requireActor(`/desk/imports/${id}`)
  const page = Math.max(1, Math.floor(Number((await searchParams).page)) || 1)
  const plan = await batchOf(actor, Number(id), page).catch((error) => {
    if (error instanceof NotFound) notFound()
    throw error
  })
  if (plan.batch.subject === 'acts') return <ActImport plan={plan} acts={await batchActs(actor, Number(id), page)} />
  const { batch, problems } = plan
  const waiting = plan.items.flatMap(({ outcome, ref, ordinal }) => (outcome === 'create' && ref === null ? [ordinal] : []))
  const [known, taxonomy, bases, undecided] = await Promise.all([
    economies(),
    pillars(),
    basesOfItems(actor, batch.id, waiting),
    undecidedBases(actor, batch.id),
  ])
  const items = plan.items.map((item, index) => {
    const end = plan.items[index + 1]?.line ?? Number.POSITIVE_INFINITY
    const economy = known.find(({ code }) => code === item.economy) ?? { code: item.economy ?? '', name: 'Unknown economy' }
    const its = item.outcome === 'problem' ? problems.filter(({ line }) => line >= item.line && line < end).slice(0, 5) : []
    return {
      ...item,
      problems: its,
      acts: new Map((bases.get(item.ordinal) ?? []).map((basis) => [basis.position, choiceOf(basis, item.content)])),
      economyName: economy.name,
      text: item.content && measureTextOf(item.content, economy, { pillars: taxonomy }),
    }
  })
  const same = items.filter(({ outcome }) => outcome === 'same').length
  return (
    <>
      <p className="text-muted">
        <Link href="/desk/imports">Import</Link>
      </p>
      <h1 className="mt-1 text-3xl font-semibold">{batch.fileName}</h1>
      <p className="mt-2">
        {batch.total} {batch.total === 1 ? 'measure' : 'measures'} read: {batch.toCreate} to create
        {same > 0 && batch.total <= plan.perPage ? `, ${same} the same as existing` : ''},{' '}
        {problems.length === 500 ? 'at least 500' : problems.length} {problems.length === 1 ? 'problem' : 'problems'}.
        {batch.toCreate > 0 && batch.created === batch.toCreate && (
          <>
            {' '}
            All drafts are created: they are in <Link href="/desk">my work</Link>.
          </>
        )}
      </p>
      <AcceptCertain batchId={batch.id} {...undecided} />
      <CreateDrafts batchId={batch.id} total={batch.toCreate} created={batch.created} />
      {problems.length > 0 && (
        <Section title="Problems" count={problems.length}>
          <p className="mb-2 text-muted">
            Measures with a problem are not created. Mend the text and read it again; what was created already is found again.
          </p>
          <ul className="border-t border-rule">
            {problems.map((problem) => (
              <li key={`${problem.line} ${problem.message}`} className="grid grid-cols-[6rem_1fr] border-b border-rule py-1.5">
                <span className="text-muted tabular-nums">line {problem.line}</span>
                <span className="min-w-0 wrap-anywhere">{problem.message}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title="Measures" count={batch.total} empty="No measure was found in the text.">
        <ImportPlan items={items} />
        <Pager page={page} pages={Math.ceil(batch.total / plan.perPage)} href={(page) => `/desk/imports/${batch.id}?page=${page}`} />
      </Section>
    </>
  )
}

function choiceOf({ id, position, choice, linked, proposals }: BatchBasis, content: Content | null): ChoiceOfAct {
  const read = content?.bases[position]
  const events = read?.kind === 'act' ? read.events : []
  return {
    ...{ id, choice, linked: linked?.ref ?? null },
    proposals: proposals.map(({ why, act }) => ({
      ...{ ref: act.ref, title: act.title, belongsTo: act.belongsTo, why },
      ...{ says: saidOtherwise({ events }, act), keeps: eventsUnknown({ events }, act) },
    })),
  }
}
