'use client'
// The description as Markdown, the frame that it shares with its formatted view, and the look that both views of the text have.
import type { CSSProperties, ReactNode } from 'react'
import { cx } from '#components/ui/cx.ts'
import { TextArea } from '#components/ui/text-input.tsx'

export type MarkdownProps = {
  id: string
  labelledBy: string
  describedBy?: string | undefined
  invalid?: boolean
  value: string
  onChange: (markdown: string) => void
  onBlur: () => void
}

/** The look of a text that is written. */
export const writing = cx(
  'min-h-56 px-3 py-2.5 font-serif text-[1.06rem] leading-relaxed break-words whitespace-pre-wrap outline-none',
  '[&>*+*]:mt-3 [&_h1]:text-2xl [&_h2]:text-xl [&_h2]:font-semibold [&_h3]:text-lg [&_h3]:font-semibold',
  '[&_ul]:list-disc [&_ul]:pl-6 [&_ol]:list-decimal [&_ol]:pl-6 [&_blockquote]:border-l-4 [&_blockquote]:border-rule-strong [&_blockquote]:pl-3',
  '[&_pre]:bg-sunken [&_pre]:p-2 [&_code]:font-mono [&_code]:text-sm',
)

/** A text is laid out when it comes into sight; until then it is taken to be about as high as this. */
export const heightOf = (text: string): CSSProperties => ({
  containIntrinsicHeight: `auto ${Math.max(14, Math.ceil(text.length / 54))}rem`,
})

type FrameProps = { markdown: boolean; onSwitch: () => void; refused?: boolean; children: ReactNode }

export function MarkdownFrame({ markdown, onSwitch, refused = false, children }: FrameProps) {
  return (
    <div className="rounded-sm border border-rule-strong bg-surface focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-focus">
      {children}
      <div className="flex flex-wrap items-center justify-between gap-x-3 border-t border-rule px-2 py-1 text-sm text-muted">
        <span>{markdown ? 'Markdown, kept exactly as it is written.' : 'Parts that are not edited stay exactly as they were.'}</span>
        <button
          type="button"
          className="min-h-6 cursor-pointer px-1 text-ink underline decoration-rule-strong underline-offset-3"
          onClick={onSwitch}
          aria-disabled={refused || undefined}
          title={refused ? 'This text has Markdown that the formatted view cannot show.' : undefined}
        >
          {markdown ? 'Edit formatted' : 'Edit as Markdown'}
        </button>
      </div>
    </div>
  )
}

type SourceProps = MarkdownProps & { autoFocus?: boolean }

export function MarkdownSource({ id, labelledBy, describedBy, invalid, value, onChange, onBlur, autoFocus = false }: SourceProps) {
  return (
    <TextArea
      id={id}
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      aria-invalid={invalid || undefined}
      autoFocus={autoFocus}
      className="min-h-56 border-0 font-mono text-sm outline-none"
      value={value}
      onChange={(event) => onChange(event.target.value)}
      onBlur={onBlur}
    />
  )
}
