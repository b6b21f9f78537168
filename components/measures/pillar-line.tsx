// Where a measure stands in the taxonomy, in one line.
import Link from 'next/link'
import type { MeasureText } from '#lib/published/schema.ts'

export function PillarLine({ pillar, subPillar }: Pick<MeasureText, 'pillar' | 'subPillar'>) {
  return (
    <p className="text-[0.9375rem] text-muted">
      <span className="label mr-1.5 whitespace-nowrap">Pillar</span>
      <Link href={`/pillars/${pillar.number}`} prefetch={false} className="text-ink no-underline hover:underline">
        {pillar.name}
      </Link>
      <span aria-hidden="true" className="mx-2.5 text-rule-strong max-sm:hidden">
        |
      </span>
      <span className="max-sm:block">
        <span className="label mr-1.5 whitespace-nowrap">Sub-pillar</span>
        <Link
          href={`/pillars/${pillar.number}#${anchorOf(subPillar.code)}`}
          prefetch={false}
          className="text-ink no-underline hover:underline"
        >
          {subPillar.name} ({subPillar.code})
        </Link>
      </span>
    </p>
  )
}

/** The anchor of a sub-pillar on a page that lists its measures. */
export const anchorOf = (code: string): string => `sub-pillar-${code.replace('.', '-')}`
