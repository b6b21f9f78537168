// The table of contents of a long page: its sections, and where it helps their parts.
import { cx } from '#components/ui/cx.ts'

export type ContentsItem = { id: string; name: string; parts?: ContentsItem[]; note?: string }

export function ContentsList({ items }: { items: ContentsItem[] }) {
  return (
    <nav aria-label="On this page" className="text-[0.9375rem] leading-snug">
      <h2 className="label mb-3">On this page</h2>
      <ContentsLevel items={items} />
    </nav>
  )
}

function ContentsLevel({ items, inner = false }: { items: ContentsItem[]; inner?: boolean }) {
  return (
    <ol className={cx(inner ? 'mt-1.5 space-y-1.5 border-l border-rule pl-3 text-sm' : 'space-y-3')}>
      {items.map(({ id, name, parts, note }) => (
        <li key={id}>
          <a href={`#${id}`} className={cx('no-underline hover:underline', inner ? 'text-muted' : 'text-ink')}>
            {name}
            {note && <span className="text-muted"> ({note})</span>}
          </a>
          {parts && parts.length > 0 && <ContentsLevel items={parts} inner />}
        </li>
      ))}
    </ol>
  )
}
