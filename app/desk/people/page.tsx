// Everybody with an account, for administrators: found, narrowed, and added.
import Link from 'next/link'
import { notFound, redirect } from 'next/navigation'
import { PeopleFilterForm } from '#components/accounts/people-filter-form.tsx'
import { PeopleTable } from '#components/accounts/people-table.tsx'
import { Section } from '#components/desk/section.tsx'
import { buttonClass } from '#components/ui/button.tsx'
import { Pager } from '#components/ui/pager.tsx'
import { peopleAddress, peopleFilterOf } from '#lib/accounts/people-filter.ts'
import { people } from '#lib/accounts/people-queries.ts'
import { may } from '#lib/accounts/permissions.ts'
import { requireActor } from '#lib/accounts/session.ts'
import { namesNothing } from '#lib/system/query.ts'
import { economies } from '#lib/taxonomy/queries.ts'

export const metadata = { title: 'People' }

export default async function PeoplePage({ searchParams }: PageProps<'/desk/people'>) {
  const query = await searchParams
  const filter = peopleFilterOf(query)
  const actor = await requireActor(peopleAddress(filter))
  if (!may(actor, 'manage people', null)) notFound()
  if (namesNothing(query)) redirect(peopleAddress(filter))
  const [list, places] = await Promise.all([people(actor, filter), economies()])
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h1 className="text-3xl font-semibold">People</h1>
        <Link href="/desk/people/new" data-key="n" data-key-label="Add a person" className={buttonClass('primary')}>
          Add a person
        </Link>
      </div>
      <PeopleFilterForm filter={filter} economies={places} />
      <Section
        title={list.total === 1 ? '1 person' : `${list.total} people`}
        {...(list.total === 0 && { count: 0 })}
        empty={
          <>
            Nobody fits. <Link href="/desk/people">Show everybody</Link> or <Link href="/desk/people/new">add a person</Link>.
          </>
        }
      >
        <PeopleTable rows={list.items} names={new Map(places.map(({ code, name }) => [code, name]))} self={actor.id} />
        <Pager page={list.page} pages={Math.ceil(list.total / list.perPage)} href={(page) => peopleAddress({ ...filter, page })} />
      </Section>
    </>
  )
}
