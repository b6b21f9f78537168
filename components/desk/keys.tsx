'use client'
// Single keys at the desk: to the rooms, through lists and queues, to what a page offers (elements with `data-key`). `?` lists them; who dictates switches them off.
import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useRef, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { deedOf, type Pressed, roomsFor } from './key-deeds.ts'

const OFF = 'as-amended:keys-off'
const PATIENCE = 1500

type Offer = { key: string; label: string }

/** What the open page offers beside the keys that work everywhere. */
const offersOfPage = (): Offer[] =>
  [...document.querySelectorAll<HTMLElement>('[data-key]')].map((element) => ({
    key: element.dataset.key ?? '',
    label: element.dataset.keyLabel ?? element.textContent?.trim() ?? '',
  }))

/** Whether a key pressed here writes something. A box that is ticked takes the space bar alone. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input:not([type=checkbox], [type=radio]), textarea, select'))

const BOX = 'input[type=checkbox]'
/** The key that chooses a row, where the rows of the page have boxes. */
const choosing = (): Offer[] =>
  document.querySelector(`main tbody ${BOX}`) ? [{ key: 'x', label: 'Choose the row with the focus, or not' }] : []

/** Moves the focus among the rows of the page's lists: from box to box, or from link to link. */
function moveInRows(by: 1 | -1): void {
  const rows = [...document.querySelectorAll('main tbody tr')].filter((row) => row.querySelector(':is(td, th) a[href]'))
  const at = rows.findIndex((row) => row.contains(document.activeElement))
  const next = rows[at < 0 ? (by === 1 ? 0 : rows.length - 1) : Math.min(Math.max(at + by, 0), rows.length - 1)]
  const box = document.activeElement?.matches(BOX) ? next?.querySelector<HTMLElement>(BOX) : null
  ;(box ?? next?.querySelector<HTMLElement>(':is(td, th) a[href]'))?.focus()
}

const chooseRow = () => document.activeElement?.closest('main tbody tr')?.querySelector<HTMLElement>(BOX)?.click()

function useOffSwitch(): [boolean, (off: boolean) => void] {
  const [off, setOff] = useState(false)
  useEffect(() => setOff(readOff()), [])
  const set = useCallback((next: boolean) => {
    setOff(next)
    try {
      localStorage.setItem(OFF, next ? '1' : '')
    } catch {}
  }, [])
  return [off, set]
}

function readOff(): boolean {
  try {
    return localStorage.getItem(OFF) === '1'
  } catch {
    return false
  }
}

export function Keys({ people }: { people: boolean }) {
  const rooms = roomsFor({ people })
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const [offers, setOffers] = useState<Offer[]>([])
  const [off, setOff] = useOffSwitch()
  const before = useRef<Pressed | null>(null)

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target)) return
      if (document.querySelector('[role=dialog], [role=menu]')) return
      const now = { key: event.key, at: event.timeStamp }
      const deed = deedOf(now, before.current, offersOfPage(), { off, patience: PATIENCE, rooms: roomsFor({ people }) })
      before.current = now
      if (deed === null) return
      event.preventDefault()
      if (deed.is === 'help') {
        setOffers([...choosing(), ...offersOfPage()])
        setOpen(true)
      } else if (deed.is === 'go') router.push(deed.to)
      else if (deed.is === 'move') moveInRows(deed.by)
      else if (deed.is === 'choose') chooseRow()
      else {
        const element = document.querySelector<HTMLElement>(`[data-key="${CSS.escape(deed.key)}"]`)
        if (element?.matches('a, button, summary')) element.click()
        else element?.focus()
        element?.scrollIntoView({ block: 'nearest' })
      }
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [router, off, people])

  return (
    <Dialog
      open={open}
      onClose={() => setOpen(false)}
      title="Keys"
      actions={
        <Button variant="primary" onClick={() => setOpen(false)}>
          Close
        </Button>
      }
    >
      <div className="mt-4 grid gap-x-10 gap-y-5 sm:grid-cols-2">
        {offers.length > 0 && <List title="On this page" keys={offers.map(({ key, label }) => [key, label])} />}
        <List
          title="In lists"
          keys={[
            ['j', 'Next row'],
            ['k', 'Row before'],
            ['Enter', 'Open the row'],
          ]}
        />
        <List title="Rooms" keys={Object.entries(rooms).map(([key, { name }]) => [`g ${key}`, name])} />
        <List title="Anywhere" keys={[['?', 'These keys']]} />
      </div>
      <label className="mt-5 flex items-baseline gap-2 border-t border-rule pt-4">
        <input type="checkbox" checked={!off} onChange={(event) => setOff(!event.target.checked)} className="accent-accent" />
        Single keys act (kept on this device; ? always works)
      </label>
    </Dialog>
  )
}

function List({ title, keys }: { title: string; keys: readonly (readonly [string, string])[] }) {
  return (
    <section aria-label={title}>
      <h3 className="text-sm font-semibold text-muted">{title}</h3>
      <dl className="mt-1 grid grid-cols-[4rem_1fr] gap-y-1">
        {keys.map(([key, label]) => (
          <div key={`${key} ${label}`} className="contents">
            <dt>
              <kbd className="rounded-sm border border-rule-strong bg-sunken px-1.5 font-sans text-sm">{key}</kbd>
            </dt>
            <dd>{label}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
