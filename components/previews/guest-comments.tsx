// The comments of an outside expert on what they are shown, with what the desk answered, and plain forms that need no script.
import { Day } from '#components/measures/day.tsx'
import { Banner } from '#components/ui/banner.tsx'
import { buttonClass } from '#components/ui/button.tsx'
import { Field } from '#components/ui/field.tsx'
import { Select } from '#components/ui/select.tsx'
import { TextArea } from '#components/ui/text-input.tsx'
import type { GuestLine, GuestThread, Preview } from '#lib/previews/queries.ts'
import { type CommentField, fieldNames } from '#lib/review/comment.ts'

const fields: CommentField[] = ['whole', 'bases', 'description', 'coverage', 'sources', 'place', 'change note']

/** `sent` is the id of the comment that was sent just now. */
export function GuestComments({ preview, action, sent }: { preview: Preview; action: string; sent: number }) {
  const { threads, commentsWelcome, guest } = preview
  const isSent = threads.some((thread) => thread.id === sent || thread.answers.some(({ id, outside }) => outside && id === sent))
  if (!commentsWelcome && threads.length === 0) return null
  return (
    <section aria-labelledby="comments" className="mt-12 border-t-2 border-ink pt-4 print:hidden">
      <h2 id="comments" className="text-xl font-semibold">
        Your comments
      </h2>
      {isSent && (
        <Banner tone="good" role="status" className="mt-3">
          Thank you. The editors have your comment.
        </Banner>
      )}
      {threads.length > 0 && (
        <ul className="mt-4 space-y-4">
          {threads.map((thread) => (
            <Begun key={thread.id} thread={thread} action={commentsWelcome ? action : null} />
          ))}
        </ul>
      )}
      {commentsWelcome && (
        <form method="post" action={action} aria-label="New comment" className="mt-6 max-w-[44rem] space-y-4">
          <p className="text-muted">
            The editors read it with the name {guest}. You need no account, and may come back to this address for their answers.
          </p>
          <Field id="field" label="About">
            <Select id="field" name="field" defaultValue="whole">
              {fields.map((field) => (
                <option key={field} value={field}>
                  {fieldNames[field]}
                </option>
              ))}
            </Select>
          </Field>
          <Field
            id="quote"
            label="Words that it is about (optional)"
            hint="Copied from the text above; leave it empty to comment on all of it."
          >
            <TextArea id="quote" name="quote" short maxLength={1000} aria-describedby="quote-hint" />
            <button type="button" hidden data-quote="quote" className={`mt-2 [&[hidden]]:hidden ${buttonClass('plain', true)}`}>
              Take the words that are selected above
            </button>
          </Field>
          <Field id="body" label="Comment">
            <TextArea id="body" name="body" required maxLength={5000} className="min-h-40" />
          </Field>
          <button type="submit" className={buttonClass('primary')}>
            Send comment
          </button>
        </form>
      )}
    </section>
  )
}

function Begun({ thread, action }: { thread: GuestThread; action: string | null }) {
  const id = `answer-${thread.id}`
  return (
    <li id={`thread-${thread.id}`} className="border border-rule bg-surface p-4">
      <p className="flex flex-wrap gap-x-3 text-sm">
        <strong className="font-semibold">{fieldNames[thread.field]}</strong>
        {thread.settled && <span className="text-good">Settled by the editors</span>}
      </p>
      {thread.quote && <blockquote className="mt-2 border-l-4 border-rule-strong pl-3 font-serif wrap-anywhere">{thread.quote}</blockquote>}
      <ol className="mt-2 space-y-2">
        {[thread, ...thread.answers].map((line) => (
          <Said key={line.id} line={line} />
        ))}
      </ol>
      {action && (
        <details className="mt-3">
          <summary className="cursor-pointer text-sm text-accent">Add to it</summary>
          <form method="post" action={action} className="mt-2 space-y-2">
            <input type="hidden" name="threadId" value={thread.id} />
            <Field id={id} label="Your answer">
              <TextArea id={id} name="body" required maxLength={5000} className="min-h-32" />
            </Field>
            <button type="submit" className={buttonClass('plain', true)}>
              Send answer
            </button>
          </form>
        </details>
      )}
    </li>
  )
}

function Said({ line }: { line: GuestLine }) {
  return (
    <li>
      <p className="text-sm text-muted">
        <strong className="font-semibold text-ink">{line.outside ? 'You' : `${line.author}, for the editors`}</strong>,{' '}
        <Day at={line.at.toISOString()} />
      </p>
      <p className="whitespace-pre-wrap wrap-anywhere">{line.body}</p>
    </li>
  )
}
