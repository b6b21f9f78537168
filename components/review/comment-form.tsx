'use client'
// Begins a thread: on a passage that was chosen in the text, or on a field. What was typed stays until the comment is kept.
import { useRouter } from 'next/navigation'
import { type FormEvent, useEffect, useState } from 'react'
import { Refused } from '#components/desk/refused.tsx'
import { Button, IconButton } from '#components/ui/button.tsx'
import { Field } from '#components/ui/field.tsx'
import { CrossIcon } from '#components/ui/icons.tsx'
import { Select } from '#components/ui/select.tsx'
import { TextArea } from '#components/ui/text-input.tsx'
import { type CommentField, commentFields, fieldNames, type NewThread } from '#lib/review/comment.ts'
import type { Refusal } from '#lib/system/action.ts'
import { useCommenting } from './commenting.tsx'

type Props = {
  about: { ref: string; version: number; revision: number }
  /** Why a thread cannot hold the approval up; null when it can. */
  whyNotInsist: string | null
  action: (input: NewThread) => Promise<{ ok: true } | Refusal>
}

const shortcut = { 'data-key': 'c', 'data-key-label': 'Write a comment' }

const unreachable: Refusal = { ok: false, kind: 'failed', message: 'The server cannot be reached. Your comment stays here; try again.' }

export function CommentForm({ about, whyNotInsist, action }: Props) {
  const router = useRouter()
  const { subject, choose } = useCommenting()
  const [field, setField] = useState<CommentField>('description')
  const [body, setBody] = useState('')
  const [mustSettle, setMustSettle] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [busy, setBusy] = useState(false)
  const [open, setOpen] = useState(false)

  useEffect(() => {
    if (!subject) return
    setField(subject.field)
    setOpen(true)
  }, [subject])
  // Whoever opens it, by a passage, a key or the mouse, wants to write.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a passage that is chosen while it is open moves there too
  useEffect(() => {
    if (open) document.getElementById('comment-body')?.focus()
  }, [open, subject])

  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    const result = await action({ ...about, field, quote: subject?.quote ?? '', body, mustSettle }).catch(() => unreachable)
    setBusy(false)
    setRefusal(result.ok ? null : result)
    if (!result.ok) return
    setBody('')
    setMustSettle(false)
    choose(null)
    router.refresh()
  }

  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)} className="mt-4">
      <summary className="cursor-pointer text-muted" {...(open ? {} : shortcut)}>
        Write a comment…
      </summary>
      <form onSubmit={send} aria-label="New comment" className="mt-3 space-y-3 border border-rule bg-surface p-4">
        {refusal && <Refused refusal={refusal} />}
        {subject?.quote ? (
          <div className="flex items-start gap-2">
            <blockquote className="min-w-0 flex-1 border-l-4 border-accent pl-3 font-serif wrap-anywhere line-clamp-4">
              {subject.quote}
            </blockquote>
            <IconButton label="Comment on the whole field instead" onClick={() => choose(null)}>
              <CrossIcon />
            </IconButton>
          </div>
        ) : (
          <Field id="comment-field" label="About" hint="Or select a passage in the text below.">
            <Select id="comment-field" value={field} onChange={(event) => setField(event.target.value as CommentField)}>
              {commentFields.map((one) => (
                <option key={one} value={one}>
                  {fieldNames[one]}
                </option>
              ))}
            </Select>
          </Field>
        )}
        <Field id="comment-body" label={subject?.quote ? `Comment on a passage of ${fieldNames[subject.field].toLowerCase()}` : 'Comment'}>
          <TextArea
            id="comment-body"
            {...(open ? shortcut : {})}
            value={body}
            maxLength={5000}
            onChange={(event) => setBody(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.form?.requestSubmit()
            }}
          />
        </Field>
        {whyNotInsist === null && (
          <label className="flex items-baseline gap-2">
            <input
              type="checkbox"
              checked={mustSettle}
              onChange={(event) => setMustSettle(event.target.checked)}
              className="accent-accent"
            />
            Must be settled before the approval
          </label>
        )}
        <Button type="submit" unavailable={busy || body.trim() === ''}>
          {busy ? 'Commenting…' : 'Comment'}
        </Button>
      </form>
    </details>
  )
}
