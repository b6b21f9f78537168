// Narrows the log by person, economy, measure, kind of deed and days.
import { Field } from '#components/ui/field.tsx'
import { FilterChoice } from '#components/ui/filter-choice.tsx'
import { FilterForm } from '#components/ui/filter-form.tsx'
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
    <FilterForm address="/desk/log" narrowed={Object.keys(asked).length > 0} className="mt-4">
      <FilterChoice
        id="log-person"
        name="person"
        label="Who"
        all="Everybody"
        value={asked.person}
        options={people.map(({ id, name }) => [String(id), name])}
      />
      <FilterChoice
        id="log-topic"
        name="topic"
        label="What"
        all="Everything"
        value={asked.topic}
        options={topics.map((topic) => [topic, topic])}
      />
      <FilterChoice
        id="log-economy"
        name="economy"
        label="Economy"
        all="All"
        value={asked.economy}
        options={economies.map(({ code, name }) => [code, name])}
      />
      <Field id="log-measure" label="Measure">
        <TextInput id="log-measure" name="measure" defaultValue={asked.measure ?? ''} placeholder="KZ-0001" className="w-28" />
      </Field>
      <Field id="log-from" label="From">
        <TextInput id="log-from" type="date" name="from" defaultValue={asked.from ?? ''} />
      </Field>
      <Field id="log-to" label="To">
        <TextInput id="log-to" type="date" name="to" defaultValue={asked.to ?? ''} />
      </Field>
    </FilterForm>
  )
}
