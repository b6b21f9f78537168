// Links to the pages of a long list; without pages to turn it is absent.
import Link from 'next/link'

type Props = { page: number; pages: number; href: (page: number) => string }

export function Pager({ page, pages, href }: Props) {
  if (pages < 2 || page > pages) return null
  return (
    <nav
      aria-label="Pages"
      className="mt-10 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2 border-t border-rule-strong pt-4"
    >
      <p className="text-sm text-muted">
        Page {page.toLocaleString('en')} of {pages.toLocaleString('en')}
      </p>
      <ul className="flex flex-wrap items-baseline gap-x-1 gap-y-2">
        {page > 1 && (
          <li>
            <PageLink href={href(page - 1)} rel="prev">
              Previous
            </PageLink>
          </li>
        )}
        {near(page, pages).map((number, index, shown) => (
          <li key={number} className="flex items-baseline">
            {index > 0 && number - (shown[index - 1] ?? 0) > 1 && <span className="px-1 text-muted">…</span>}
            {number === page ? (
              <span aria-current="page" className="min-w-8 border-b-2 border-accent px-2 py-1 text-center font-semibold tabular-nums">
                <span className="sr-only">Page </span>
                {number}
              </span>
            ) : (
              <PageLink href={href(number)}>
                <span className="sr-only">Page </span>
                {number}
              </PageLink>
            )}
          </li>
        ))}
        {page < pages && (
          <li>
            <PageLink href={href(page + 1)} rel="next">
              Next
            </PageLink>
          </li>
        )}
      </ul>
    </nav>
  )
}

function PageLink({ href, rel, children }: { href: string; rel?: 'prev' | 'next'; children: React.ReactNode }) {
  return (
    <Link
      href={href}
      rel={rel}
      prefetch={false}
      className="inline-block min-w-8 px-2 py-1 text-center tabular-nums no-underline hover:underline"
    >
      {children}
    </Link>
  )
}

/** The first and last page, and those around this one. */
function near(page: number, last: number): number[] {
  return [...new Set([1, page - 1, page, page + 1, last])].filter((number) => number >= 1 && number <= last).sort((a, b) => a - b)
}
