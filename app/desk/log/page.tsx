// The log of the desk: everything that was done, by whom and to what, newest first.
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { LogFilterForm } from '#components/log/log-filter-form.tsx'
import { LogList } from '#components/log/log-list.tsx'
import { buttonClass } from '#components/ui/button.tsx'
import { logOf, peopleOfLog } from '#lib/accounts/log-queries.ts'
import { may } from '#lib/accounts/permissions.ts'
import { requireActor } from '#lib/accounts/session.ts'
import { logAddress, logFilterOf } from '#lib/audit/log-filter.ts'
import { namesNothing } from '#lib/system/query.ts'
import { economies } from '#lib/taxonomy/queries.ts'

export const metadata = { title: 'Log' }

export default async function LogPage({ searchParams }: PageProps<'/desk/log'>) {
  const query = await searchParams
  const { filter, asked } = logFilterOf(query)
  const address = logAddress('/desk/log', asked)
  const actor = await requireActor(address)
  if (namesNothing(query)) redirect(address)
  const [{ items, older, newer }, people, places] = await Promise.all([logOf(actor, filter), peopleOfLog(actor), economies()])
  const at = (name: 'before' | 'after', id: number) => logAddress('/desk/log', { ...asked, [name]: String(id) })
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h1 className="text-3xl font-semibold">Log</h1>
        <a href={logAddress('/desk/log/export.csv', asked)} download className={buttonClass()}>
          Download as CSV
        </a>
      </div>
      <p className="mt-1 max-w-2xl text-muted">
        What was done, by whom and when (UTC). Entries are never changed or removed, and keep the name that the person had.
      </p>
      <LogFilterForm asked={asked} people={people} economies={places} hidden={may(actor, 'read people log', null) ? [] : ['people']} />
      {items.length === 0 ? (
        <p className="mt-8 border-t border-rule py-4 text-muted">
          Nothing was done that fits this. <Link href="/desk/log">Show everything</Link>
        </p>
      ) : (
        <LogList entries={items} />
      )}
      {(older !== null || newer !== null) && (
        <nav aria-label="Pages" className="mt-6 flex justify-between gap-4">
          <span>{newer !== null && <Link href={at('after', newer)}>Newer</Link>}</span>
          <span>{older !== null && <Link href={at('before', older)}>Older</Link>}</span>
        </nav>
      )}
    </>
  )
}
