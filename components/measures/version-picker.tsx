// Which two versions to compare; a plain form, so that it works without JavaScript.

import { buttonClass } from '#components/ui/button.tsx'
import { Field } from '#components/ui/field.tsx'
import { Select } from '#components/ui/select.tsx'
import type { VersionList } from '#lib/published/schema.ts'
import { dayOf } from './day.tsx'

type Props = { versions: VersionList; from: number | undefined; to: number | undefined; view?: 'side' | undefined }

export function VersionPicker({ versions: { ref, items }, from, to, view }: Props) {
  const options = items.map(({ number, publishedAt }) => (
    <option key={number} value={number}>
      Version {number}, {dayOf(publishedAt)}
    </option>
  ))
  return (
    <form action={`/measures/${ref}/compare`} method="get" className="flex flex-wrap items-end gap-x-4 gap-y-3">
      <Field id="from" label="From">
        <Select id="from" name="from" defaultValue={from}>
          {options}
        </Select>
      </Field>
      <Field id="to" label="To">
        <Select id="to" name="to" defaultValue={to}>
          {options}
        </Select>
      </Field>
      {view && <input type="hidden" name="view" value={view} />}
      <button type="submit" className={buttonClass('plain', true)}>
        Compare
      </button>
    </form>
  )
}
