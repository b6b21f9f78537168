// What every list of the API has beside its items, and the acts and changes that two of them list, as zod. It reads no data.
import { changeKinds } from '#lib/measures/content.ts'
import { z } from '#lib/system/zod.ts'
import { legalEvent } from '#lib/timeline/legal-event.ts'
import { renderStatement } from '#lib/timeline/render-statement.ts'
import type { PublishedAct } from './act-queries.ts'
import { changeFilter, type KindOfChange, kindsOfChanges } from './change-filter.ts'
import type { ChangedMeasure, PublicChange } from './change-queries.ts'
import { economy, emergency, measureList } from './schema.ts'

export const listLinks = z
  .object({ self: z.string(), next: z.string().optional(), previous: z.string().optional() })
  .meta({ description: 'Paths on this server; `next` is absent at the end.' })
export type ListLinks = z.infer<typeof listLinks>
const paged = {
  total: z.int(),
  page: z.int().meta({ description: 'With a cursor, how many pages the walk has had.' }),
  perPage: z.int(),
  links: listLinks,
}

export const measurePage = measureList.extend({ page: paged.page, links: listLinks })

export const act = z.object({
  ref: z.string().meta({ example: 'ACT-0007' }),
  owner: z.object({ code: z.string(), name: z.string() }).meta({ description: 'The economy or union whose act it is.' }),
  title: z.string(),
  originalTitle: z.string(),
  originalLanguage: z.string(),
  number: z.string(),
  kind: z.string(),
  issuer: z.string(),
  url: z.string(),
  eli: z.string().meta({ description: 'European Legislation Identifier.' }),
  mergedInto: z.string().nullable().meta({ description: 'The act that it turned out to be; cite that one.' }),
  events: z.array(legalEvent.extend({ sourceTitle: z.string().optional(), sourceUrl: z.string().optional() })),
  statement: z.string().meta({ description: 'The events as a sentence.', example: 'Since July 2004, as amended in 2016' }),
  links: z.object({ self: z.string(), html: z.string(), changes: z.string() }),
})
export const actList = z.object({ items: z.array(act), ...paged })

export const actFilter = z.object({
  q: z.string().trim().max(200, 'At most 200 characters').optional().meta({ description: 'Words of the title, in any script.' }),
  economy: changeFilter.shape.economy.meta({ description: 'The economy or union whose acts they are.' }),
  page: changeFilter.shape.page,
  perPage: changeFilter.shape.perPage,
})

const changedMeasure = z.object({
  ref: z.string(),
  version: z.int(),
  economy,
  title: z.string(),
  changeKind: z.enum(changeKinds).nullable(),
  changeNote: z.string(),
  changes: z.array(z.string()).meta({
    description: 'What differs from the version before, a sentence a change; empty for a first version and where a text was withdrawn.',
    example: ['Entry into force added: May 2018'],
  }),
  publishedAt: z.iso.datetime(),
  emergency,
  links: z.object({ self: z.string(), html: z.string() }),
})

export const change = z.object({
  at: z.iso.datetime(),
  kind: z.enum(kindsOfChanges),
  note: z.string().meta({ description: 'What changed and why; of a withdrawal the reason.' }),
  act: z
    .object({ ref: z.string(), title: z.string(), change: z.string().meta({ example: 'Amendment of September 2022' }) })
    .optional()
    .meta({ description: 'Of a release: the act whose change it tells.' }),
  measures: z.array(changedMeasure).meta({ description: 'One; of a release all that were asked for.' }),
})
export const changeList = z.object({ items: z.array(change), ...paged })

/** An act as the API has it. */
export function actOfApi({ belongsTo, owner, events, ...rest }: PublishedAct): z.infer<typeof act> {
  return {
    ...rest,
    owner: { code: owner, name: belongsTo },
    events,
    statement: renderStatement(events),
    links: { self: `/api/v1/acts/${rest.ref}`, html: `/acts/${rest.ref}`, changes: `/api/v1/changes?act=${rest.ref}` },
  }
}

function measureOfApi({ number, economyCode, economy, words, ...told }: ChangedMeasure) {
  const { ref } = told
  return {
    ...told,
    version: number,
    economy: { code: economyCode, name: economy },
    changes: words,
    links: { self: `/api/v1/measures/${ref}/versions/${number}`, html: `/measures/${ref}/versions/${number}` },
  }
}

/** A change as the API has it. */
export function changeOfApi(told: PublicChange): z.infer<typeof change> {
  const { at } = told
  if (told.is === 'release') {
    const { actRef, actTitle, change, note, measures } = told
    return { at, kind: 'release', note, act: { ref: actRef, title: actTitle, change }, measures: measures.map(measureOfApi) }
  }
  const kind: KindOfChange = told.is === 'withdrawal' ? 'withdrawal' : (told.measure.changeKind ?? 'first')
  return { at, kind, note: told.is === 'withdrawal' ? told.reason : told.measure.changeNote, measures: [measureOfApi(told.measure)] }
}
