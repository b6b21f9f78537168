// The preview links of a version at the desk: who outside may read which revision until when, and a form for a new one.
import { DecisionForm } from '#components/desk/decision-form.tsx'
import { Moment } from '#components/desk/moment.tsx'
import { previewStateNames } from '#lib/previews/preview.ts'
import type { PreviewLine } from '#lib/previews/queries.ts'
import type { Refusal } from '#lib/system/action.ts'
import { renderDate } from '#lib/timeline/partial-date.ts'
import { PreviewForm, type SharePreview } from './preview-form.tsx'

type Props = {
  about: { ref: string; version: number; revision: number }
  lines: readonly PreviewLine[]
  /** Why the person may neither make nor revoke one; null when they may. */
  refused: string | null
  actions: { share: SharePreview; revoke: (previous: Refusal | null, form: FormData) => Promise<Refusal | null> }
}

export function PreviewPanel({ about, lines, refused, actions }: Props) {
  const open = lines.filter(({ state }) => state === 'open').length
  if (refused !== null && lines.length === 0) return null
  return (
    <section aria-labelledby="previews" className="mt-8">
      <h2 id="previews" className="text-xl font-semibold">
        Preview links {open > 0 && <span className="font-sans text-base font-normal text-muted">{open} open</span>}
      </h2>
      <p className="mt-1 max-w-[66ch] text-sm text-muted">
        For somebody outside, without an account: they read one revision, and nothing else of the desk, until the link ends or this version
        is published or discarded.
      </p>
      {lines.length > 0 && (
        <ul className="mt-3 border-t border-rule">
          {lines.map((line) => (
            <li key={line.id} className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 border-b border-rule py-2.5">
              <div className="min-w-0">
                <p className="wrap-anywhere">
                  <strong className="font-semibold">{line.guest}</strong>{' '}
                  <span className={line.state === 'open' ? 'text-good' : 'text-muted'}>{previewStateNames[line.state]}</span>
                </p>
                <p className="text-sm text-muted">
                  Revision {line.revision} · until {renderDate(line.until)} · made by {line.by}, <Moment at={line.at} /> ·{' '}
                  {line.openedAt === null ? (
                    'never opened'
                  ) : (
                    <>
                      last opened <Moment at={line.openedAt} />
                    </>
                  )}{' '}
                  · {line.comments} {line.comments === 1 ? 'comment' : 'comments'}
                  {!line.commentsWelcome && ' (none asked for)'}
                </p>
              </div>
              {refused === null && line.state === 'open' && (
                <DecisionForm
                  action={actions.revoke}
                  about={{ ref: about.ref, version: about.version, link: line.id }}
                  label="Revoke"
                  busyLabel="Revoking…"
                  variant="danger"
                  small
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {refused === null && <PreviewForm about={about} action={actions.share} />}
    </section>
  )
}
