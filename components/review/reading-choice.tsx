// How the reviewer reads: against which earlier version, and all of the text or what changes alone. A plain form whose answer is in the address.
import { Button } from '#components/ui/button.tsx'
import { Field } from '#components/ui/field.tsx'
import { Select } from '#components/ui/select.tsx'

type Props = {
  address: string
  version: number
  /** The earlier versions, newest first, in words. */
  earlier: readonly { number: number; said: string }[]
  against: number | null
  changesAlone: boolean
}

export function ReadingChoice({ address, version, earlier, against, changesAlone }: Props) {
  if (earlier.length === 0) return null
  return (
    <form action={address} aria-label="How to read" className="mb-6 flex flex-wrap items-end gap-x-4 gap-y-2">
      <input type="hidden" name="version" value={version} />
      <Field id="against" label="Compare with">
        <Select id="against" name="against" defaultValue={against ?? ''}>
          {against === null && <option value="">Nothing</option>}
          {earlier.map(({ number, said }) => (
            <option key={number} value={number}>
              Version {number}, {said}
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
