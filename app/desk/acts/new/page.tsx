// Enters an act into the register.
import { ActForm } from '#components/acts/act-form.tsx'
import { whyNotAct } from '#lib/accounts/permissions.ts'
import { requireActor } from '#lib/accounts/session.ts'
import { unions } from '#lib/acts/queries.ts'
import { emptyAct } from '#lib/acts/schema.ts'
import { economies } from '#lib/taxonomy/queries.ts'
import { saveAct } from '../actions.ts'

export const metadata = { title: 'New act' }

export default async function NewActPage() {
  const actor = await requireActor('/desk/acts/new')
  const [known, joined] = await Promise.all([economies(), unions()])
  const mine = known.filter(({ code }) => actor.economies === 'all' || actor.economies.includes(code))
  const named = ({ code, name }: { code: string; name: string }) => ({ code, name })
  return (
    <div className="max-w-3xl">
      <h1 className="mb-6 text-3xl font-semibold">New act</h1>
      <ActForm
        initial={emptyAct}
        based={null}
        economies={mine.map(named)}
        unions={whyNotAct(actor, 'register act', '') === null ? joined.map(named) : []}
        save={saveAct}
      />
    </div>
  )
}
