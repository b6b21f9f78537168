'use client'
// Leaving with unsaved work asks first: closing the tab, and links inside the desk. (Going back by the browser is covered by the copy on this device.)
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'

type Props = { unsaved: boolean; saveNow: () => Promise<number | null>; explanation?: string }
const kept = 'Without saving, your text stays on this device only, and is offered when you come back to this form.'

export function UnsavedGuard({ unsaved, saveNow, explanation = kept }: Props) {
  const router = useRouter()
  const [leavingTo, setLeavingTo] = useState<string | null>(null)

  useEffect(() => {
    if (!unsaved) return
    const beforeUnload = (event: BeforeUnloadEvent) => event.preventDefault()
    const click = (event: MouseEvent) => {
      const href = addressOf(event)
      if (!href) return
      event.preventDefault()
      event.stopPropagation()
      setLeavingTo(href)
    }
    window.addEventListener('beforeunload', beforeUnload)
    document.addEventListener('click', click, { capture: true })
    return () => {
      window.removeEventListener('beforeunload', beforeUnload)
      document.removeEventListener('click', click, { capture: true })
    }
  }, [unsaved])

  const go = () => {
    if (leavingTo) router.push(leavingTo)
    setLeavingTo(null)
  }

  return (
    <Dialog
      open={leavingTo !== null}
      onClose={() => setLeavingTo(null)}
      title="Leave with unsaved changes?"
      explanation={explanation}
      actions={
        <>
          <Button variant="quiet" onClick={() => setLeavingTo(null)}>
            Stay here
          </Button>
          <Button onClick={go}>Leave without saving</Button>
          <Button variant="primary" onClick={async () => ((await saveNow()) === null ? setLeavingTo(null) : go())}>
            Save and leave
          </Button>
        </>
      }
    />
  )
}

/** The address inside this site that a plain click on a link would lead to. */
function addressOf(event: MouseEvent): string | null {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null
  if (!(link instanceof HTMLAnchorElement) || (link.target && link.target !== '_self') || link.hasAttribute('download')) return null
  const to = new URL(link.href)
  const here = window.location
  if (to.origin !== here.origin || (to.pathname === here.pathname && to.search === here.search)) return null
  return to.pathname + to.search + to.hash
}
