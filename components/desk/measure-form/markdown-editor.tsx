'use client'
// The description, written as it will look and kept as Markdown. What nobody edits is never rewritten; what the editor cannot show is edited as Markdown.
import { EditorContent, useEditor } from '@tiptap/react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { LinkForm } from './link-form.tsx'
import { extensions, type Reading, readMarkdown, writeMarkdown } from './markdown-blocks.ts'
import { heightOf, MarkdownFrame, type MarkdownProps, MarkdownSource, writing } from './markdown-source.tsx'
import { MarkdownToolbar } from './markdown-toolbar.tsx'

type FormattedProps = MarkdownProps & { onUnreadable: () => void }

export { readMarkdown }

export function MarkdownEditor(props: MarkdownProps) {
  const { value } = props
  const [asMarkdown, setAsMarkdown] = useState<boolean | null>(null)
  const first = useRef(value)
  const unreadable = useMemo(() => !readMarkdown(first.current).faithful, [])
  const markdown = asMarkdown ?? unreadable
  const refused = markdown && !readMarkdown(value).faithful
  return (
    <MarkdownFrame markdown={markdown} refused={refused} onSwitch={() => setAsMarkdown(refused || !markdown)}>
      {markdown ? <MarkdownSource {...props} /> : <Formatted onUnreadable={() => setAsMarkdown(true)} {...props} />}
    </MarkdownFrame>
  )
}

function Formatted({ id, labelledBy, describedBy, invalid, value, onChange, onBlur, onUnreadable }: FormattedProps) {
  const [linking, setLinking] = useState(false)
  const [height] = useState(() => heightOf(value))
  const loaded = useRef<{ reading: Reading; value: string } | null>(null)
  if (!loaded.current) loaded.current = { reading: readMarkdown(value), value }
  const original = useRef<ReturnType<typeof useEditor>['state']['doc'] | null>(null)
  const handlers = useRef({ onChange, onBlur, onUnreadable })
  handlers.current = { onChange, onBlur, onUnreadable }

  const editor = useEditor({
    extensions,
    content: loaded.current.reading.doc,
    immediatelyRender: true, // no server ever renders it
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

  return (
    <>
      <MarkdownToolbar editor={editor} controls={id} linkOpen={linking} onLink={() => setLinking(!linking)} />
      {linking && <LinkForm editor={editor} onClose={() => setLinking(false)} />}
      <EditorContent editor={editor} className="[content-visibility:auto]" style={height} />
    </>
  )
}
