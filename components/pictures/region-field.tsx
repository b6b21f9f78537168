// The choice of a region of the world, for the form of a picture: each part of the world, then what it is made of.
import { Field } from '#components/ui/field.tsx'
import { Select } from '#components/ui/select.tsx'
import { regions } from '#prisma/reference/regions.ts'

export function RegionField({ region }: { region: string | undefined }) {
  return (
    <Field id="region" label="Region">
      <Select id="region" name="region" defaultValue={region ?? ''} className="w-full sm:max-w-56">
        <option value="">The whole world</option>
        {regions.map(({ code, name, part }) => (
          <option key={code} value={code}>
            {part === null ? name : `\u2003${name}`}
          </option>
        ))}
      </Select>
    </Field>
  )
}
