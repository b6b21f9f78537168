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
  const count = () => {
    const all = form.current?.querySelector<HTMLInputElement>('input[name=all]')?.checked
    setChosen(all ? total : boxes().filter(({ checked }) => checked).length)
  }

  /** Shift and a click, or Shift and the space bar, choose all rows between this one and the last. */
  function choose(event: MouseEvent) {
    const box = event.target
    if (!(box instanceof HTMLInputElement) || box.type !== 'checkbox') return
    if (box.name === 'item') {
      const all = boxes()
      const [from, to] = [last.current ? all.indexOf(last.current) : -1, all.indexOf(box)]
      if (event.shiftKey && from >= 0)
        for (const between of all.slice(Math.min(from, to), Math.max(from, to) + 1)) between.checked = box.checked
      last.current = box
    }
    count()
  }
  function chooseAll() {
    for (const box of boxes()) box.checked = true
    count()
  }
  return (
    // What can be done comes before the rows, for who goes by Tab; on a phone it is drawn at the bottom, where the thumb is. What has the
    // focus is never below it.
    // biome-ignore lint/a11y/useKeyWithClickEvents: the space bar clicks a box
    <form
      ref={form}
      action="/desk/bulk/new"
      onClick={choose}
      onReset={() => setChosen(0)}
      aria-label="Measures"
      className="group flex flex-col max-sm:[&_td_*]:scroll-mb-40 sm:[&_td_*]:scroll-mt-32"
    >
      {Object.entries(asked).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="sticky bottom-0 z-10 order-last mt-4 hidden flex-wrap items-center gap-x-3 gap-y-1.5 border border-rule bg-surface px-3 py-1.5 group-has-[input[type=checkbox]:checked]:flex group-has-[input[type=checkbox]:checked]:border-rule-strong group-has-[input[type=checkbox]:checked]:shadow-lg sm:top-0 sm:bottom-auto sm:order-none sm:mt-0 sm:mb-2 sm:flex">
        <p className="text-sm tabular-nums" role="status">
          <span className="text-muted group-has-[input[type=checkbox]:checked]:hidden">None chosen</span>
          <strong className="hidden font-semibold group-has-[input[type=checkbox]:checked]:inline">
            {chosen > 0 ? `${chosen.toLocaleString('en')} chosen` : 'With the chosen:'}
          </strong>
        </p>
        <span className="flex flex-wrap items-center gap-x-1 text-sm">
          <Button small variant="quiet" onClick={chooseAll}>
            All on this page
          </Button>
          <Button small variant="quiet" type="reset" className="hidden group-has-[input[type=checkbox]:checked]:inline-flex">
            None
          </Button>
          {total > 1 && total <= most && (
            <label className="flex min-h-8 items-center gap-1.5 px-1.5">
              <input type="checkbox" name="all" value="1" className="size-4 accent-accent" />
              All {total.toLocaleString('en')} that match
            </label>
          )}
          {total > most && <span className="text-muted">Narrowed down to {most.toLocaleString('en')}, all could be chosen.</span>}
        </span>
        <fieldset
          tabIndex={-1}
          data-key="b"
          data-key-label="To what can be done with the chosen"
          aria-keyshortcuts="b"
          className="invisible -mx-3 flex min-w-0 gap-2 overflow-x-auto px-3 py-1 group-has-[input[type=checkbox]:checked]:visible sm:mx-0 sm:flex-wrap sm:overflow-visible sm:px-0 xl:ml-auto"
        >
          <legend className="sr-only">With the chosen</legend>
          {deeds.map(({ deed, label }) => (
            <Button key={deed} type="submit" name="deed" value={deed} small className="shrink-0">
              {label}…
            </Button>
          ))}
        </fieldset>
      </div>
      {children}
    </form>
  )
}
