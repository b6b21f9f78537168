// Why a basis tells only some of the events of the act that it cites, for the reviewer to weigh.
import Link from 'next/link'
import type { Content } from '#lib/measures/content.ts'

export function ChosenEvents({ bases }: { bases: Content['bases'] }) {
  const chosen = bases.flatMap((basis) => (basis.kind === 'act' && basis.selection ? [basis] : []))
  if (chosen.length === 0) return null
  return (
    <section className="mb-8 border-l-2 border-rule-strong pl-4" aria-labelledby="chosen-events">
      <h2 id="chosen-events" className="text-lg font-semibold">
        Events left out, with a reason
      </h2>
      <ul className="mt-1 space-y-1.5">
        {chosen.map(({ id, title, actRef, selection }) => (
          <li key={id} className="wrap-anywhere">
            <span className="font-serif">{title}</span> tells only some of the events of{' '}
            {actRef ? <Link href={`/desk/acts/${actRef}`}>{actRef}</Link> : 'its act'}: “{selection}”
          </li>
        ))}
      </ul>
    </section>
  )
}
