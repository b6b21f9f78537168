'use client'
// A list whose rows are chosen for one deed: a plain form, with ranges by Shift, a count and “all on this page” where scripts run.
import { type MouseEvent, type ReactNode, useRef, useState } from 'react'
import { Button } from '#components/ui/button.tsx'

type Props = {
  /** How many measures the list has on all its pages, and how many may be chosen at once. */
  total: number
  most: number
  /** The question of the list, sent along for “all that match”. */
  asked: Record<string, string>
  deeds: readonly { deed: string; label: string }[]
  children: ReactNode
}

export function Choosing({ total, most, asked, deeds, children }: Props) {
  const form = useRef<HTMLFormElement>(null)
  const last = useRef<HTMLInputElement | null>(null)
  const [chosen, setChosen] = useState(0)
  const boxes = () => [...(form.current?.querySelectorAll<HTMLInputElement>('input[name=item]') ?? [])]
  const count = () => setChosen(boxes().filter(({ checked }) => checked).length)

  /** Shift and a click, or Shift and the space bar, choose all rows between this one and the last. */
  function choose(event: MouseEvent) {
    const box = event.target
    if (!(box instanceof HTMLInputElement) || box.name !== 'item') return
    const all = boxes()
    const [from, to] = [last.current ? all.indexOf(last.current) : -1, all.indexOf(box)]
    if (event.shiftKey && from >= 0)
      for (const between of all.slice(Math.min(from, to), Math.max(from, to) + 1)) between.checked = box.checked
    last.current = box
    count()
  }
  function chooseAll(checked: boolean) {
    for (const box of boxes()) box.checked = checked
    count()
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the space bar clicks a box
    <form ref={form} action="/desk/bulk/new" onClick={choose} onReset={() => setChosen(0)} aria-label="Measures" className="group">
      {Object.entries(asked).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      <fieldset className="sticky bottom-0 z-10 mt-4 hidden flex-wrap items-center gap-x-3 gap-y-2 border border-rule-strong bg-surface p-3 shadow-lg group-has-[input[type=checkbox]:checked]:flex">
        <legend className="sr-only">With the chosen</legend>
        <p className="text-sm" role="status">
          {chosen > 0 ? <strong className="font-semibold">{chosen} chosen</strong> : 'With the chosen:'}
        </p>
        {deeds.map(({ deed, label }) => (
          <Button key={deed} type="submit" name="deed" value={deed} small>
            {label}…
          </Button>
        ))}
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
          <Button small variant="quiet" onClick={() => chooseAll(true)}>
            All on this page
          </Button>
          <Button small variant="quiet" type="reset">
            None
          </Button>
          {total > 1 && total <= most && (
            <label className="flex items-center gap-1.5">
              <input type="checkbox" name="all" value="1" className="size-4 accent-accent" />
              All {total.toLocaleString('en')} that match
            </label>
          )}
          {total > most && <span className="text-muted">Narrowed down to {most.toLocaleString('en')}, all could be chosen.</span>}
        </span>
      </fieldset>
    </form>
  )
}
