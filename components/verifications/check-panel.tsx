// The checks of a measure's published text against its sources: the form that records one, and those that were.
import Link from 'next/link'
import { DecisionForm } from '#components/desk/decision-form.tsx'
import { Section } from '#components/desk/section.tsx'
import { buttonClass } from '#components/ui/button.tsx'
import type { OneVersion, PastCheck } from '#lib/measures/queries.ts'
import type { Refusal } from '#lib/system/action.ts'
import { renderDate } from '#lib/timeline/partial-date.ts'
import { DayOfCheck } from './day-of-check.tsx'

type Props = {
  /** The published version: its text is named by its digest. */
  text: OneVersion
  today: string
  checks: readonly PastCheck[]
  refused: string | null
  action: (previous: Refusal | null, form: FormData) => Promise<Refusal | null>
}

export function CheckPanel({ text, today, checks, refused, action }: Props) {
  const { ref, number, head } = text
  const last = checks.find(({ version }) => version === number)
  return (
    <Section title="Checked against the sources">
      <p className="mb-2 text-muted">
        {last
          ? `Version ${number} was last checked on ${renderDate(last.on)} by ${last.by}.`
          : `Nobody has checked version ${number} since it was published.`}{' '}
        A check makes no new version; readers see its day and your name.
      </p>
      <details className="group">
        <summary className={`${buttonClass()} list-none group-open:hidden`}>I checked it…</summary>
        <div className="max-w-2xl border-l-4 border-rule-strong pl-4">
          <p className="mb-3">
            Say this only when you have read the <Link href={`/measures/${ref}`}>published text</Link> beside its sources and it says what
            they say. If it does not, amend it.
          </p>
          <DecisionForm
            key={checks.length}
            action={action}
            about={{ ref, version: number, digest: head.digest }}
            label="It says what its sources say"
            busyLabel="Recording…"
            variant="primary"
            refused={refused}
            reason={{ label: 'Note, for colleagues', hint: 'Optional: what you compared, such as the consolidated text of a day.' }}
          >
            {refused === null && <DayOfCheck today={today} from={head.createdAt.toISOString().slice(0, 10)} />}
          </DecisionForm>
        </div>
      </details>
      {checks.length > 0 && (
        <ol aria-label="Checks, the last first" className="mt-4 border-t border-rule">
          {checks.map((check) => (
            <li
              key={`${check.on} ${check.at.toISOString()}`}
              className="grid gap-x-4 border-b border-rule py-1.5 text-sm sm:grid-cols-[9rem_1fr]"
            >
              <span className="text-muted tabular-nums">{renderDate(check.on)}</span>
              <span>
                <strong className="font-semibold">{check.by}</strong> <span className="text-muted">· version {check.version}</span>
                {check.note && <span className="block font-serif break-words whitespace-pre-line">{check.note}</span>}
              </span>
            </li>
          ))}
        </ol>
      )}
    </Section>
  )
}
