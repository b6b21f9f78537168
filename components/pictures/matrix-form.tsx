// What the matrix can show; a plain form whose answer is an address.
import { buttonClass } from '#components/ui/button.tsx'
import { cx } from '#components/ui/cx.ts'
import { Field } from '#components/ui/field.tsx'
import { Select } from '#components/ui/select.tsx'
import { type MatrixAsked, shown } from '#lib/pictures/matrix.ts'
import type { Names } from '#lib/published/name-queries.ts'
import { RegionField } from './region-field.tsx'

export function MatrixForm({ asked, names }: { asked: MatrixAsked; names: Names }) {
  return (
    <form action="/matrix" method="get" className="mb-6 grid grid-cols-2 items-end gap-x-4 gap-y-3 sm:flex sm:flex-wrap">
      <Field id="show" label="Show" className="max-sm:col-span-2">
        <Select id="show" name="show" defaultValue={asked.show} className="w-full">
          {Object.entries(shown).map(([value, name]) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <RegionField region={asked.region} />
      <Field id="pillar" label="Pillar">
        <Select id="pillar" name="pillar" defaultValue={asked.pillar ?? ''} className="w-full sm:max-w-56">
          <option value="">All pillars</option>
          {names.pillars.map(({ number, name }) => (
            <option key={number} value={number}>
              {number}. {name}
            </option>
          ))}
        </Select>
      </Field>
      <Field id="by" label="Columns">
        <Select id="by" name="by" defaultValue={asked.by} className="w-full">
          <option value="subPillar">Sub-pillars</option>
          <option value="pillar">Pillars</option>
        </Select>
      </Field>
      <Field id="rows" label="Economies">
        <Select id="rows" name="rows" defaultValue={asked.rows} className="w-full">
          <option value="covered">With measures</option>
          <option value="all">All</option>
        </Select>
      </Field>
      <button type="submit" className={cx(buttonClass('primary'), 'max-sm:col-span-2')}>
        Show
      </button>
    </form>
  )
}
