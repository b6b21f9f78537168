// What every list of the API has beside its items, and the acts and changes that two of them list, as zod. It reads no data.
import { changeKinds } from '#lib/measures/content.ts'
import { z } from '#lib/system/zod.ts'
import { renderStatement } from '#lib/timeline/render-statement.ts'
import type { PublishedAct } from './act-queries.ts'
import { changeFilter, type KindOfChange, kindsOfChanges } from './change-filter.ts'
import type { ChangedMeasure, PublicChange } from './change-queries.ts'
import { described } from './described.ts'
import { economy, emergency, measureList, publishedEvent } from './schema.ts'

const links = z.object({
  self: described(z.string(), 'This page.', '/api/v1/changes?page=2'),
  next: described(z.string().optional(), 'The page after it; absent at the end.', '/api/v1/changes?page=3'),
  previous: described(z.string().optional(), 'The page before it; absent at the beginning and on a walk by cursor.', '/api/v1/changes'),
})
export const listLinks = described(links, 'Paths on this server; `next` is absent at the end.')
export type ListLinks = z.infer<typeof listLinks>
const paged = {
  total: described(z.int(), 'Items in the whole list.', 42),
  page: described(z.int(), 'Which page this is, from 1; with a cursor, how many pages the walk has had.', 1),
  perPage: described(z.int(), 'How many items a page has at most.', 20),
  links: listLinks,
}

export const measurePage = measureList.extend({
  page: paged.page,
  instead: described(
    z.string().optional(),
    'Of an empty list: what misspelt words may have meant, to be asked again as q.',
    'data retention',
  ),
  links: listLinks,
})

const actRef = described(z.string(), 'The act’s public id, for good.', 'ACT-0007')

export const act = z.object({
  ref: actRef,
  owner: described(
    z.object({
      code: described(z.string(), 'The code of the economy or union.', 'KZ'),
      name: described(z.string(), 'Its name.', 'Kazakhstan'),
    }),
    'The economy or union whose act it is.',
  ),
  title: described(z.string(), 'Its title in English.', 'Law on Communications'),
  originalTitle: described(z.string(), 'Its title in its own language; may be empty.', 'О связи'),
  originalLanguage: described(z.string(), 'That language, as BCP 47; may be empty.', 'ru'),
  number: described(z.string(), 'Its official number; may be empty.', '567-II'),
  kind: described(z.string(), 'What kind of act it is; may be empty.', 'law'),
  issuer: described(z.string(), 'Who issued it; may be empty.', 'Parliament'),
  url: described(z.string(), 'Where its text is; may be empty.', 'https://law.example.org/communications'),
  eli: described(z.string(), 'European Legislation Identifier; may be empty.', 'http://data.europa.eu/eli/reg/2016/679/oj'),
  mergedInto: described(z.string().nullable(), 'The act that it turned out to be: cite that one. Null for most.', 'ACT-0003'),
  events: described(
    z.array(
      publishedEvent.extend({
        sourceTitle: described(z.string().optional(), 'Where the event is written.', 'Official Gazette, No. 12 of 2022'),
        sourceUrl: described(z.string().optional(), 'The address of that.', 'https://law.example.org/gazette/2022/12'),
      }),
    ),
    'What happened to it, in order.',
  ),
  statement: described(z.string(), 'The events as a sentence.', 'Since July 2004, as amended in 2016'),
  links: described(
    z.object({
      self: described(z.string(), 'The act as JSON.', '/api/v1/acts/ACT-0007'),
      html: described(z.string(), 'Its page for people.', '/acts/ACT-0007'),
      changes: described(z.string(), 'Changes of measures that cite it.', '/api/v1/changes?act=ACT-0007'),
    }),
    'Paths on this server.',
  ),
})
export const actList = z.object({ items: described(z.array(act), 'The acts of this page.'), ...paged })

export const actFilter = z.object({
  q: described(z.string().trim().max(200, 'At most 200 characters').optional(), 'Words of the title, in any script.', 'communications'),
  economy: described(changeFilter.shape.economy, 'The economy or union whose acts they are.', 'KZ'),
  page: changeFilter.shape.page,
  perPage: changeFilter.shape.perPage,
})

const changedMeasure = z.object({
  ref: described(z.string(), 'The measure.', 'KZ-0007'),
  version: described(z.int(), 'The version that was published or withdrawn.', 2),
  economy: described(economy, 'The economy whose law it is.'),
  title: described(z.string(), 'What it rests on first.', 'Law on Communications'),
  changeKind: described(z.enum(changeKinds).nullable(), 'Why the version was written; null for a first one.'),
  changeNote: described(z.string(), 'What changed and why; empty for a first version.', 'Operators now keep the data for two years.'),
  changes: described(
    z.array(z.string()),
    'What differs from the version before, a sentence a change; empty for a first version and where a text was withdrawn.',
    ['Entry into force added: May 2018'],
  ),
  publishedAt: described(z.iso.datetime(), 'When that version was published (UTC).', '2026-11-25T09:30:00.000Z'),
  emergency,
  links: described(
    z.object({
      self: described(z.string(), 'The version as JSON.', '/api/v1/measures/KZ-0007/versions/2'),
      html: described(z.string(), 'Its page for people.', '/measures/KZ-0007/versions/2'),
    }),
    'Paths on this server.',
  ),
})

export const change = z.object({
  at: described(z.iso.datetime(), 'When the world could read it (UTC).', '2026-11-25T09:30:00.000Z'),
  kind: described(
    z.enum(kindsOfChanges),
    'A first version, what a later one says that it is, several published together, or one taken back.',
  ),
  note: described(z.string(), 'What changed and why; of a withdrawal the reason.', 'Operators now keep the data for two years.'),
  act: described(
    z.object({
      ref: actRef,
      title: described(z.string(), 'What the act was called then.', 'Law on Communications'),
      change: described(z.string(), 'What happened to it.', 'Amendment of September 2022'),
    }),
    'Of a release: the act whose change it tells.',
  ).optional(),
  measures: described(z.array(changedMeasure), 'One; of a release all that were asked for.'),
})
export const changeList = z.object({ items: described(z.array(change), 'The changes of this page, newest first.'), ...paged })

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
