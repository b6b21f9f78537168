// Merging a duplicate: first which act stands, then what would move, then the decision. For administrators.
import { DecisionForm } from '#components/desk/decision-form.tsx'
import { Section } from '#components/desk/section.tsx'
import { Banner } from '#components/ui/banner.tsx'
import { Button } from '#components/ui/button.tsx'
import { Field } from '#components/ui/field.tsx'
import { TextInput } from '#components/ui/text-input.tsx'
import { eventsMissing } from '#lib/acts/changes.ts'
import type { ActFields } from '#lib/acts/schema.ts'
import type { Refusal } from '#lib/system/action.ts'
import { renderStatement } from '#lib/timeline/render-statement.ts'

type Act = ActFields & { ref: string; edition: number; belongsTo: string }
type Props = {
  act: Act
  measures: number
  asked: string
  into: Act | null
  merge: (previous: Refusal | null, form: FormData) => Promise<Refusal | null>
}

export function MergePanel({ act, measures, asked, into, merge }: Props) {
  const missing = into ? eventsMissing(act.events, into.events) : []
  return (
    <Section title="Merge">
      <p className="mb-3 text-muted">If this act is in the register twice, keep the other one: this address then leads to it.</p>
      <form className="flex flex-wrap items-end gap-3">
        <Field
          id="into"
          label="Ref of the act that stands"
          error={asked && !into ? `There is no other act ${asked} that stands.` : undefined}
        >
          <TextInput
            id="into"
            name="into"
            defaultValue={asked}
            placeholder="ACT-0001"
            aria-describedby={asked && !into ? 'into-error' : undefined}
          />
        </Field>
        <Button type="submit">Show what would move</Button>
      </form>
      {into && (
        <div className="mt-4 grid gap-3">
          <Banner>
            <p className="font-semibold">
              {act.ref} into {into.ref}: {into.title} ({into.belongsTo})
            </p>
            <ul className="mt-1 list-disc pl-5">
              <li>
                The citations of {measures} {measures === 1 ? 'measure' : 'measures'} count for {into.ref} from now on; what was published
                stays as it was published.
              </li>
              <li>
                The address of {act.ref} leads to {into.ref} for good.
              </li>
              {missing.length > 0 && (
                <li>
                  {into.ref} does not tell “{renderStatement(missing)}”. Enter it there first if it is right.
                </li>
              )}
            </ul>
          </Banner>
          <DecisionForm
            action={merge}
            about={{ ref: act.ref, edition: act.edition, into: into.ref, intoEdition: into.edition }}
            label={`Merge into ${into.ref}`}
            busyLabel="Merging…"
            variant="danger"
          />
        </div>
      )}
    </Section>
  )
}
