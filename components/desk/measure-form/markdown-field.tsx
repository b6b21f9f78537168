'use client'
// The description until its editor is there. That editor is the largest program of the desk: it comes once the rest of the form can be
// typed in. Who begins sooner, or never gets it, writes the same text as Markdown; nothing that was typed is ever replaced.
import { type ComponentType, useEffect, useState } from 'react'
import { useHydrated } from '#components/ui/use-hydrated.ts'
import { whenIdle } from '#components/ui/when-idle.ts'
import { heightOf, MarkdownFrame, type MarkdownProps, MarkdownSource, writing } from './markdown-source.tsx'

type Loaded = { Editor: ComponentType<MarkdownProps> }

export function MarkdownField(props: MarkdownProps) {
  const { id, value } = props
  const [loaded, setLoaded] = useState<Loaded | null>(null)
  /** Why the text is shown as Markdown while nobody chose so. */
  const [plain, setPlain] = useState<'begun' | 'no editor' | null>(null)
  const [asked, setAsked] = useState(1)
  const here = useHydrated()

  // biome-ignore lint/correctness/useExhaustiveDependencies: it is fetched again when it is asked for again; the text is only read ahead.
  useEffect(() => {
    let stopped = false
    let stop = whenIdle(async () => {
      const found = await import('./markdown-editor.tsx').catch(() => null)
      if (stopped) return
      if (!found) return setPlain((now) => now ?? 'no editor')
      // Each in a moment of its own: a key that is pressed meanwhile does not wait for all of it.
      stop = whenIdle(() => {
        found.readMarkdown(value)
        stop = whenIdle(() => setLoaded({ Editor: found.MarkdownEditor }))
      })
    })
    return () => {
      stopped = true
      stop()
    }
  }, [asked])

  if (loaded && !plain) return <loaded.Editor {...props} />
  const switched = () => {
    if (!plain) return setPlain('begun')
    setPlain(null)
    if (!loaded) setAsked(asked + 1)
  }
  return (
    <MarkdownFrame markdown={plain !== null} onSwitch={switched}>
      {plain ? (
        <MarkdownSource autoFocus={plain === 'begun'} {...props} />
      ) : (
        <>
          {/* Where the toolbar will be, so that nothing moves. */}
          <div className="h-10.25 border-b border-rule bg-sunken" />
          {/* biome-ignore lint/a11y/noStaticElementInteractions: who comes here gets a field instead, with the focus in it */}
          <div
            id={id}
            aria-busy
            tabIndex={here ? 0 : undefined}
            onFocus={() => setPlain('begun')}
            className={`${writing} [content-visibility:auto]`}
            style={heightOf(value)}
          >
            {value.split(/\n{2,}/).map((paragraph, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: nobody moves a paragraph here
              <p key={at}>{paragraph}</p>
            ))}
          </div>
        </>
      )}
    </MarkdownFrame>
  )
}
