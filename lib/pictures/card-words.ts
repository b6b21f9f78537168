// What the card of a page says: never the text of a withdrawn measure.
import type { PublishedAct } from '#lib/published/act-queries.ts'
import type { PublishedMeasure } from '#lib/published/schema.ts'
import { renderDate } from '#lib/timeline/partial-date.ts'
import { renderStatement } from '#lib/timeline/render-statement.ts'
import type { Card } from './card.ts'

/** A measure, or one version of it where `ofVersion`. */
export function cardOfMeasure({ ref, economy, subPillar, bases, version, withdrawn }: PublishedMeasure, ofVersion: boolean): Card {
  if (withdrawn)
    return { mark: ref, above: economy.name, statement: 'Withdrawn', title: '', below: `On ${renderDate(withdrawn.at.slice(0, 10))}` }
  const [first] = bases
  const more = bases.length > 1 ? `, and ${bases.length - 1} more` : ''
  const state = version.state === 'superseded' ? ', superseded' : ''
  return {
    mark: ofVersion ? `${ref}, version ${version.number}` : ref,
    above: `${economy.name} · ${subPillar.code} ${subPillar.name}`,
    statement: first ? (first.kind === 'absence' ? first.title : first.statement) : '',
    title: first && first.kind !== 'absence' ? `${first.title}${more}` : more.slice(2),
    below: `Version ${version.number}, published ${renderDate(version.publishedAt.slice(0, 10))}${state}`,
  }
}

export const cardOfAct = ({ ref, belongsTo, title, originalTitle, events }: PublishedAct): Card => ({
  mark: ref,
  above: belongsTo,
  statement: title,
  title: originalTitle,
  below: renderStatement(events),
})

export const cardOfEconomy = ({ code, name, measures }: { code: string; name: string; measures: number }): Card => ({
  mark: code,
  above: 'Digital trade',
  statement: name,
  title: 'What its law says on each point, on which acts it rests, and how they were amended',
  below: `${measures.toLocaleString('en')} ${measures === 1 ? 'measure' : 'measures'}`,
})
