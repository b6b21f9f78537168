// One act at the desk: its form, who cites it, and for administrators its merging with another.
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { ActForm } from '#components/acts/act-form.tsx'
import { ActHistory } from '#components/acts/act-history.tsx'
import { CitingTable } from '#components/acts/citing-table.tsx'
import { MergePanel } from '#components/acts/merge-panel.tsx'
import { KeptRefusal } from '#components/desk/kept-refusal.tsx'
import { Section } from '#components/desk/section.tsx'
import { Banner } from '#components/ui/banner.tsx'
import { Pager } from '#components/ui/pager.tsx'
import { may, whyNotAct } from '#lib/accounts/permissions.ts'
import { requireActor } from '#lib/accounts/session.ts'
import { actOf, citingMeasures, unions } from '#lib/acts/queries.ts'
import { actHistoryOf } from '#lib/audit/queries.ts'
import { NotFound } from '#lib/system/errors.ts'
import { z } from '#lib/system/zod.ts'
import { economies } from '#lib/taxonomy/queries.ts'
import { merge, saveAct } from '../actions.ts'

export async function generateMetadata({ params }: PageProps<'/desk/acts/[ref]'>) {
  return { title: (await params).ref }
}

const asked = z.object({
  into: z.string().trim().toUpperCase().max(20).catch('').default(''),
  page: z.coerce.number().int().min(1).max(10_000).default(1).catch(1),
})
const orNone = (error: unknown) => {
  if (error instanceof NotFound) return null
  throw error
}

export default async function DeskActPage({ params, searchParams }: PageProps<'/desk/acts/[ref]'>) {
  const { ref } = await params
  const actor = await requireActor(`/desk/acts/${ref}`)
  const { into: wanted, page } = asked.parse(await searchParams)
  const act = await actOf(actor, ref).catch(orNone)
  if (!act) notFound()
  const [citing, known, joined, history, found] = await Promise.all([
    citingMeasures(actor, act.id, page),
    economies(),
    unions(),
    actHistoryOf(actor, ref),
    wanted === '' ? null : actOf(actor, wanted).catch(orNone),
  ])
  const into = found && found.id !== act.id && found.mergedInto === null ? found : null
  const refused = whyNotAct(actor, 'edit act', act.economy)
  const named = ({ code, name }: { code: string; name: string }) => ({ code, name })
  return (
    <div className="max-w-3xl">
      <p className="text-muted tabular-nums">
        {act.ref} · {act.belongsTo}
      </p>
      <h1 className="mt-1 mb-6 text-3xl font-semibold wrap-anywhere">{act.title}</h1>
      <KeptRefusal>
        {act.mergedInto !== null ? (
          <Banner tone="warn">
            This act was merged into <Link href={`/desk/acts/${act.mergedInto}`}>{act.mergedInto}</Link>. Its citations count for that one.
          </Banner>
        ) : refused !== null ? (
          <Banner tone="warn">{refused}</Banner>
        ) : (
          <ActForm
            initial={act}
            based={{ ref: act.ref, edition: act.edition }}
            economies={known.map(named)}
            unions={joined.map(named)}
            save={saveAct}
          />
        )}
        <Section title="Measures that cite it" {...(citing.total === 0 && { count: 0 })} empty="No measure cites it.">
          <CitingTable rows={citing.items} act={act.ref} />
          <Pager
            page={citing.page}
            pages={Math.ceil(citing.total / citing.perPage)}
            href={(to) => `/desk/acts/${act.ref}?${new URLSearchParams({ page: String(to) })}`}
          />
        </Section>
        <ActHistory lines={history} />
        {act.mergedInto === null && may(actor, 'merge acts', act.economy || null) && (
          <MergePanel act={act} measures={citing.total} asked={wanted} into={into} merge={merge} />
        )}
      </KeptRefusal>
    </div>
  )
}
