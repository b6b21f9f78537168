'use client'
// Passages that were chosen with the mouse or the keyboard become the subject of a comment; those of open threads are marked in the text.
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react'
import { buttonClass } from '#components/ui/button.tsx'
import type { CommentField } from '#lib/review/comment.ts'
import { passageIn, quoted } from './passage.ts'

/** What a new comment is about. */
export type Subject = { field: CommentField; quote: string }
type Commenting = { subject: Subject | null; choose: (subject: Subject | null) => void }

const Chosen = createContext<Commenting>({ subject: null, choose: () => {} })
export const useCommenting = () => useContext(Chosen)

export function CommentingProvider({ children }: { children: ReactNode }) {
  const [subject, choose] = useState<Subject | null>(null)
  const value = useMemo(() => ({ subject, choose }), [subject])
  return <Chosen value={value}>{children}</Chosen>
}

type Quote = { id: number; field: CommentField; quote: string }

/** The text that is read: `quotes` are the passages that open threads are about. */
export function CommentableText({ quotes, children }: { quotes: readonly Quote[]; children: ReactNode }) {
  const text = useRef<HTMLDivElement>(null)
  const { choose } = useCommenting()
  const [offer, setOffer] = useState<(Subject & { top: number; left: number }) | null>(null)

  useEffect(() => {
    const look = () => {
      const found = text.current && quoted(text.current, document.getSelection())
      if (!found || !text.current) return setOffer(null)
      const around = text.current.getBoundingClientRect()
      setOffer({
        field: found.field,
        quote: found.quote,
        top: found.bounds.bottom - around.top + 6,
        left: Math.max(0, Math.min(found.bounds.left - around.left, around.width - 200)),
      })
    }
    look() // what was selected before this script was there
    document.addEventListener('selectionchange', look)
    return () => document.removeEventListener('selectionchange', look)
  }, [])

  useEffect(() => {
    if (!text.current || !('highlights' in CSS)) return
    const ranges = quotes.map((one) => text.current && passageIn(text.current, one)).filter((range) => range !== null)
    const look = new CSSStyleSheet()
    look.replaceSync('::highlight(comment) { background-color: var(--warn-wash); text-decoration: underline 2px var(--warn); }')
    document.adoptedStyleSheets.push(look)
    CSS.highlights.set('comment', new Highlight(...ranges))
    return () => {
      CSS.highlights.delete('comment')
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== look)
    }
  }, [quotes])

  return (
    <div ref={text} className="relative">
      {children}
      {offer && (
        <button
          type="button"
          style={{ top: offer.top, left: offer.left }}
          className={`absolute z-30 shadow-lg ${buttonClass('primary', true)}`}
          // Pressing the button must not take the selection away before it is read.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => {
            choose({ field: offer.field, quote: offer.quote })
            setOffer(null)
          }}
        >
          Comment on this passage
        </button>
      )}
    </div>
  )
}
