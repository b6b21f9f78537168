// The comments on a version: what is open first, what was settled folded away, and room for a new one.
import { type NewThread, stillSays, type Thread } from '#lib/review/comment.ts'
import type { Refusal } from '#lib/system/action.ts'
import { CommentForm } from './comment-form.tsx'
import { type ThreadActions, ThreadView } from './thread-view.tsx'

type Props = {
  about: { ref: string; version: number; revision: number }
  threads: readonly Thread[]
  /** The text of each field as it stands, to tell which quoted words are gone. */
  text: string
  refused: { comment: string | null; insist?: string | null; settle: (thread: Thread) => string | null }
  /** Without `begin` threads are answered and settled, and none is begun. */
  actions: ThreadActions & { begin?: (input: NewThread) => Promise<{ ok: true } | Refusal> }
}

export function Comments({ about, threads, text, refused, actions }: Props) {
  const view = (thread: Thread) => (
    <ThreadView
      key={thread.id}
      thread={thread}
      stands={stillSays(text, thread.quote)}
      about={about}
      refused={{ answer: refused.comment, settle: refused.settle(thread) }}
      actions={actions}
    />
  )
  const open = threads.filter(({ settledBy }) => settledBy === null)
  const settled = threads.filter(({ settledBy }) => settledBy !== null)
  if (threads.length === 0 && refused.comment !== null) return null
  return (
    <section aria-labelledby="comments" className="mt-8 mb-8 border-t border-rule-strong pt-4">
      <h2 id="comments" className="text-xl font-semibold">
        Comments {open.length > 0 && <span className="font-sans text-base font-normal text-muted">{open.length} open</span>}
      </h2>
      {open.length > 0 && <ul className="mt-3 space-y-3">{open.map(view)}</ul>}
      {settled.length > 0 && (
        <details className="mt-3">
          <summary className="cursor-pointer text-muted">{settled.length} settled</summary>
          <ul className="mt-3 space-y-3">{settled.map(view)}</ul>
        </details>
      )}
      {refused.comment === null && actions.begin && (
        <CommentForm about={about} whyNotInsist={refused.insist ?? null} action={actions.begin} />
      )}
    </section>
  )
}
