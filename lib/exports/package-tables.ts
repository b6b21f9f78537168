// The tables of the data package: their columns with type and meaning, and their rows. It reads nothing itself: it is given what does.
import type { PublishedAct } from '#lib/published/act-queries.ts'
import type { Names } from '#lib/published/name-queries.ts'
import type { MeasureRow, VersionRow, WithdrawalRow } from '#lib/published/package-queries.ts'
import { absenceStatement, renderStatement } from '#lib/timeline/render-statement.ts'

type Cell = string | number | boolean | null | undefined
type Field = { name: string; type: 'string' | 'integer' | 'number' | 'boolean' | 'datetime' | 'date' | 'any'; description: string }
export type Table = {
  name: string
  description: string
  fields: Field[]
  primaryKey: string[]
  foreignKeys?: { fields: string[]; reference: { resource: string; fields: string[] } }[]
  rows: (sources: Sources) => AsyncIterable<Cell[]> | Iterable<Cell[]>
}
/** What reads; each call begins anew. */
export type Sources = {
  measures: () => AsyncIterable<MeasureRow>
  versions: () => AsyncIterable<VersionRow>
  withdrawals: () => AsyncIterable<WithdrawalRow>
  acts: () => AsyncIterable<PublishedAct>
  names: Names
}

const field = (name: string, description: string, type: Field['type'] = 'string'): Field => ({ name, type, description })
const ref = field('ref', 'Public id of the measure, such as KZ-0007')
const version = field('version', 'Number of the version, from 1', 'integer')
const position = field('position', 'Place in the order of the text, from 1', 'integer')
const eventFields = [
  position,
  field('kind', 'What happened, such as amended'),
  field('date', 'EDTF (ISO 8601-2), never finer than its source: 2016, 2022-09 or 2012-08-16'),
  field('latest', 'True: the last known of its kind, earlier ones may be unlisted', 'boolean'),
]
const ofVersion = { fields: ['ref', 'version'], reference: { resource: 'versions', fields: ['ref', 'version'] } }

async function* each<T>(rows: AsyncIterable<T>, cells: (row: T) => Iterable<Cell[]>): AsyncGenerator<Cell[]> {
  for await (const row of rows) yield* cells(row)
}

