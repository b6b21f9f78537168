// One measure in a list, in the reading order of the record: statement lines, place in the taxonomy, titles, text, coverage.
import Link from 'next/link'
import { Prose } from '#components/ui/prose.tsx'
import type { Found } from '#lib/published/browse-queries.ts'
import { waitingSentence } from '#lib/published/emergency.ts'
import type { MeasureList } from '#lib/published/schema.ts'
import { hasFound } from '#lib/published/search-words.ts'
import { excerptOf, pieceOf } from './excerpt.ts'
import { keyed } from './keyed.ts'
import { MarkedText } from './marked-text.tsx'
import { PillarLine } from './pillar-line.tsx'
import { Statements } from './statements.tsx'

type Props = {
  measure: MeasureList['items'][number]
  /** `excerpt` begins the description, `whole` gives it unless it is very long. */
  text: 'excerpt' | 'whole'
  level: 2 | 3 | 4
  /** Leads to the version that is listed, not to the current one: for lists of an earlier day. */
  atVersion?: boolean
  /** Where the words that were asked for stand in it. */
  found?: Found | undefined
  /** What `possibly` means of the day that was asked for. */
  possibly?: string | undefined
}

const WHOLE = 4000

export function MeasureEntry({ measure, text, level, atVersion = false, found, possibly }: Props) {
  const { ref, economy, bases, description, coverage } = measure
  const Heading = `h${level}` as const
  const href = atVersion ? measure.links.version : measure.links.html
  const snippet = found && hasFound(found.snippet) ? pieceOf(found.snippet, description) : null
  const whole = text === 'whole' && description.length <= WHOLE
  return (
    <article id={ref} className="grid gap-x-8 gap-y-2 border-t border-rule py-7 sm:grid-cols-[8.5rem_minmax(0,1fr)]">
      <div className="flex items-baseline gap-x-3 sm:block sm:pt-1">
        <Link href={href} prefetch={false} className="ref block leading-6 no-underline hover:underline">
          {ref}
          {atVersion && <span className="font-normal">, version {measure.version.number}</span>}
        </Link>
        <Link
          href={`/economies/${economy.code}`}
          prefetch={false}
          className="block text-[0.9375rem] text-muted no-underline hover:underline"
        >
          {economy.name}
        </Link>
      </div>
      <div className="min-w-0 max-w-[44rem]">
        <Heading className="statement text-xl sm:text-[1.375rem]">
          <Link href={href} prefetch={false} className="text-ink no-underline hover:text-accent">
            <Statements bases={bases} />
            <span className="sr-only">{ref}</span>
          </Link>
        </Heading>
        {measure.inForce === 'possibly' && (
          <p className="mt-1 text-sm text-warn">
            {possibly ?? 'Possibly in force on that day: nothing dates it finely enough to be sure.'}
          </p>
        )}
        {measure.version.emergency && !measure.version.emergency.approved && (
          <p className="mt-1 text-sm text-warn">{waitingSentence(measure.version)}</p>
        )}
        <div className="mt-2">
          <PillarLine pillar={measure.pillar} subPillar={measure.subPillar} />
        </div>
        <ul className="reading mt-2.5 space-y-1.5 leading-snug font-semibold wrap-anywhere">
          {keyed(bases).map(({ key, row }, at) => (
            <li key={key}>
              <MarkedText text={found?.titles[at] ?? row.title} />
            </li>
          ))}
        </ul>
        {whole ? (
          <Prose markdown={description} id={ref} topLevel={Math.min(5, level + 1) as 3 | 4 | 5} className="mt-2.5" />
        ) : (
          <p className="reading mt-2 wrap-anywhere">
            {snippet === null ? excerptOf(description, text === 'whole' ? 1200 : 280) : <MarkedText text={snippet} />}{' '}
            {text === 'whole' && (
              <Link href={href} prefetch={false}>
                Read {ref} in full
              </Link>
            )}
          </p>
        )}
        {coverage && (
          <p className="mt-2.5 text-[0.9375rem]">
            <span className="label mr-2">Coverage</span>
            {coverage}
          </p>
        )}
      </div>
    </article>
  )
}
