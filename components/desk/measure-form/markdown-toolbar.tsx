'use client'
// The formatting that a description may have, as a toolbar: pressed states are told, arrow keys move, and every button names its shortcut.
import { Toolbar } from '@base-ui/react/toolbar'
import { type Editor, useEditorState } from '@tiptap/react'
import type { ReactNode } from 'react'
import { cx } from '#components/ui/cx.ts'
import { BulletsIcon, NumbersIcon } from '#components/ui/icons.tsx'

type Props = { editor: Editor; controls: string; linkOpen: boolean; onLink: () => void; children?: ReactNode }

const states = (editor: Editor) => ({
  bold: editor.isActive('bold'),
  italic: editor.isActive('italic'),
  heading: editor.isActive('heading', { level: 2 }),
  subheading: editor.isActive('heading', { level: 3 }),
  bullets: editor.isActive('bulletList'),
  numbers: editor.isActive('orderedList'),
  quote: editor.isActive('blockquote'),
  link: editor.isActive('link'),
})

export function MarkdownToolbar({ editor, controls, linkOpen, onLink, children }: Props) {
  const on = useEditorState({ editor, selector: ({ editor }) => states(editor) })
  const chain = () => editor.chain().focus()
  return (
    <Toolbar.Root
      aria-label="Formatting of the description"
      aria-controls={controls}
      className="flex flex-wrap items-center gap-0.5 border-b border-rule bg-sunken px-1 py-1"
    >
      <Tool label="Bold" keys="Control+B" on={on.bold} act={() => chain().toggleBold().run()}>
        <b>B</b>
      </Tool>
      <Tool label="Italic" keys="Control+I" on={on.italic} act={() => chain().toggleItalic().run()}>
        <i className="font-serif">I</i>
      </Tool>
      <Separator />
      <Tool label="Heading" keys="Control+Alt+2" on={on.heading} act={() => chain().toggleHeading({ level: 2 }).run()}>
        Heading
      </Tool>
      <Tool label="Subheading" keys="Control+Alt+3" on={on.subheading} act={() => chain().toggleHeading({ level: 3 }).run()}>
        Subheading
      </Tool>
      <Separator />
      <Tool label="Bulleted list" keys="Control+Shift+8" on={on.bullets} act={() => chain().toggleBulletList().run()}>
        <BulletsIcon />
      </Tool>
      <Tool label="Numbered list" keys="Control+Shift+7" on={on.numbers} act={() => chain().toggleOrderedList().run()}>
        <NumbersIcon />
      </Tool>
      <Tool label="Quote" keys="Control+Shift+B" on={on.quote} act={() => chain().toggleBlockquote().run()}>
        Quote
      </Tool>
      <Tool label="Link" keys="Control+K" on={on.link} expanded={linkOpen} act={onLink}>
        Link
      </Tool>
      {children}
    </Toolbar.Root>
  )
}

const Separator = () => <Toolbar.Separator className="mx-1 h-5 w-px bg-rule" />

type ToolProps = { label: string; keys: string; on: boolean; expanded?: boolean; act: () => void; children: ReactNode }

function Tool({ label, keys, on, expanded, act, children }: ToolProps) {
  return (
    <Toolbar.Button
      aria-label={label}
      title={`${label} (${keys.replace('Control', 'Ctrl')})`}
      aria-keyshortcuts={keys}
      aria-pressed={on}
      aria-expanded={expanded}
      onClick={act}
      className={cx(
        'inline-flex min-h-8 min-w-8 cursor-pointer items-center justify-center rounded-sm border border-transparent px-2 text-sm text-ink hover:bg-surface',
        'aria-pressed:border-rule-strong aria-pressed:bg-surface aria-pressed:text-accent',
      )}
    >
      {children}
    </Toolbar.Button>
  )
}