export const tables: Table[] = [
  {
    name: 'measures',
    description: 'Every measure that was ever published, where it stands now.',
    fields: [
      ref,
      field('economy', 'ISO 3166-1 alpha-2'),
      field('state', 'published or withdrawn'),
      version,
      field('first_published_at', 'UTC', 'datetime'),
      field('updated_at', 'UTC', 'datetime'),
    ],
    primaryKey: ['ref'],
    foreignKeys: [{ fields: ['economy'], reference: { resource: 'economies', fields: ['code'] } }],
    rows: ({ measures }) =>
      each(measures(), (row) => [
        [row.ref, row.economy, row.state, row.version, row.firstPublishedAt.toISOString(), row.updatedAt.toISOString()],
      ]),
  },
  {
    name: 'versions',
    description: 'Every published version. Of what was withdrawn the text is empty; withdrawals has the reason.',
    fields: [
      ref,
      version,
      field('economy', 'ISO 3166-1 alpha-2'),
      field('pillar', 'Number', 'integer'),
      field('sub_pillar', 'Code, such as 8.3'),
      field('state', 'published, superseded or withdrawn'),
      field('published_at', 'UTC', 'datetime'),
      field('published_until', 'UTC; empty while it stands', 'datetime'),
      field('change_kind', 'amendment, correction, reclassification or editorial; empty for a first version'),
      field('change_note', 'What changed and why'),
      field('description', 'Markdown'),
      field('coverage', 'What it applies to'),
      field('digest', 'SHA-256 of the approved content'),
      field('authors', 'Everybody who wrote any part of it, between semicolons'),
      field('approved_by', 'Who approved exactly this text; empty while what was published in an emergency waits for that'),
      field('emergency', 'Why it was published without a second person’s approval; empty for every other version'),
      field('approved_afterwards_at', 'When a second person approved what was published in an emergency; UTC', 'datetime'),
    ],
    primaryKey: ['ref', 'version'],
    foreignKeys: [
      { fields: ['ref'], reference: { resource: 'measures', fields: ['ref'] } },
      { fields: ['sub_pillar'], reference: { resource: 'sub-pillars', fields: ['code'] } },
    ],
    rows: ({ versions }) =>
      each(versions(), ({ content, ...row }) => [
        [
          row.ref,
          row.number,
          row.economy,
          row.pillar,
          row.subPillar,
          row.state,
          row.publishedAt.toISOString(),
          row.publishedUntil?.toISOString(),
          content?.changeKind,
          content?.changeNote,
          content?.description,
          content?.coverage,
          row.digest,
          row.authors.join('; '),
          row.approvedBy,
          row.emergency?.reason,
          row.emergency?.approved?.at,
        ],
      ]),
  },
  {
    name: 'bases',
    description: 'What each version rests on, in order.',
    fields: [
      ref,
      version,
      position,
      field('kind', 'act, practice, absence or figure'),
      field('title', 'Title'),
      field('url', 'Where the text of the act is'),
      field('act_ref', 'The act of the register that it cites'),
      field('absence', 'What is absent, for a basis of that kind'),
      field('value', 'Of a figure', 'number'),
      field('unit', 'Of a figure'),
      field('year', 'Of a figure', 'integer'),
      field('statement', 'The events as a sentence'),
    ],
    primaryKey: ['ref', 'version', 'position'],
    foreignKeys: [ofVersion],
    rows: ({ versions }) =>
      each(versions(), ({ ref, number, content }) =>
        (content?.bases ?? []).map((basis, at) => [
          ref,
          number,
          at + 1,
          basis.kind,
          basis.title,
          basis.kind === 'act' ? basis.url : '',
          basis.kind === 'act' ? basis.actRef : '',
          basis.kind === 'absence' ? basis.absence : '',
          basis.kind === 'figure' && basis.value !== '' ? Number(basis.value) : '',
          basis.kind === 'figure' ? basis.unit : '',
          basis.kind === 'figure' && basis.year !== '' ? Number(basis.year) : '',
          'events' in basis ? renderStatement(basis.events) : basis.kind === 'absence' ? absenceStatement : '',
        ]),
      ),
  },
  {
    name: 'events',
    description: 'The legal events of each basis, in the order of its statement.',
    fields: [ref, version, field('basis', 'Position of the basis', 'integer'), ...eventFields],
    primaryKey: ['ref', 'version', 'basis', 'position'],
    foreignKeys: [{ fields: ['ref', 'version', 'basis'], reference: { resource: 'bases', fields: ['ref', 'version', 'position'] } }],
    rows: ({ versions }) =>
      each(versions(), ({ ref, number, content }) =>
        (content?.bases ?? []).flatMap((basis, of) =>
          'events' in basis ? basis.events.map(({ kind, date, latest }, at) => [ref, number, of + 1, at + 1, kind, date, latest]) : [],
        ),
      ),
  },
  {
    name: 'sources',
    description: 'The sources of each version, in order.',
    fields: [ref, version, position, field('title', 'Title'), field('url', 'Address')],
    primaryKey: ['ref', 'version', 'position'],
    foreignKeys: [ofVersion],
    rows: ({ versions }) =>
      each(versions(), ({ ref, number, content }) =>
        (content?.sources ?? []).map(({ title, url }, at) => [ref, number, at + 1, title, url]),
      ),
  },
  {
    name: 'withdrawals',
    description: 'Versions that were withdrawn, and why.',
    fields: [ref, version, field('withdrawn_at', 'UTC', 'datetime'), field('reason', 'For the public')],
    primaryKey: ['ref', 'version'],
    foreignKeys: [ofVersion],
    rows: ({ withdrawals }) => each(withdrawals(), ({ ref, number, at, reason }) => [[ref, number, at.toISOString(), reason]]),
  },
  {
    name: 'acts',
    description: 'The acts that published versions cite, as the register has them now.',
    fields: [
      field('ref', 'Public id of the act, such as ACT-0007'),
      field('owner', 'Code of the economy or union'),
      field('owner_name', 'Its name'),
      field('title', 'English title'),
      field('original_title', 'Title in its own language'),
      field('original_language', 'BCP 47'),
      field('number', 'Official number'),
      field('kind', 'Kind of act'),
      field('issuer', 'Who issued it'),
      field('url', 'Where its text is'),
      field('eli', 'European Legislation Identifier'),
      field('statement', 'Its events as a sentence'),
    ],
    primaryKey: ['ref'],
    rows: ({ acts }) =>
      each(acts(), (act) => [
        [
          act.ref,
          act.owner,
          act.belongsTo,
          act.title,
          act.originalTitle,
          act.originalLanguage,
          act.number,
          act.kind,
          act.issuer,
          act.url,
          act.eli,
          renderStatement(act.events),
        ],
      ]),
  },
  {
    name: 'act-events',
    description: 'The legal events of each act, in the order of its statement.',
    fields: [
      field('act', 'Public id of the act'),
      ...eventFields,
      field('source_title', 'Where the event is written'),
      field('source_url', 'Its address'),
    ],
    primaryKey: ['act', 'position'],
    foreignKeys: [{ fields: ['act'], reference: { resource: 'acts', fields: ['ref'] } }],
    rows: ({ acts }) =>
      each(acts(), ({ ref, events }) =>
        events.map(({ kind, date, latest, sourceTitle, sourceUrl }, at) => [ref, at + 1, kind, date, latest, sourceTitle, sourceUrl]),
      ),
  },
  {
    name: 'economies',
    description: 'Countries and customs territories.',
    fields: [field('code', 'ISO 3166-1 alpha-2, and EU'), field('name', 'English name')],
    primaryKey: ['code'],
    rows: ({ names }) => names.economies.map(({ code, name }) => [code, name]),
  },
  {
    name: 'pillars',
    description: 'The first level of the taxonomy.',
    fields: [field('number', 'Position', 'integer'), field('name', 'Name')],
    primaryKey: ['number'],
    rows: ({ names }) => names.pillars.map(({ number, name }) => [number, name]),
  },
  {
    name: 'sub-pillars',
    description: 'The second level of the taxonomy. A code is a position in our own list.',
    fields: [field('code', 'Such as 8.3'), field('pillar', 'Number of its pillar', 'integer'), field('name', 'Name')],
    primaryKey: ['code'],
    foreignKeys: [{ fields: ['pillar'], reference: { resource: 'pillars', fields: ['number'] } }],
    rows: ({ names }) => names.pillars.flatMap(({ number, subPillars }) => subPillars.map(({ code, name }) => [code, number, name])),
  },
]
