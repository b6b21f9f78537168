// The head of a measure: what it is about, then its statements, each with the title of the act, practice, absence or figure that it tells of.
import Link from 'next/link'
import type { MeasureText, PublishedBasis, PublishedMeasure } from '#lib/published/schema.ts'
import { keyed } from './keyed.ts'
import { PillarLine } from './pillar-line.tsx'
import { StatementText } from './statement-text.tsx'
import { statementOf } from './statements.tsx'

const absences = {
  'no such framework': 'There is no such framework',
  'not a party': 'Not a party',
  'reports only': 'Known from reports only',
  'undated obligation': 'An obligation without a date',
}
const kinds = { act: 'Act', practice: 'Practice', absence: 'Absence', figure: 'Figure' }

export function MeasureTitle({
  measure: { ref, economy, subPillar },
}: {
  measure: Pick<PublishedMeasure, 'ref' | 'economy' | 'subPillar'>
}) {
  return (
    <>
      <p className="flex items-baseline gap-x-3">
        <span className="ref text-base text-accent">{ref}</span>
        <Link href={`/economies/${economy.code}`} prefetch={false} className="text-ink no-underline hover:underline">
          {economy.name}
        </Link>
      </p>
      <h1 className="mt-1 font-sans text-lg leading-snug font-semibold sm:text-xl">
        {subPillar.name}
        <span className="sr-only">
          , {economy.name}, {ref}
        </span>
      </h1>
    </>
  )
}

type BasesProps = {
  measure: Pick<MeasureText, 'bases' | 'pillar' | 'subPillar'>
  /** Where acts are read: the public's pages, or the desk's for a text that is not published. */
  actsAt?: '/acts' | '/desk/acts'
}

export function MeasureBases({ measure: { bases, pillar, subPillar }, actsAt = '/acts' }: BasesProps) {
  return (
    <>
      <ul className="mt-6 border-b border-rule-strong">
        {keyed(bases).map(({ key, row: basis }) => (
          <li key={key} className="border-t border-rule py-5 first:border-t-2 first:border-ink">
            <p className="statement text-balance text-[1.625rem] sm:text-[2rem]">
              <StatementText text={statementOf(basis)} />
            </p>
            <p className="reading mt-2 leading-snug wrap-anywhere">
              {basis.url ? (
                <a href={basis.url} rel="nofollow noopener" data-address="">
                  {basis.title}
                </a>
              ) : (
                basis.title
              )}
            </p>
            <p className="mt-1 text-sm text-muted">
              {kindOf(basis)}
              {basis.actRef && (
                <Link href={`${actsAt}/${basis.actRef}`} prefetch={false} className="ml-2">
                  {basis.actRef}
                  <span className="sr-only">: its events and every measure that rests on it</span>
                </Link>
              )}
            </p>
          </li>
        ))}
      </ul>
      <div className="mt-4">
        <PillarLine pillar={pillar} subPillar={subPillar} />
      </div>
    </>
  )
}

function kindOf({ kind, absence }: PublishedBasis): string {
  return kind === 'absence' && absence ? `${kinds[kind]}: ${absences[absence].toLowerCase()}` : kinds[kind]
}
