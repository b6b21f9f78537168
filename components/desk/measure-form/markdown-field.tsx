'use client'
// The description, written as it will look and kept as Markdown. What nobody edits is never rewritten; what the editor cannot show is edited as Markdown.
import { EditorContent, useEditor } from '@tiptap/react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { cx } from '#components/ui/cx.ts'
import { TextArea } from '#components/ui/text-input.tsx'
import { useHydrated } from '#components/ui/use-hydrated.ts'
import { LinkForm } from './link-form.tsx'
import { extensions, type Reading, readMarkdown, writeMarkdown } from './markdown-blocks.ts'
import { MarkdownToolbar } from './markdown-toolbar.tsx'

type Props = {
  id: string
  labelledBy: string
  describedBy?: string | undefined
  invalid?: boolean
  value: string
  onChange: (markdown: string) => void
  onBlur: () => void
}
type FormattedProps = Props & { onUnreadable: () => void }

export function MarkdownField({ value, ...rest }: Props) {
  const [asMarkdown, setAsMarkdown] = useState<boolean | null>(null)
  // A server shows no editor, and need not know which one it will be.
  const here = useHydrated()
  const first = useRef(value)
  const unreadable = useMemo(() => here && !readMarkdown(first.current).faithful, [here])
  const markdown = asMarkdown ?? unreadable
  return (
    <div className="rounded-sm border border-rule-strong bg-surface focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-focus">
      {!here && <div className={writing}>{value}</div>}
      {here &&
        (markdown ? <Source value={value} {...rest} /> : <Formatted value={value} onUnreadable={() => setAsMarkdown(true)} {...rest} />)}
      <div className="flex flex-wrap items-center justify-between gap-x-3 border-t border-rule px-2 py-1 text-sm text-muted">
        <span>{markdown ? 'Markdown, kept exactly as it is written.' : 'Parts that are not edited stay exactly as they were.'}</span>
        <button
          type="button"
          className="min-h-6 cursor-pointer px-1 text-ink underline decoration-rule-strong underline-offset-3"
          onClick={() => (markdown && !readMarkdown(value).faithful ? setAsMarkdown(true) : setAsMarkdown(!markdown))}
          aria-disabled={(markdown && !readMarkdown(value).faithful) || undefined}
          title={markdown && !readMarkdown(value).faithful ? 'This text has Markdown that the formatted view cannot show.' : undefined}
        >
          {markdown ? 'Edit formatted' : 'Edit as Markdown'}
        </button>
      </div>
    </div>
  )
}

function Source({ id, labelledBy, describedBy, invalid, value, onChange, onBlur }: Props) {
  return (
    <TextArea
      id={id}
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      aria-invalid={invalid || undefined}
      className="min-h-56 border-0 font-mono text-sm outline-none"
      value={value}
      onChange={(event) => onChange(event.target.value)}
      onBlur={onBlur}
    />
  )
}

const writing = cx(
  'min-h-56 px-3 py-2.5 font-serif text-[1.06rem] leading-relaxed break-words whitespace-pre-wrap outline-none',
  '[&>*+*]:mt-3 [&_h1]:text-2xl [&_h2]:text-xl [&_h2]:font-semibold [&_h3]:text-lg [&_h3]:font-semibold',
  '[&_ul]:list-disc [&_ul]:pl-6 [&_ol]:list-decimal [&_ol]:pl-6 [&_blockquote]:border-l-4 [&_blockquote]:border-rule-strong [&_blockquote]:pl-3',
  '[&_pre]:bg-sunken [&_pre]:p-2 [&_code]:font-mono [&_code]:text-sm',
)

function Formatted({ id, labelledBy, describedBy, invalid, value, onChange, onBlur, onUnreadable }: FormattedProps) {
  const [linking, setLinking] = useState(false)
  const loaded = useRef<{ reading: Reading; value: string } | null>(null)
  if (!loaded.current) loaded.current = { reading: readMarkdown(value), value }
  const original = useRef<ReturnType<typeof useEditor>['state']['doc'] | null>(null)
  const handlers = useRef({ onChange, onBlur, onUnreadable })
  handlers.current = { onChange, onBlur, onUnreadable }

  const editor = useEditor({
    extensions,
    content: loaded.current.reading.doc,
    immediatelyRender: false, // the server renders no editor, so there is nothing to mismatch
    injectCSS: false, // a strict style-src refuses style elements
    shouldRerenderOnTransaction: false,
    editorProps: {
      attributes: { id, role: 'textbox', 'aria-multiline': 'true', 'aria-labelledby': labelledBy, class: writing },
      handleKeyDown: (_, event) => {
        if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return false
        event.preventDefault()
        setLinking(true)
        return true
      },
    },
    onCreate: ({ editor }) => {
      original.current = editor.state.doc
    },
    onUpdate: ({ editor }) => {
      if (!loaded.current || !original.current) return
      const written = writeMarkdown(loaded.current.reading, original.current, editor.state.doc)
      if (written === loaded.current.value) return
      loaded.current.value = written
      handlers.current.onChange(written)
    },
    onBlur: () => handlers.current.onBlur(),
  })

  // A text that comes from elsewhere (restored, or somebody else's) replaces what is shown, without counting as an edit.
  useEffect(() => {
    if (!editor || !loaded.current || loaded.current.value === value) return
    loaded.current = { reading: readMarkdown(value), value }
    if (!loaded.current.reading.faithful) return handlers.current.onUnreadable()
    editor.commands.setContent(loaded.current.reading.doc, { emitUpdate: false })
    original.current = editor.state.doc
  }, [editor, value])

  useEffect(() => {
    const box = editor?.view.dom
    if (!box) return
    if (describedBy) box.setAttribute('aria-describedby', describedBy)
    else box.removeAttribute('aria-describedby')
    if (invalid) box.setAttribute('aria-invalid', 'true')
    else box.removeAttribute('aria-invalid')
  }, [editor, describedBy, invalid])

  if (!editor) return <div className={writing}>{value}</div>
  return (
    <>
      <MarkdownToolbar editor={editor} controls={id} linkOpen={linking} onLink={() => setLinking(!linking)} />
      {linking && <LinkForm editor={editor} onClose={() => setLinking(false)} />}
      <EditorContent editor={editor} />
    </>
  )
}
