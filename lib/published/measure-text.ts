// A content as the world reads it: names beside codes, a statement beside each timeline. It reads no data.
import type { Basis, Content } from '#lib/measures/content.ts'
import type { LegalEvent } from '#lib/timeline/legal-event.ts'
import { absenceStatement, renderStatement } from '#lib/timeline/render-statement.ts'
import type { MeasureText, PublishedBasis } from './schema.ts'

/** The names of the taxonomy, as far as a text needs them. */
export type PillarNames = readonly {
  number: number
  name: string
  subPillars: readonly { code: string; name: string }[]
}[]

/** The text of a measure for API, pages and the importer's --json. A sub-pillar that is not chosen yet has empty names and number 0. */
export function measureTextOf(content: Content, economy: { code: string; name: string }, taxonomy: { pillars: PillarNames }): MeasureText {
  const pillar = taxonomy.pillars.find(({ subPillars }) => subPillars.some(({ code }) => code === content.subPillar))
  const subPillar = pillar?.subPillars.find(({ code }) => code === content.subPillar)
  return {
    economy,
    pillar: { number: pillar?.number ?? 0, name: pillar?.name ?? '' },
    subPillar: { code: content.subPillar, name: subPillar?.name ?? '' },
    bases: content.bases.map(basisOf),
    description: content.description,
    coverage: content.coverage,
    sources: content.sources.map(({ title, url }) => ({ title, url })),
  }
}

function basisOf(basis: Basis): PublishedBasis {
  const { kind, title } = basis
  switch (basis.kind) {
    case 'absence':
      return { kind, title, absence: basis.absence, events: [], statement: absenceStatement }
    case 'figure':
      return {
        kind,
        title,
        figure: { value: basis.value, unit: basis.unit, year: basis.year },
        events: [],
        statement: figureStatement(basis),
      }
    case 'act':
      return {
        kind,
        title,
        ...(basis.actRef === undefined ? {} : { actRef: basis.actRef }),
        ...(basis.url === '' ? {} : { url: basis.url }),
        events: basis.events.map(eventOf),
        statement: renderStatement(basis.events),
      }
    case 'practice':
      return { kind, title, events: basis.events.map(eventOf), statement: renderStatement(basis.events) }
  }
}

/** The event with its members in the order of the schema, whatever order they are kept in. */
const eventOf = ({ kind, date, latest }: LegalEvent): LegalEvent => (latest ? { kind, date, latest } : { kind, date })

/** `3.45 % in 2023`; a percent sign stands apart as the house style has it. */
export function figureStatement({ value, unit, year }: { value: string; unit: string; year: string }): string {
  const amount = [value, unit].filter((part) => part !== '').join('\u00a0')
  return year === '' ? amount : `${amount} in ${year}`
}
