// Begins a measure: its economy, which never changes, and its place in the taxonomy, which may.
import { CreateMeasureForm } from '#components/desk/create-measure-form.tsx'
import { requireActor } from '#lib/accounts/session.ts'
import { economies, pillars } from '#lib/taxonomy/queries.ts'
import { createMeasure } from '../actions.ts'

export const metadata = { title: 'New measure' }

export default async function NewMeasurePage() {
  const actor = await requireActor('/desk/measures/new')
  const [known, taxonomy] = await Promise.all([economies(), pillars()])
  const mine = known
    .filter(({ code }) => actor.economies === 'all' || actor.economies.includes(code))
    .map(({ code, name }) => ({ code, name }))
  const places = taxonomy.map(({ number, name, subPillars }) => ({
    number,
    name,
    subPillars: subPillars.map(({ code, name }) => ({ code, name })),
  }))
  return (
    <div className="max-w-2xl">
      <h1 className="text-3xl font-semibold">New measure</h1>
      <p className="mt-2 mb-6 text-muted">
        The economy gives the measure its permanent ref and cannot be changed afterwards. Everything else can.
      </p>
      <CreateMeasureForm economies={mine} taxonomy={places} create={createMeasure} />
    </div>
  )
}
