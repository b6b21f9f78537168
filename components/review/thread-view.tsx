// A thread: what it is about, what was said, and the ways to answer and to settle it.
import { DecisionForm } from '#components/desk/decision-form.tsx'
import { Moment } from '#components/desk/moment.tsx'
import { type CommentLine, fieldNames, type Thread } from '#lib/review/comment.ts'
import type { Refusal } from '#lib/system/action.ts'

type Action = (previous: Refusal | null, form: FormData) => Promise<Refusal | null>

export type ThreadActions = { answer: Action; settle: Action }
type Props = {
  thread: Thread
  /** Whether the words that it quotes still stand in the text. */
  stands: boolean
  about: { ref: string; version: number; revision: number }
  /** Why the person may neither answer nor settle; each null when they may. */
  refused: { answer: string | null; settle: string | null }
  actions: ThreadActions
}

export function ThreadView({ thread, stands, about, refused, actions }: Props) {
  const open = thread.settledBy === null
  const on = { ...about, threadId: thread.id }
  return (
    <li id={`thread-${thread.id}`} className="border border-rule bg-surface p-4">
      <p className="flex flex-wrap items-baseline gap-x-3 text-sm">
        <strong className="font-semibold">{fieldNames[thread.field]}</strong>
        {open && thread.mustSettle && <span className="font-semibold text-bad">Must be settled before the approval</span>}
        {thread.outside && <span className="text-muted">Begun by an outside expert, who reads what is answered here</span>}
        {!open && (
          <span className="text-good">
            Settled by {thread.settledBy}
            {thread.settledAt && (
              <>
                , <Moment at={thread.settledAt} />
              </>
            )}
          </span>
        )}
      </p>
      {thread.quote && (
        <blockquote className="mt-2 border-l-4 border-rule-strong pl-3 font-serif wrap-anywhere">
          {thread.quote}
          {!stands && <span className="block font-sans text-sm text-muted">These words are not in the text any more.</span>}
        </blockquote>
      )}
      <ol className="mt-2 space-y-2">
        {[thread, ...thread.answers].map((line) => (
          <Said key={line.id} line={line} now={about.revision} />
        ))}
      </ol>
      {refused.answer === null && (
        <details className="mt-3">
          <summary className="cursor-pointer text-sm text-accent">{open ? 'Answer or settle' : 'Answer or open again'}</summary>
          <div className="mt-2 grid gap-4 sm:grid-cols-[1fr_auto] sm:items-end">
            <DecisionForm action={actions.answer} about={on} label="Answer" busyLabel="Answering…" reason={{ label: 'Your answer' }} />
            <DecisionForm
              action={actions.settle}
              about={{ ...on, settled: open ? 'yes' : 'no' }}
              label={open ? 'Settle' : 'Open again'}
              busyLabel={open ? 'Settling…' : 'Opening…'}
              refused={refused.settle}
            />
          </div>
        </details>
      )}
    </li>
  )
}

function Said({ line, now }: { line: CommentLine; now: number }) {
  return (
    <li>
      <p className="text-sm text-muted">
        <strong className="font-semibold text-ink">{line.author}</strong>
        {line.outside && ' (outside expert)'}, <Moment at={line.at} />
        {line.revision !== now && <> · on revision {line.revision}</>}
      </p>
      <p className="whitespace-pre-wrap wrap-anywhere">{line.body}</p>
    </li>
  )
}
