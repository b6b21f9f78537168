// The questions that a reader can ask of the measures; one plain form whose answer is an address, so that it works without JavaScript.
import { buttonClass } from '#components/ui/button.tsx'
import { describedBy, Field, FieldError } from '#components/ui/field.tsx'
import { Select } from '#components/ui/select.tsx'
import { TextInput } from '#components/ui/text-input.tsx'
import { type Facets, facetTitles } from '#lib/published/facets.ts'
import { facetNames, type MeasureFilter } from '#lib/published/filters.ts'
import { ClockFields } from './clock-fields.tsx'
import { FacetGroup } from './facet-group.tsx'
import type { ListView } from './list-view.ts'

type Props = { filter: MeasureFilter; problems: Record<string, string>; view: ListView }
const FORM = 'filter'

const orders = { '': 'Best order', relevance: 'Relevance', change: 'Latest change here', law: 'Newest event of the law' }

/** The words and the order. The boxes of the panel belong to this form too, wherever they stand on the page. */
export function WordsForm({ filter, problems, view }: Props) {
  return (
    <search>
      <form id={FORM} action="/measures" method="get" className="mb-6 flex flex-wrap items-end gap-x-3 gap-y-2 print:hidden">
        <div className="min-w-0 grow basis-60">
          <label htmlFor="q" className="mb-1 block text-sm font-semibold">
            Words
          </label>
          <TextInput
            id="q"
            name="q"
            type="search"
            defaultValue={filter.q}
            placeholder="Data retention, KZ-0001, Telegraph Act…"
            className="min-h-11 text-lg"
            aria-invalid={problems.q !== undefined || undefined}
            aria-describedby={describedBy('q', { error: problems.q })}
          />
          <FieldError id="q" error={problems.q} />
        </div>
        <Field id="sort" label="Order" error={problems.sort} className="basis-52 max-sm:grow">
          <Select id="sort" name="sort" defaultValue={filter.sort ?? ''} className="w-full [&>select]:min-h-11">
            {Object.entries(orders).map(([value, name]) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
        {view !== 'cards' && <input type="hidden" name="view" value={view} />}
        <button type="submit" className={buttonClass('primary', false)}>
          Show measures
        </button>
      </form>
    </search>
  )
}

/** All facets and both clocks; folded on a phone, always there where there is room. */
export function FilterPanel({ filter, problems, facets }: Omit<Props, 'view'> & { facets: Facets }) {
  const asked = facetNames.filter((name) => filter[name] !== undefined || problems[name] !== undefined).length
  return (
    <details className="panel mb-6 print:hidden" open={Object.keys(problems).some((name) => name !== 'q')}>
      <summary className="cursor-pointer border-y border-rule-strong py-2.5 font-semibold">
        Filters
        {asked > 0 && <span className="ml-1.5 font-normal text-muted">{asked} in use</span>}
      </summary>
      <h2 className="sr-only">Filters</h2>
      {facetNames.map((name) => (
        <FacetGroup
          key={name}
          name={name}
          title={facetTitles[name]}
          values={facets[name]}
          form={FORM}
          open={name === 'economy' || name === 'pillar' || name === 'lawState'}
          error={problems[name]}
        />
      ))}
      <details
        className="border-t border-rule py-2"
        open={[filter.asOf, filter.inForceOn, problems.asOf, problems.inForceOn].some((one) => one !== undefined)}
      >
        <summary className="cursor-pointer py-1 text-sm font-semibold">On another day</summary>
        <div className="mt-2 space-y-3 px-px pb-1">
          <ClockFields clocks={filter} problems={problems} form={FORM} />
        </div>
      </details>
      <div className="flex items-baseline gap-4 border-t border-rule pt-4">
        <button type="submit" form={FORM} className={buttonClass('plain')}>
          Apply filters
        </button>
        {(asked > 0 || [filter.q, filter.asOf, filter.inForceOn].some((one) => one !== undefined)) && (
          <a href="/measures" className="text-sm">
            Clear all
          </a>
        )}
      </div>
    </details>
  )
}
