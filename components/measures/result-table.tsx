// Measures as a dense table: one row each, what it rests on and when.
import Link from 'next/link'
import type { Found } from '#lib/published/browse-queries.ts'
import type { MeasureList } from '#lib/published/schema.ts'
import { Day } from './day.tsx'
import { keyed } from './keyed.ts'
import { MarkedText } from './marked-text.tsx'
import { StatementText } from './statement-text.tsx'
import { statementOf } from './statements.tsx'

type Props = { items: MeasureList['items']; found: ReadonlyMap<string, Found>; atVersion: boolean; caption: string }
const head = 'border-b border-rule-strong py-1.5 pr-4 font-semibold'
const cell = 'border-b border-rule py-2 pr-4'

export function ResultTable({ items, found, atVersion, caption }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by the keyboard
    <section className="overflow-x-auto" aria-label={caption} tabIndex={0}>
      <table className="w-full min-w-[44rem] text-left text-[0.9375rem] leading-snug">
        <caption className="sr-only">{caption}</caption>
        <thead className="text-sm text-muted">
          <tr>
            <th scope="col" className={head}>
              Measure
            </th>
            <th scope="col" className={head}>
              Sub-pillar
            </th>
            <th scope="col" className={head}>
              Rests on
            </th>
            <th scope="col" className={head}>
              Coverage
            </th>
            <th scope="col" className={head}>
              Published
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((measure) => {
            const titles = found.get(`${measure.ref} ${measure.version.number}`)?.titles
            return (
              <tr key={measure.ref} className="align-baseline">
                <th scope="row" className={`${cell} font-normal whitespace-nowrap`}>
                  <Link href={atVersion ? measure.links.version : measure.links.html} prefetch={false} className="ref">
                    {measure.ref}
                  </Link>
                  <span className="block text-muted">{measure.economy.name}</span>
                </th>
                <td className={cell}>
                  <span className="tabular-nums">{measure.subPillar.code}</span> {measure.subPillar.name}
                </td>
                <td className={cell}>
                  {keyed(measure.bases).map(({ key, row }, at) => (
                    <p key={key} className="wrap-anywhere">
                      <MarkedText text={titles?.[at] ?? row.title} />
                      <span className="block text-muted">
                        <StatementText text={statementOf(row)} />
                      </span>
                    </p>
                  ))}
                  {measure.inForce === 'possibly' && <p className="text-sm text-warn">Possibly in force</p>}
                </td>
                <td className={cell}>{measure.coverage}</td>
                <td className={`${cell} whitespace-nowrap`}>
                  <Day at={measure.version.publishedAt} />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
