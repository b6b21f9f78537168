// Somebody changed the act since the form was opened: what stands beside what was typed, field by field, and the person decides. Neither is lost.
import { keyed } from '#components/measures/keyed.ts'
import { Banner } from '#components/ui/banner.tsx'
import { Button } from '#components/ui/button.tsx'
import { changesOf } from '#lib/acts/changes.ts'
import type { ActFields } from '#lib/acts/schema.ts'
import { fieldNames } from './field-names.ts'

export type StandingAct = ActFields & { edition: number }
type Props = { message: string; theirs: StandingAct; mine: ActFields; onKeepMine: () => void; onTakeTheirs: () => void }

export function StaleAct({ message, theirs, mine, onKeepMine, onTakeTheirs }: Props) {
  const { before, after } = changesOf(theirs, mine)
  const rows = Object.keys(after).map((field) => ({ field, theirs: before[field] ?? '', mine: after[field] ?? '' }))
  return (
    <Banner
      tone="bad"
      role="alert"
      actions={
        <>
          <Button onClick={onTakeTheirs}>Take what stands</Button>
          <Button variant="primary" onClick={onKeepMine}>
            Save mine on top
          </Button>
        </>
      }
    >
      <p>{message}</p>
      {rows.length === 0 && <p className="mt-2">Both say the same.</p>}
      <dl className="mt-2 space-y-2">
        {keyed(rows).map(({ key, row }) => (
          <div key={key} className="grid gap-x-4 sm:grid-cols-2">
            <dt className="font-semibold sm:col-span-2">{fieldNames[row.field] ?? row.field}</dt>
            <dd className="wrap-anywhere">
              <span className="block text-xs text-muted">What stands</span>
              {row.theirs || '(empty)'}
            </dd>
            <dd className="wrap-anywhere">
              <span className="block text-xs text-muted">Yours</span>
              {row.mine || '(empty)'}
            </dd>
          </div>
        ))}
      </dl>
    </Banner>
  )
}
