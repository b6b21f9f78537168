// How the reviewer reads: against which earlier version or returned revision, and all of the text or what changes alone. A plain form whose answer is in the address.
import { Button } from '#components/ui/button.tsx'
import { Field } from '#components/ui/field.tsx'
import { Select } from '#components/ui/select.tsx'

type Props = {
  address: string
  version: number
  /** The earlier texts in words, newest first: by the name that the address gives them. */
  earlier: readonly { name: string; said: string }[]
  /** Which of them it is read against; null is none, as a first version is. */
  against: string | null
  /** Whether it can be read against nothing. */
  nothing: boolean
  changesAlone: boolean
}

export function ReadingChoice({ address, version, earlier, against, nothing, changesAlone }: Props) {
  if (earlier.length === 0) return null
  return (
    // A link may change what is asked without loading the page anew: then these fields begin anew.
    <form
      key={`${against} ${changesAlone}`}
      action={address}
      aria-label="How to read"
      className="mb-6 flex flex-wrap items-end gap-x-4 gap-y-2"
    >
      <input type="hidden" name="version" value={version} />
      <Field id="against" label="Compare with">
        <Select id="against" name="against" defaultValue={against ?? ''}>
          {nothing && <option value="">Nothing</option>}
          {earlier.map(({ name, said }) => (
            <option key={name} value={name}>
              {said}
            </option>
          ))}
        </Select>
      </Field>
      <Field id="show" label="Show">
        <Select id="show" name="show" defaultValue={changesAlone ? 'changes' : ''}>
          <option value="">Changes and the whole text</option>
          <option value="changes">Changes alone</option>
        </Select>
      </Field>
      <Button type="submit">Show</Button>
    </form>
  )
}
