// All measures as the desk knows them: find one to read, to go on with or to amend.
import Link from 'next/link'
import { Section } from '#components/desk/section.tsx'
import { VersionTable } from '#components/desk/version-table.tsx'
import { Button, buttonClass } from '#components/ui/button.tsx'
import { Pager } from '#components/ui/pager.tsx'
import { Select } from '#components/ui/select.tsx'
import { inputClass } from '#components/ui/text-input.tsx'
import { requireActor } from '#lib/accounts/session.ts'
import { deskMeasures } from '#lib/measures/queries.ts'
import { stateNames, versionStates } from '#lib/measures/version.ts'
import { z } from '#lib/system/zod.ts'
import { economies } from '#lib/taxonomy/queries.ts'

export const metadata = { title: 'Measures' }

const text = z.string().trim().max(200).catch('')
const asked = z.object({
  q: text.default(''),
  economy: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional()
    .catch(undefined),
  state: z.enum(versionStates).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).default(1).catch(1),
})

export default async function DeskMeasuresPage({ searchParams }: PageProps<'/desk/measures'>) {
  const actor = await requireActor('/desk/measures')
  const filter = asked.parse(await searchParams)
  const [list, known] = await Promise.all([deskMeasures(actor, filter), economies()])
  const rows = list.items.map((line) => ({ ...line, href: `/desk/measures/${line.ref}` }))
  const pageHref = (page: number) =>
    `/desk/measures?${new URLSearchParams({ q: filter.q, economy: filter.economy ?? '', state: filter.state ?? '', page: String(page) })}`
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h1 className="text-3xl font-semibold">Measures</h1>
        <Link href="/desk/measures/new" className={buttonClass('primary')}>
          New measure
        </Link>
      </div>
      <form className="mt-5 grid items-end gap-3 sm:grid-cols-[2fr_1fr_1fr_auto]">
        <label className="text-sm font-semibold">
          Words or ref
          <input name="q" type="search" defaultValue={filter.q} className={`${inputClass} mt-1 min-h-9 font-normal`} />
        </label>
        <label htmlFor="economy" className="text-sm font-semibold">
          Economy
          <Select id="economy" name="economy" defaultValue={filter.economy ?? ''} className="mt-1 w-full font-normal">
            <option value="">All</option>
            {known.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </Select>
        </label>
        <label htmlFor="state" className="text-sm font-semibold">
          State
          <Select id="state" name="state" defaultValue={filter.state ?? ''} className="mt-1 w-full font-normal">
            <option value="">All</option>
            {versionStates
              .filter((state) => state !== 'superseded')
              .map((state) => (
                <option key={state} value={state}>
                  {stateNames[state]}
                </option>
              ))}
          </Select>
        </label>
        <Button type="submit">Find</Button>
      </form>
      <Section
        title={`${list.total} ${list.total === 1 ? 'measure' : 'measures'}`}
        {...(list.total === 0 && { count: 0 })}
        empty={
          <>
            No measure fits. <Link href="/desk/measures">Show all</Link> or <Link href="/desk/measures/new">begin a new one</Link>.
          </>
        }
      >
        <VersionTable caption="Measures by their newest version, the last changed first" rows={rows} />
        <Pager page={list.page} pages={Math.ceil(list.total / list.perPage)} href={pageHref} />
      </Section>
    </>
  )
}
