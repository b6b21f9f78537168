// How far a bulk is: a bar, and how many of its measures came to what, each a way to narrow the list down.
import Link from 'next/link'
import { type BulkState, type Counts, itemStateNames, itemStates, plannedStateNames } from '#lib/bulk/bulk.ts'

type Props = { id: number; state: BulkState; total: number; counts: Counts; shown: string }

export function BulkProgress({ id, state, total, counts, shown }: Props) {
  const settled = total - counts.waiting
  const names = state === 'planned' ? plannedStateNames : itemStateNames
  return (
    <div className="mt-5 max-w-2xl">
      {state !== 'planned' && (
        <>
          <label htmlFor="progress" className="text-sm" role="status">
            {settled.toLocaleString('en')} of {total.toLocaleString('en')} settled
          </label>
          <progress
            id="progress"
            value={settled}
            max={total}
            className="block h-2 w-full appearance-none overflow-hidden rounded-sm bg-sunken [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-accent"
          />
        </>
      )}
      <nav aria-label="Results" className="mt-3 flex flex-wrap gap-x-4 gap-y-1 text-sm">
        <Shown href={`/desk/bulk/${id}`} current={shown === ''}>
          All {total.toLocaleString('en')}
        </Shown>
        {itemStates
          .filter((one) => counts[one] > 0)
          .map((one) => (
            <Shown key={one} href={`/desk/bulk/${id}?show=${one}`} current={shown === one}>
              {names[one]} {counts[one].toLocaleString('en')}
            </Shown>
          ))}
      </nav>
    </div>
  )
}

function Shown({ href, current, children }: { href: string; current: boolean; children: React.ReactNode }) {
  return (
    <Link
      href={href}
      prefetch={false}
      aria-current={current ? 'page' : undefined}
      className="aria-[current]:font-semibold aria-[current]:text-ink"
    >
      {children}
    </Link>
  )
}
