// Adds a person, for administrators.
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { NewPersonForm } from '#components/accounts/new-person-form.tsx'
import { may } from '#lib/accounts/permissions.ts'
import { requireActor } from '#lib/accounts/session.ts'
import { economies } from '#lib/taxonomy/queries.ts'
import { regions } from '#prisma/reference/regions.ts'
import { addSomebody } from '../actions.ts'

export const metadata = { title: 'Add a person' }

export default async function NewPersonPage() {
  const actor = await requireActor('/desk/people/new')
  if (!may(actor, 'manage people', null)) notFound()
  return (
    <div className="max-w-3xl">
      <p>
        <Link href="/desk/people">People</Link>
      </p>
      <h1 className="mt-1 mb-6 text-3xl font-semibold">Add a person</h1>
      <NewPersonForm economies={await economies()} regions={regions} add={addSomebody} />
    </div>
  )
}
