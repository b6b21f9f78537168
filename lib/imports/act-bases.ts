// The acts that the bases of an import most likely mean, and what a basis becomes when one is linked. Pure: a person chooses.
import { registerEntry } from '#lib/acts/act.ts'
import { isCertain, type Likely, likeliestAmong } from '#lib/acts/likeliest.ts'
import type { Act } from '#lib/acts/queries.ts'
import type { Basis, Content } from '#lib/measures/content.ts'
import type { LegalEvent } from '#lib/timeline/legal-event.ts'
import { renderStatement, withoutRoles } from '#lib/timeline/render-statement.ts'

export type ActBasis = Extract<Basis, { kind: 'act' }>
export type RegisterAct = Pick<Act, 'ref' | 'title' | 'originalTitle' | 'number' | 'economy' | 'union' | 'url' | 'events'>
/** What was chosen for a basis; `open` while nothing was, and then it stays as it was read. */
export const actChoices = ['open', 'link', 'enter', 'leave'] as const
export type ActChoice = (typeof actChoices)[number]

export type BasisProposals = { position: number; proposals: Likely[]; certain: boolean }

/** The act bases of measures, each with its place in the content and what the register has like it: of the economy and of its unions. */
export function proposer(acts: readonly RegisterAct[], unionsOf: (economy: string) => readonly string[]) {
  const among = new Map<string, ReturnType<typeof likeliestAmong>>()
  const amongOf = (economy: string) => {
    const unions = unionsOf(economy)
    const known =
      among.get(economy) ?? likeliestAmong(acts.filter((act) => (act.union ? unions.includes(act.union) : act.economy === economy)))
    among.set(economy, known)
    return known
  }
  return (economy: string, content: Content): BasisProposals[] =>
    content.bases.flatMap((basis, position) => {
      if (basis.kind !== 'act' || basis.title.trim() === '') return []
      const proposals = amongOf(economy)({ title: basis.title, number: '' })
      return [{ position, proposals, certain: isCertain(proposals) }]
    })
}

const told = (events: readonly LegalEvent[]) => withoutRoles(events).map(({ kind, date }) => `${kind} ${date}`)

/** The events that a basis tells and an act does not know; which role began it is not asked. */
export const eventsUnknown = (basis: Pick<ActBasis, 'events'>, act: Pick<RegisterAct, 'events'>): boolean => {
  const known = new Set(told(act.events))
  return told(basis.events).some((event) => !known.has(event))
}

/**
 * A basis that cites an act: title, address and events as the register has them. Where the page tells an event that the register does
 * not know, the basis keeps the events of the page, and the form shows what differs: nothing that was read is dropped.
 */
export function citing(basis: ActBasis, act: RegisterAct): ActBasis {
  const entry = registerEntry(act)
  return {
    ...{ ...basis, actRef: entry.ref, title: entry.title, url: entry.url || basis.url },
    events: eventsUnknown(basis, act) ? basis.events : entry.events,
  }
}

/** What the register says otherwise than a basis, as a statement; null when it says the same. */
export function saidOtherwise(basis: Pick<ActBasis, 'events'>, act: Pick<RegisterAct, 'events'>): string | null {
  const statement = renderStatement(act.events)
  return statement === renderStatement(basis.events) ? null : statement
}
