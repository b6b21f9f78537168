// Which changes to show; a plain form whose answer is an address, so that it works without JavaScript. The kind is chosen by the links above it.
import { buttonClass } from '#components/ui/button.tsx'
import { describedBy, Field } from '#components/ui/field.tsx'
import { Select } from '#components/ui/select.tsx'
import type { ChangeFilter } from '#lib/published/change-filter.ts'
import type { EconomyList, PillarList } from '#lib/published/schema.ts'

type Props = { filter: ChangeFilter; problems: Record<string, string>; economies: EconomyList; pillars: PillarList }

export function ChangeFilterForm({ filter, problems, economies, pillars }: Props) {
  const listed = economies.items.filter(({ code, measures }) => measures > 0 || code === filter.economy)
  const attributes = (name: 'economy' | 'pillar') => ({
    id: name,
    name,
    className: 'w-full',
    'aria-invalid': problems[name] !== undefined || undefined,
    'aria-describedby': describedBy(name, { error: problems[name] }),
    defaultValue: filter[name] ?? '',
  })
  return (
    <search className="print:hidden">
      <form action="/changes" method="get" className="flex flex-wrap items-end gap-x-4 gap-y-3">
        <Field id="economy" label="Economy" error={problems.economy} className="w-full sm:w-64">
          <Select {...attributes('economy')}>
            <option value="">All economies</option>
            {listed.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
        <Field id="pillar" label="Pillar" error={problems.pillar} className="w-full sm:w-88">
          <Select {...attributes('pillar')}>
            <option value="">All pillars</option>
            {pillars.items.map(({ number, name }) => (
              <option key={number} value={number}>
                {number}. {name}
              </option>
            ))}
          </Select>
        </Field>
        {(['kind', 'act', 'measure'] as const).map(
          (name) => filter[name] !== undefined && <input key={name} type="hidden" name={name} value={filter[name]} />,
        )}
        <div className="flex items-baseline gap-4">
          <button type="submit" className={buttonClass('plain')}>
            Show changes
          </button>
          {(['kind', 'economy', 'pillar', 'act', 'measure'] as const).some((name) => filter[name] !== undefined) && (
            <a href="/changes" className="text-sm">
              Clear all
            </a>
          )}
        </div>
      </form>
    </search>
  )
}
