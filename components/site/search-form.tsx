// The one box that searches all measures; a plain form, so that it works without JavaScript.
import { buttonClass } from '#components/ui/button.tsx'

export function SearchForm({ id }: { id: string }) {
  return (
    <search>
      <form action="/measures" method="get" className="flex max-w-xl gap-2">
        <label htmlFor={id} className="sr-only">
          Search all measures
        </label>
        <input
          id={id}
          name="q"
          type="search"
          placeholder="Data retention, KZ-0001, Telegraph Act…"
          className="h-12 w-full min-w-0 rounded-sm border border-rule-strong bg-surface px-3.5 text-lg text-ellipsis placeholder:text-muted"
        />
        <button type="submit" className={buttonClass('primary')}>
          Search
        </button>
      </form>
    </search>
  )
}
