// Whose turn it is to review: take it, hand it over, let it go. Everybody who may decide still may.
import { DecisionForm } from '#components/desk/decision-form.tsx'
import { Moment } from '#components/desk/moment.tsx'
import { Select } from '#components/ui/select.tsx'
import type { Refusal } from '#lib/system/action.ts'

type Props = {
  about: { ref: string; version: number }
  claim: { reviewerId: number; reviewer: string; at: Date } | null
  /** The person who reads this, and who else could take it; null when they decide nothing on this version. */
  me: number
  others: readonly { id: number; name: string }[] | null
  action: (previous: Refusal | null, form: FormData) => Promise<Refusal | null>
}

export function ClaimPanel({ about, claim, me, others, action }: Props) {
  const mine = claim?.reviewerId === me
  if (others === null && claim === null) return null
  return (
    <section aria-label="Who reviews it" className="space-y-2 text-sm">
      <p>
        {claim === null ? (
          <span className="text-muted">Nobody has taken this yet.</span>
        ) : (
          <>
            Taken by <strong className="font-semibold">{mine ? 'you' : claim.reviewer}</strong>, <Moment at={claim.at} />
          </>
        )}
      </p>
      {others !== null && (
        <div className="flex flex-wrap items-start gap-2">
          {mine ? (
            <DecisionForm action={action} about={{ ...about, person: '' }} label="Let go" busyLabel="Letting go…" small />
          ) : (
            <DecisionForm action={action} about={{ ...about, person: me }} label="Take it" busyLabel="Taking…" small />
          )}
          {others.length > 0 && (
            <details>
              <summary className="cursor-pointer py-1 text-accent">Hand over</summary>
              <DecisionForm action={action} about={about} label="Hand over" busyLabel="Handing over…" small>
                <label htmlFor="claim-person" className="sr-only">
                  To whom
                </label>
                <Select id="claim-person" name="person" required defaultValue="" className="mt-1">
                  <option value="" disabled>
                    To whom
                  </option>
                  {others.map(({ id, name }) => (
                    <option key={id} value={id}>
                      {name}
                    </option>
                  ))}
                </Select>
              </DecisionForm>
            </details>
          )}
        </div>
      )}
    </section>
  )
}
