'use client'
// The statements of the measure as its page will print them, one per basis.
import { statementOf } from './differences.ts'
import { focusField } from './fields.ts'
import { useDraft } from './use-draft.tsx'

export function StatementsPanel() {
  const { bases } = useDraft()
  return (
    <section aria-labelledby="statements" className="border border-rule bg-surface p-4">
      <h2 id="statements" className="font-sans text-sm font-semibold">
        As the page will say
      </h2>
      {bases.length === 0 && <p className="mt-1 text-sm text-muted">Nothing yet: the measure has no basis.</p>}
      <ol className="mt-2 grid grid-cols-1 gap-3">
        {bases.map((basis, index) => (
          <li key={basis.id}>
            <p className="font-serif leading-snug">{statementOf(basis) || '…'}</p>
            <button
              type="button"
              className="min-h-6 max-w-full cursor-pointer truncate text-left text-sm text-muted hover:text-ink"
              onClick={() => focusField(`bases.${index}.title`)}
            >
              {basis.title || `Basis ${index + 1}`}
            </button>
          </li>
        ))}
      </ol>
    </section>
  )
}
