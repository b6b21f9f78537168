// The people with an account as a list: who, in which role, on which economies, since when. On a phone all of it stands under the name.
import Link from 'next/link'
import { WorkTable } from '#components/desk/work-table.tsx'
import type { PersonLine } from '#lib/accounts/people-queries.ts'

const dayOf = (at: Date) => at.toISOString().slice(0, 10)

/** As many names as fit in a line or two, and how many more. */
export function EconomiesOf({ person, names }: { person: Pick<PersonLine, 'economies'>; names: ReadonlyMap<string, string> }) {
  const { economies } = person
  if (economies === 'all') return 'All economies'
  if (economies.length === 0) return <span className="text-warn">None: reads only</span>
  const first = economies.slice(0, economies.length > 4 ? 3 : 4).map((code) => names.get(code) ?? code)
  const more = economies.length - first.length
  return `${first.join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}

type Props = { rows: readonly PersonLine[]; names: ReadonlyMap<string, string>; self: number }

export function PeopleTable({ rows, names, self }: Props) {
  return (
    <WorkTable
      caption="People, by name"
      columns={[
        { name: 'Person' },
        { name: 'Role', className: 'w-36 max-sm:hidden' },
        { name: 'Economies', className: 'w-72 max-md:hidden' },
        { name: 'Since', className: 'w-28 max-sm:hidden' },
        { name: 'State', className: 'w-28' },
      ]}
    >
      {rows.map((person) => (
        <tr key={person.id} className="border-b border-rule align-top">
          <td className="py-2.5 pr-4">
            <Link href={`/desk/people/${person.id}`} prefetch={false} className="font-medium text-ink">
              {person.name}
            </Link>
            {person.id === self && <span className="text-sm text-muted"> (you)</span>}
            <span className="block text-sm wrap-anywhere text-muted">{person.email}</span>
            <span className="block text-sm sm:hidden">
              {person.role} · since {dayOf(person.since)}
            </span>
            <span className="block text-sm md:hidden">
              <EconomiesOf person={person} names={names} />
            </span>
          </td>
          <td className="py-2.5 pr-4 text-sm leading-6 max-sm:hidden">{person.role}</td>
          <td className="py-2.5 pr-4 text-sm leading-6 max-md:hidden">
            <EconomiesOf person={person} names={names} />
          </td>
          <td className="py-2.5 pr-4 text-sm leading-6 tabular-nums max-sm:hidden">
            <time dateTime={person.since.toISOString()}>{dayOf(person.since)}</time>
          </td>
          <td className="py-2.5 text-sm leading-6">
            {person.disabledAt ? (
              <span className="text-bad">
                Disabled
                <time dateTime={person.disabledAt.toISOString()} className="block text-muted tabular-nums">
                  {dayOf(person.disabledAt)}
                </time>
              </span>
            ) : (
              <span className="text-good">Enabled</span>
            )}
          </td>
        </tr>
      ))}
    </WorkTable>
  )
}
