// Which clock and which year the map shows; a plain form whose answer is an address.
import { buttonClass } from '#components/ui/button.tsx'
import { Field } from '#components/ui/field.tsx'
import { Select } from '#components/ui/select.tsx'
import { clocks, type MapAsked } from '#lib/pictures/map.ts'
import { RegionField } from './region-field.tsx'

export function MapForm({ asked, years }: { asked: MapAsked; years: number[] }) {
  return (
    <form action="/map" method="get" className="mb-5 flex flex-wrap items-end gap-x-4 gap-y-3">
      <Field id="clock" label="Measures">
        <Select id="clock" name="clock" defaultValue={asked.clock}>
          {Object.entries(clocks).map(([value, name]) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <RegionField region={asked.region} />
      <Field id="year" label="At the end of">
        <Select id="year" name="year" defaultValue={asked.year}>
          {years.toReversed().map((year) => (
            <option key={year}>{year}</option>
          ))}
        </Select>
      </Field>
      <button type="submit" className={buttonClass('primary')}>
        Show
      </button>
    </form>
  )
}
