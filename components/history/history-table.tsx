// Every revision of a measure under its version, newest first: who saved it, what others decided on it, and two marks for what to compare.
import type { HistoryLine } from '#lib/measures/history-queries.ts'
import { revisionName } from '#lib/measures/revision.ts'
import { Moment } from '../desk/moment.tsx'
import { StateBadge } from '../desk/state-badge.tsx'

const origins = { form: '', import: 'imported', published: 'filled in from the version before' }

type Props = {
  lines: readonly HistoryLine[]
  /** The names of the revisions that an earlier text was brought back in, each with the one it came from. */
  broughtBack: ReadonlyMap<string, string>
  from: string
  to: string
}

export function HistoryTable({ lines, broughtBack, from, to }: Props) {
  return (
    <div className="overflow-x-auto">
      <table className="w-full text-left">
        <caption className="sr-only">Revisions, newest first</caption>
        <thead className="border-b border-rule-strong text-sm text-muted">
          <tr>
            <th scope="col" className="w-14 py-1.5 pr-2 font-semibold">
              From
            </th>
            <th scope="col" className="w-12 py-1.5 pr-2 font-semibold">
              To
            </th>
            <th scope="col" className="w-24 py-1.5 pr-4 font-semibold">
              Revision
            </th>
            <th scope="col" className="py-1.5 pr-4 font-semibold">
              Saved by
            </th>
            <th scope="col" className="hidden w-40 py-1.5 font-semibold sm:table-cell">
              At (UTC)
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => {
            const name = revisionName(line)
            return (
              <tr key={line.id} className="border-b border-rule align-top">
                <td className="py-2 pr-2">
                  <Mark name="from" value={name} checked={from === name} label={`From revision ${name}`} />
                </td>
                <td className="py-2 pr-2">
                  <Mark name="to" value={name} checked={to === name} label={`To revision ${name}`} />
                </td>
                <th scope="row" className="py-2 pr-4 font-medium tabular-nums">
                  {name}
                </th>
                <td className="py-2 pr-4">
                  {line.author}
                  {origins[line.origin] && <span className="text-muted">, {origins[line.origin]}</span>}
                  {broughtBack.has(name) && <span className="text-muted">, brought back from {broughtBack.get(name)}</span>}
                  {line.kind === 'autosave' && (
                    <span className="text-muted">
                      , autosaved{line.since !== null && ` since ${revisionName({ ...line, revision: line.since })}`}
                    </span>
                  )}
                  <span className="block text-sm text-muted tabular-nums sm:hidden">
                    <Moment at={line.at} />
                  </span>
                  {line.returnedBy.map((by) => (
                    <span key={by} className="block text-sm text-bad">
                      Returned by {by}
                    </span>
                  ))}
                  {line.approvedBy.map((by) => (
                    <span key={by} className="block text-sm text-good">
                      Approved by {by}
                    </span>
                  ))}
                  {line.emergencyBy !== null && (
                    <span className="block text-sm text-warn">Published in an emergency by {line.emergencyBy}</span>
                  )}
                  {line.approvedAfterwardsBy.map((by) => (
                    <span key={by} className="block text-sm text-good">
                      Approved afterwards by {by}
                    </span>
                  ))}
                  {line.isHead && (
                    <span className="mt-1 block">
                      <StateBadge state={line.state} /> <span className="text-xs text-muted">version {line.version}</span>
                    </span>
                  )}
                </td>
                <td className="hidden py-2 text-sm text-muted sm:table-cell">
                  <Moment at={line.at} />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

function Mark({ name, value, checked, label }: { name: string; value: string; checked: boolean; label: string }) {
  return (
    <label className="inline-flex min-h-6 min-w-6 items-center">
      <input type="radio" name={name} value={value} defaultChecked={checked} className="size-4 accent-accent" />
      <span className="sr-only">{label}</span>
    </label>
  )
}
