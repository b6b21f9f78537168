// One facet of the filters: its choices as boxes to tick, each with how many measures it would find under everything else that is asked.
import { FieldError } from '#components/ui/field.tsx'
import type { FacetValue } from '#lib/published/facets.ts'

type Props = { name: string; title: string; values: FacetValue[]; form: string; open: boolean; error?: string | undefined }

export function FacetGroup({ name, title, values, form, open, error }: Props) {
  const chosen = values.filter((one) => one.chosen).length
  return (
    <details open={open || chosen > 0 || error !== undefined} className="border-t border-rule py-2">
      <summary className="cursor-pointer py-1 text-sm font-semibold">
        {title}
        {chosen > 0 && <span className="ml-1.5 font-normal text-muted">{chosen} chosen</span>}
      </summary>
      <fieldset className="mt-1" aria-describedby={error ? `${name}-error` : undefined}>
        <legend className="sr-only">{title}</legend>
        {values.length === 0 && <p className="py-1 text-sm text-muted">Nothing to choose from here.</p>}
        <div className="-mx-1 max-h-72 overflow-y-auto px-1">
          {values.map(({ value, name: label, count, chosen: is, part }) => (
            <label
              key={value}
              className={`flex cursor-pointer items-baseline gap-2 rounded-sm py-1 pr-1 text-[0.9375rem] leading-snug hover:bg-sunken ${part ? 'pl-4' : ''}`}
            >
              <input
                type="checkbox"
                name={name}
                value={value}
                form={form}
                defaultChecked={is}
                className="size-4 shrink-0 translate-y-0.5 accent-accent"
              />
              <span className="min-w-0 grow wrap-anywhere">{label}</span>
              <span className="text-sm text-muted tabular-nums">
                {count.toLocaleString('en')}
                <span className="sr-only">{count === 1 ? ' measure' : ' measures'}</span>
              </span>
            </label>
          ))}
        </div>
        <FieldError id={name} error={error} />
      </fieldset>
    </details>
  )
}
