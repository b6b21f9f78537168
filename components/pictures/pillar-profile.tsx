// The measures of an economy by pillar, each as a bar with a stroke where the median of all economies is; a table, drawn in its cells.
import Link from 'next/link'
import type { PillarLine } from '#lib/pictures/profile.ts'
import { measuresPath } from '#lib/published/filters.ts'

type Props = { economy: { code: string; name: string }; lines: PillarLine[]; max: number; economies: number }

export function PillarProfile({ economy, lines, max, economies }: Props) {
  const share = (value: number) => `${Math.round((value / Math.max(max, 1)) * 1000) / 10}%`
  return (
    <figure>
      <table className="w-full text-left text-[0.9375rem] tabular-nums">
        <caption className="sr-only">Measures of {economy.name} by pillar, and the median of all economies</caption>
        <thead className="text-sm text-muted">
          <tr>
            <th scope="col" className="border-b border-rule-strong py-1 pr-3 font-normal">
              Pillar
            </th>
            <th scope="col" className="border-b border-rule-strong py-1 pr-3 text-right font-normal">
              Measures
            </th>
            <td aria-hidden="true" className="w-2/5 border-b border-rule-strong max-sm:hidden" />
            <th scope="col" className="border-b border-rule-strong py-1 text-right font-normal">
              Median
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ number, name, measures, median }) => (
            <tr key={number}>
              <th scope="row" className="border-b border-rule py-1 pr-3 font-normal">
                {number}. {name}
              </th>
              <td className="border-b border-rule py-1 pr-3 text-right font-semibold">
                {measures > 0 ? (
                  <Link href={measuresPath({ economy: economy.code, pillar: number })} prefetch={false}>
                    {measures}
                  </Link>
                ) : (
                  0
                )}
              </td>
              <td aria-hidden="true" className="border-b border-rule py-1 max-sm:hidden">
                <svg aria-hidden="true" width="100%" height="18" className="block overflow-visible">
                  <rect y="3" height="12" width={share(measures)} className="fill-accent" />
                  <line x1={share(median)} x2={share(median)} y1="0" y2="18" strokeWidth="4" className="stroke-paper" />
                  <line x1={share(median)} x2={share(median)} y1="0" y2="18" strokeWidth="2" className="stroke-ink" />
                </svg>
              </td>
              <td className="border-b border-rule py-1 text-right text-muted">{median}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <figcaption className="mt-2 text-sm text-muted">
        The stroke is the median of the {economies} {economies === 1 ? 'economy' : 'economies'} with published measures.
      </figcaption>
    </figure>
  )
}
