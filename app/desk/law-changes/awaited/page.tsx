// What is enacted and not yet in force: what has come to its day and waits for somebody's word, and what lies ahead.
import Link from 'next/link'
import { DecisionForm } from '#components/desk/decision-form.tsx'
import { Section } from '#components/desk/section.tsx'
import { whyNot } from '#lib/accounts/permissions.ts'
import { requireActor } from '#lib/accounts/session.ts'
import { type AwaitedEvent, awaitedCommencements, awaitedEvents } from '#lib/law-changes/awaited-queries.ts'
import { systemClock } from '#lib/system/clock.ts'
import { happen } from '../actions.ts'

export const metadata = { title: 'Enacted, not yet in force' }

export default async function AwaitedPage() {
  const actor = await requireActor('/desk/law-changes/awaited')
  const today = systemClock().toISOString().slice(0, 10)
  const [begun, due, ahead] = await Promise.all([
    awaitedCommencements(actor, today),
    awaitedEvents(actor, today, 'due'),
    awaitedEvents(actor, today, 'ahead'),
  ])
  return (
    <>
      <p className="text-muted">
        <Link href="/desk/law-changes">Law changes</Link>
      </p>
      <h1 className="mt-1 text-3xl font-semibold">Enacted, not yet in force</h1>
      <p className="mt-2 max-w-2xl">
        What a published timeline tells of the future. On its day a person looks it up and says whether it happened; nothing is taken for
        granted.
      </p>
      <Section title="Has it begun?" count={begun.length + due.length} empty="Nothing has come to its day.">
        <ul className="max-w-3xl border-b border-rule">
          {begun.map(({ id, name, actTitle }) => (
            <li key={`change ${id}`} className="border-t border-rule py-3">
              <Link href={`/desk/law-changes/${id}`} className="font-medium text-ink">
                {name} <span className="font-serif">{actTitle}</span>
              </Link>
              <p className="text-sm text-muted">A law change that was recorded as not yet in force.</p>
            </li>
          ))}
          {due.map((event) => (
            <li key={event.id} id={`event-${event.id}`} className="border-t border-rule py-3 target:bg-sunken">
              <What event={event} />
              <div className="mt-2 flex flex-wrap items-start gap-6">
                <DecisionForm
                  action={happen}
                  about={{ id: event.id, decision: 'happened' }}
                  label="Yes, it happened"
                  busyLabel="Recording…"
                  variant="primary"
                  refused={whyNot(actor, 'confirm commencement', event.economy)}
                />
                <DecisionForm
                  action={happen}
                  about={{ id: event.id, decision: 'did not happen' }}
                  label="No, it did not"
                  busyLabel="Recording…"
                  reason={{ label: 'What happened instead', hint: 'Then correct the timeline as well.' }}
                  refused={whyNot(actor, 'confirm commencement', event.economy)}
                />
              </div>
            </li>
          ))}
        </ul>
      </Section>
      <Section title="Ahead" count={ahead.length} empty="No published timeline tells of the future.">
        <ul className="max-w-3xl border-b border-rule">
          {ahead.map((event) => (
            <li key={event.id} className="border-t border-rule py-2.5">
              <What event={event} />
            </li>
          ))}
        </ul>
      </Section>
    </>
  )
}

function What({ event: { name, title, ref, actRef } }: { event: AwaitedEvent }) {
  return (
    <>
      <p>
        <span className="font-medium">{name}</span> <span className="font-serif">{title}</span>
      </p>
      <p className="text-sm text-muted">
        {ref === null ? (
          <>
            <Link href={`/desk/acts/${actRef}`}>{actRef}</Link>, for every measure that cites it
          </>
        ) : (
          <>
            In <Link href={`/desk/measures/${ref}`}>{ref}</Link>
          </>
        )}
      </p>
    </>
  )
}
