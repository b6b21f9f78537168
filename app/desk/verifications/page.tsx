// The ageing report: how long ago the published texts of each economy and pillar were checked against their sources.
import Link from 'next/link'
import { AgeKey, AgeMap } from '#components/verifications/age-map.tsx'
import { requireActor } from '#lib/accounts/session.ts'
import { agesOfChecks } from '#lib/review/queries.ts'
import { systemClock } from '#lib/system/clock.ts'
import { z } from '#lib/system/zod.ts'
import { economies, pillars } from '#lib/taxonomy/queries.ts'

export const metadata = { title: 'Verification' }

const asked = z.object({
  shown: z.enum(['oldest', 'middle']).default('oldest').catch('oldest'),
  order: z.enum(['name', 'age']).default('name').catch('name'),
  of: z.enum(['all', 'mine']).default('all').catch('all'),
})
type Asked = z.infer<typeof asked>

export default async function VerificationsPage({ searchParams }: PageProps<'/desk/verifications'>) {
  const actor = await requireActor('/desk/verifications')
  const { shown, order, of } = asked.parse(await searchParams)
  const [all, known, taxonomy] = await Promise.all([agesOfChecks(actor, systemClock().toISOString().slice(0, 10)), economies(), pillars()])
  const own = actor.economies
  const cells = of === 'mine' && own !== 'all' ? all.filter(({ economy }) => own.includes(economy)) : all
  const oldest = new Map<string, number>()
  for (const cell of cells) {
    const days = shown === 'oldest' ? cell.oldestDays : cell.medianDays
    oldest.set(cell.economy, Math.max(oldest.get(cell.economy) ?? 0, days))
  }
  const rows = known.filter(({ code }) => oldest.has(code))
  if (order === 'age') rows.sort((a, b) => (oldest.get(b.code) ?? 0) - (oldest.get(a.code) ?? 0))
  const sum = (count: (cell: (typeof cells)[number]) => number) =>
    cells.reduce((total, cell) => total + count(cell), 0).toLocaleString('en')
  const due = sum((cell) => cell.due)
  return (
    <>
      <h1 className="text-3xl font-semibold">Verification</h1>
      <p className="mt-2 max-w-3xl">
        {sum((cell) => cell.measures)} published measures; <Link href="/desk/verifications/measures?due=1">{due} due for checking</Link>{' '}
        against their sources, {sum((cell) => cell.unchecked)} never checked since they were first published.{' '}
        <Link href="/desk/verifications/intervals">How often each sub-pillar is checked</Link>
      </p>
      <div className="mt-4 mb-3 flex flex-wrap gap-x-6 gap-y-2 text-sm">
        <Choice name="Number shown" param="shown" now={{ shown, order, of }} choices={{ oldest: 'oldest check', middle: 'middle check' }} />
        <Choice name="Economies" param="order" now={{ shown, order, of }} choices={{ name: 'by name', age: 'longest unchecked first' }} />
        {own !== 'all' && <Choice name="Of" param="of" now={{ shown, order, of }} choices={{ all: 'all economies', mine: 'mine' }} />}
      </div>
      {rows.length === 0 ? (
        <p className="border-t border-rule py-3 text-muted">Nothing is published yet.</p>
      ) : (
        <>
          <p className="mb-2 text-sm text-muted">
            Months since the {shown} check in each cell; a text that was never checked counts from its first publication.
          </p>
          <AgeMap cells={cells} economies={rows} pillars={taxonomy} shown={shown} />
          <div className="mt-3">
            <AgeKey />
          </div>
          <details className="mt-4 text-sm">
            <summary className="cursor-pointer text-muted">The pillars by number</summary>
            <ol className="mt-2 gap-x-8 sm:columns-2">
              {taxonomy.map(({ number, name }) => (
                <li key={number}>
                  <span className="inline-block w-6 tabular-nums">{number}</span> {name}
                </li>
              ))}
            </ol>
          </details>
        </>
      )}
    </>
  )
}

type ChoiceProps<Name extends keyof Asked> = { name: string; param: Name; now: Asked; choices: Record<Asked[Name], string> }

function Choice<Name extends keyof Asked>({ name, param, now, choices }: ChoiceProps<Name>) {
  return (
    <nav aria-label={name} className="flex flex-wrap gap-x-3">
      <span className="text-muted">{name}:</span>
      {(Object.entries(choices) as [Asked[Name], string][]).map(([value, label]) => (
        <Link
          key={value}
          href={`/desk/verifications?${new URLSearchParams({ ...now, [param]: value })}`}
          aria-current={now[param] === value ? 'true' : undefined}
          className="aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:no-underline"
        >
          {label}
        </Link>
      ))}
    </nav>
  )
}
