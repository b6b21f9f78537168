// Narrows the log by person, economy, measure, kind of deed and days: a plain form whose answer is in the address.
import { Button, buttonClass } from '#components/ui/button.tsx'
import { Field } from '#components/ui/field.tsx'
import { Select } from '#components/ui/select.tsx'
import { TextInput } from '#components/ui/text-input.tsx'
import { logTopics } from '#lib/audit/log-filter.ts'

type Props = {
  asked: Record<string, string>
  people: readonly { id: number; name: string }[]
  economies: readonly { code: string; name: string }[]
  /** Topics that the person may not read. */
  hidden: readonly string[]
}

export function LogFilterForm({ asked, people, economies, hidden }: Props) {
  const topics = logTopics.filter((topic) => !hidden.includes(topic))
  return (
    <form action="/desk/log" className="mt-4 flex flex-wrap items-end gap-x-3 gap-y-2">
      <Choice name="person" label="Who" all="Everybody" value={asked.person} options={people.map(({ id, name }) => [String(id), name])} />
      <Choice name="topic" label="What" all="Everything" value={asked.topic} options={topics.map((topic) => [topic, capital(topic)])} />
      <Choice name="economy" label="Economy" all="All" value={asked.economy} options={economies.map(({ code, name }) => [code, name])} />
      <Field id="log-measure" label="Measure">
        <TextInput id="log-measure" name="measure" defaultValue={asked.measure ?? ''} placeholder="KZ-0001" className="w-28" />
      </Field>
      <Field id="log-from" label="From">
        <TextInput id="log-from" type="date" name="from" defaultValue={asked.from ?? ''} />
      </Field>
      <Field id="log-to" label="To">
        <TextInput id="log-to" type="date" name="to" defaultValue={asked.to ?? ''} />
      </Field>
      <Button type="submit">Show</Button>
      {Object.keys(asked).length > 0 && (
        <a href="/desk/log" className={buttonClass('plain', true)}>
          Clear
        </a>
      )}
    </form>
  )
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

type ChoiceProps = { name: string; label: string; all: string; value: string | undefined; options: readonly (readonly [string, string])[] }

function Choice({ name, label, all, value = '', options }: ChoiceProps) {
  return (
    <Field id={`log-${name}`} label={label}>
      <Select id={`log-${name}`} name={name} defaultValue={value}>
        <option value="">{all}</option>
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </Select>
    </Field>
  )
}
