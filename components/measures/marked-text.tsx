// A text with the words in it that a search found. The text is shown as text, whatever stands in it.
import { runsOf } from '#lib/published/search-words.ts'

export function MarkedText({ text }: { text: string }) {
  let at = 0
  return runsOf(text).map(({ text: run, found }) => {
    at += run.length
    return found ? (
      <mark key={at} className="bg-warn-wash text-ink">
        {run}
      </mark>
    ) : (
      run
    )
  })
}
