'use client'
// The address of a link in the description: web and e-mail addresses only.
import type { Editor } from '@tiptap/react'
import { useId, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { TextInput } from '#components/ui/text-input.tsx'
import { isSafeLink } from './markdown-blocks.ts'

export function LinkForm({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const id = useId()
  const [address, setAddress] = useState(() => String(editor.getAttributes('link').href ?? ''))
  const [refused, setRefused] = useState(false)
  const linked = editor.isActive('link')

  function apply() {
    const href = address.trim()
    if (!isSafeLink(href)) return setRefused(true)
    const chain = editor.chain().focus().extendMarkRange('link')
    if (editor.state.selection.empty && !linked)
      chain.insertContent({ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] }).run()
    else chain.setLink({ href }).run()
    onClose()
  }

  function unlink() {
    editor.chain().focus().extendMarkRange('link').unsetLink().run()
    onClose()
  }

  return (
    <div className="flex flex-wrap items-start gap-2 border-b border-rule bg-sunken px-2 py-2">
      <div className="min-w-48 flex-1">
        <label htmlFor={id} className="sr-only">
          Address of the link
        </label>
        <TextInput
          id={id}
          autoFocus
          type="url"
          placeholder="https://"
          value={address}
          aria-invalid={refused || undefined}
          aria-describedby={refused ? `${id}-error` : undefined}
          onChange={(event) => {
            setAddress(event.target.value)
            setRefused(false)
          }}
          onKeyDown={(event) => {
            if (event.key === 'Escape') {
              onClose()
              editor.commands.focus()
            }
            if (event.key !== 'Enter') return
            event.preventDefault()
            apply()
          }}
        />
        {refused && (
          <p id={`${id}-error`} role="alert" className="mt-0.5 text-sm font-medium text-bad">
            A link begins with https://, http:// or mailto:
          </p>
        )}
      </div>
      <Button onClick={apply}>Set link</Button>
      {linked && <Button onClick={unlink}>Remove link</Button>}
      <Button variant="quiet" onClick={onClose}>
        Cancel
      </Button>
    </div>
  )
}
