// The years as a row of steps, each an address: a slider that needs no script. With public/site.js a real one stands in its place.
import Link from 'next/link'
import { cx } from '#components/ui/cx.ts'

export function YearSteps({ years, year, href }: { years: number[]; year: number; href: (year: number) => string }) {
  const [first, last] = [years[0] ?? year, years.at(-1) ?? year]
  return (
    <>
      <YearSlider first={first} last={last} year={year} />
      <nav aria-label="Year" className="flex items-stretch gap-2 text-sm">
        <Step to={year > first ? href(year - 1) : undefined} name="Earlier year" sign="←" />
        <ol className="flex min-w-0 grow">
          {years.map((one) => (
            <li
              key={one}
              className={cx(
                'relative min-w-0 grow basis-0',
                one !== year && one % 5 !== 0 && 'max-lg:hidden',
                one !== year && one % 10 !== 0 && 'max-sm:hidden',
              )}
            >
              <Link
                href={href(one)}
                prefetch={false}
                title={String(one)}
                aria-current={one === year ? 'page' : undefined}
                className={cx(
                  'group flex h-10 flex-col items-center justify-end text-ink no-underline',
                  one === year ? 'font-semibold' : 'text-muted hover:bg-sunken',
                )}
              >
                <span className={cx('whitespace-nowrap', one !== year && one % 10 !== 0 && 'sr-only')}>{one}</span>
                <span className={cx('mt-1 block w-full border-t-2', one === year ? 'border-accent' : 'border-rule-strong')} />
                <span
                  aria-hidden="true"
                  className={cx(
                    '-mt-[5px] block rounded-full',
                    one === year ? '-mt-[7px] size-3 bg-accent' : 'size-2 bg-rule-strong group-hover:bg-ink',
                  )}
                />
              </Link>
            </li>
          ))}
        </ol>
        <Step to={year < last ? href(year + 1) : undefined} name="Later year" sign="→" />
      </nav>
    </>
  )
}

/** Hidden until public/site.js gives it something to do. */
function YearSlider({ first, last, year }: { first: number; last: number; year: number }) {
  return (
    <div data-slider hidden className="border-y border-rule-strong py-3 print:hidden">
      <label htmlFor="slide" className="flex items-baseline gap-2">
        <span className="text-sm text-muted">At the end of</span>
        <span data-year className="font-serif text-2xl leading-none font-semibold tabular-nums">
          {year}
        </span>
      </label>
      <div className="mt-1 flex items-center gap-3 text-sm text-muted tabular-nums">
        <span aria-hidden="true">{first}</span>
        <input
          id="slide"
          type="range"
          min={first}
          max={last}
          defaultValue={year}
          autoComplete="off"
          className="h-8 min-w-0 grow cursor-pointer accent-accent"
        />
        <span aria-hidden="true">{last}</span>
      </div>
      <p role="status" className="sr-only" />
    </div>
  )
}

function Step({ to, name, sign }: { to: string | undefined; name: string; sign: string }) {
  const look = 'grid w-9 place-items-center border border-rule-strong no-underline'
  return to ? (
    <Link href={to} prefetch={false} aria-label={name} className={cx(look, 'text-ink hover:bg-sunken')}>
      {sign}
    </Link>
  ) : (
    <span aria-hidden="true" className={cx(look, 'opacity-30')}>
      {sign}
    </span>
  )
}
