// The acts that published measures cite: by title or number in any script, by economy or union; the question is in the address.
import type { Metadata } from 'next'
import Link from 'next/link'
import { ActEntry } from '#components/acts/act-entry.tsx'
import { PageHeading } from '#components/site/page-heading.tsx'
import { buttonClass } from '#components/ui/button.tsx'
import { Field } from '#components/ui/field.tsx'
import { Pager } from '#components/ui/pager.tsx'
import { Select } from '#components/ui/select.tsx'
import { TextInput } from '#components/ui/text-input.tsx'
import { listActs, ownersOfActs } from '#lib/published/act-queries.ts'
import { z } from '#lib/system/zod.ts'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = {
  title: 'Acts',
  description: 'The laws, orders and treaties on which the published measures rest, each with its events and its measures.',
  alternates: { canonical: '/acts' },
}

const asked = z.object({
  q: z.string().trim().max(200).catch('').default(''),
  economy: z
    .string()
    .regex(/^[A-Z]{2,8}$/)
    .optional()
    .catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).default(1).catch(1),
})

export default async function ActsPage({ searchParams }: PageProps<'/acts'>) {
  const { q, economy, page } = asked.parse(await searchParams)
  const [list, owners] = await Promise.all([listActs({ q, page, ...(economy && { economy }) }), ownersOfActs()])
  const href = (to: number) => {
    const query = new URLSearchParams({ ...(q && { q }), ...(economy && { economy }), ...(to > 1 && { page: String(to) }) })
    return query.size > 0 ? `/acts?${query}` : '/acts'
  }
  return (
    <>
      <PageHeading title="Acts">
        <p className="text-base">The laws, orders and treaties on which the published measures rest.</p>
      </PageHeading>
      <div className="grid gap-x-14 gap-y-8 lg:grid-cols-[16rem_minmax(0,1fr)] print:block">
        <search>
          <form action="/acts" method="get" className="space-y-4">
            <Field id="q" label="Title or number" hint="In English or in the original language.">
              <TextInput id="q" name="q" type="search" defaultValue={q} aria-describedby="q-hint" />
            </Field>
            <Field id="economy" label="Economy or union" hint="With the acts of the unions that it belongs to.">
              <Select id="economy" name="economy" defaultValue={economy ?? ''} aria-describedby="economy-hint" className="w-full">
                <option value="">All</option>
                {[...new Map(owners.map((owner) => [owner.code, owner])).values()].map(({ code, name }) => (
                  <option key={code} value={code}>
                    {name}
                  </option>
                ))}
              </Select>
            </Field>
            <div className="flex items-baseline gap-4">
              <button type="submit" className={buttonClass('primary')}>
                Show acts
              </button>
              <a href="/acts" className="text-sm">
                Clear all
              </a>
            </div>
          </form>
        </search>
        <section aria-labelledby="results" className="min-w-0">
          <h2 id="results" className="mb-3 font-sans text-base font-semibold">
            {list.total.toLocaleString('en')} {list.total === 1 ? 'act' : 'acts'}
          </h2>
          {list.items.length === 0 ? (
            <p className="reading">
              No act that a published measure cites fits. <Link href="/acts">Show all acts</Link>
            </p>
          ) : (
            <ul>
              {list.items.map((act) => (
                <ActEntry key={act.ref} act={act} />
              ))}
            </ul>
          )}
          {list.total > 0 && (
            <p className="mt-4 text-sm text-muted print:hidden">
              All acts as <a href="/downloads/acts.csv">CSV</a> or <a href="/downloads/acts.json">JSON</a>
            </p>
          )}
          <Pager page={list.page} pages={Math.ceil(list.total / list.perPage)} href={href} />
        </section>
      </div>
    </>
  )
}
