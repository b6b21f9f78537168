// One choice of a filter: a named list that begins with all of them. What is chosen stands in the address under `name`.
import { cx } from './cx.ts'
import { Field } from './field.tsx'
import { Select } from './select.tsx'

type Props = {
  id: string
  name: string
  label: string
  /** What is shown while nothing is chosen. */
  all: string
  value: string | undefined
  options: readonly (readonly [value: string, text: string])[]
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

export function FilterChoice({ id, name, label, all, value = '', options }: Props) {
  const narrow = 'max-sm:w-full'
  return (
    <Field id={id} label={label} className={narrow}>
      <Select id={id} name={name} defaultValue={value} className={cx(narrow, 'sm:max-w-52')}>
        <option value="">{all}</option>
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {capital(text)}
          </option>
        ))}
      </Select>
    </Field>
  )
}
