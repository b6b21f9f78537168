// Why the timeline cannot be rewritten yet: the measure's open version waits for a decision or its time. Its author takes it back with one click.
import Link from 'next/link'
import { DecisionForm } from '#components/desk/decision-form.tsx'
import type { OneVersion } from '#lib/measures/queries.ts'
import { stateNames } from '#lib/measures/version.ts'
import type { Refusal } from '#lib/system/action.ts'

type Props = {
  impactId: number
  version: OneVersion
  refused: string | null
  action: (previous: Refusal | null, form: FormData) => Promise<Refusal | null>
}

export function WaitingVersion({ impactId, version: { ref, number, state, head }, refused, action }: Props) {
  const lost =
    state === 'approved' ? ' Its approval is void then.' : state === 'scheduled' ? ' Its approval and its schedule are void then.' : ''
  return (
    <div className="space-y-3">
      <p>
        <Link href={`/desk/review/${ref}?version=${number}`}>Version {number}</Link> of this measure is {stateNames[state].toLowerCase()},
        and nothing in it changes while it is. Publish it first, or take it back and go on in it.{lost}
      </p>
      <DecisionForm
        action={action}
        about={{ impactId, ref, version: number, digest: head.digest, state }}
        label={`Take version ${number} back and rewrite its timeline`}
        busyLabel="Taking it back…"
        variant="primary"
        refused={refused}
      />
    </div>
  )
}
