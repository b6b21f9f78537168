// All measures as the desk knows them: find one to read, to go on with or to amend.
import Link from 'next/link'
import { Choosing } from '#components/bulk/choosing.tsx'
import { Section } from '#components/desk/section.tsx'
import { VersionTable } from '#components/desk/version-table.tsx'
import { Button, buttonClass } from '#components/ui/button.tsx'
import { Pager } from '#components/ui/pager.tsx'
import { Select } from '#components/ui/select.tsx'
import { inputClass } from '#components/ui/text-input.tsx'
import { requireActor } from '#lib/accounts/session.ts'
import { bulkDeeds, deedNames, MOST } from '#lib/bulk/bulk.ts'
import { assignees } from '#lib/law-changes/impact-queries.ts'
import { deskFilterOf, deskListAddress } from '#lib/measures/desk-filter.ts'
import { deskMeasures } from '#lib/measures/list-queries.ts'
import { stateNames, versionStates } from '#lib/measures/version.ts'
import { economies } from '#lib/taxonomy/queries.ts'

export const metadata = { title: 'Measures' }

const deeds = bulkDeeds.map((deed) => ({ deed, label: deedNames[deed].label }))

export default async function DeskMeasuresPage({ searchParams }: PageProps<'/desk/measures'>) {
  const actor = await requireActor('/desk/measures')
  const { filter, asked } = deskFilterOf(await searchParams)
  const [list, known, people] = await Promise.all([deskMeasures(actor, filter), economies(), assignees(actor)])
  const rows = list.items.map((line) => ({ ...line, href: `/desk/measures/${line.ref}` }))
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h1 className="text-3xl font-semibold">Measures</h1>
        <div className="flex flex-wrap gap-2">
          <Link href="/desk/bulk" className={buttonClass()}>
            Bulk changes
          </Link>
          <Link href="/desk/measures/new" className={buttonClass('primary')}>
            New measure
          </Link>
        </div>
      </div>
      <form className="mt-5 grid items-end gap-3 sm:grid-cols-2 lg:grid-cols-[2fr_1fr_1fr_1fr_auto]">
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
          <Select id="state" name="state" defaultValue={asked.state ?? ''} className="mt-1 w-full font-normal">
            <option value="">All</option>
            {versionStates
              .filter((state) => state !== 'superseded')
              .map((state) => (
                <option key={state} value={state}>
                  {stateNames[state]}
                </option>
              ))}
            <option value="withdrawal asked">Withdrawal asked for</option>
          </Select>
        </label>
        <label htmlFor="responsible" className="text-sm font-semibold">
          Responsible
          <Select id="responsible" name="responsible" defaultValue={asked.responsible ?? ''} className="mt-1 w-full font-normal">
            <option value="">Anybody</option>
            {people.map(({ id, name }) => (
              <option key={id} value={id}>
                {id === actor.id ? `${name} (you)` : name}
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
        <Choosing key={JSON.stringify([asked, list.page])} total={list.total} most={MOST} asked={asked} deeds={deeds}>
          <VersionTable caption="Measures by their newest version, the last changed first" rows={rows} choosing />
        </Choosing>
        <Pager page={list.page} pages={Math.ceil(list.total / list.perPage)} href={(page) => deskListAddress(asked, page)} />
      </Section>
    </>
  )
}
