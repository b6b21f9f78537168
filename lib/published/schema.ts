// What the world reads of a measure, as zod: the JSON API, its OpenAPI document, the pages and the importer's --json all speak this shape.
import { absenceTypes, basisKinds, changeKinds } from '#lib/measures/content.ts'
import { z } from '#lib/system/zod.ts'
import { legalEvent } from '#lib/timeline/legal-event.ts'
import { described } from './described.ts'
import { type FacetName, facetNames } from './filters.ts'

export const economy = z.object({
  code: described(z.string(), 'ISO 3166-1 alpha-2, or EU for the European Union.', 'KZ'),
  name: described(z.string(), 'Its name in English.', 'Kazakhstan'),
})
export const pillar = z.object({
  number: described(z.int(), 'Its position in our list of pillars.', 8),
  name: described(z.string(), 'What it is about.', 'Intermediary liability'),
})
export const subPillar = z.object({
  code: described(z.string(), 'The pillar’s number and its position there, in our own list.', '8.3'),
  name: described(z.string(), 'What it is about.', 'User identity requirement'),
})

/** A legal event as the API tells it; the same as everywhere, with its words for developers. */
export const publishedEvent = legalEvent.extend({
  kind: described(
    legalEvent.shape.kind,
    'What happened. `since` is the beginning, when it is not known whether adopted or entered into force.',
  ),
  date: described(legalEvent.shape.date, 'EDTF, never finer than its source: a year, a month or a day.', '2022-09'),
  latest: described(legalEvent.shape.latest, 'The last of its kind that is known; earlier ones may be unlisted.'),
})

export const publishedBasis = z.object({
  kind: described(z.enum(basisKinds), 'What the measure rests on: an act, a reported practice, an absence of rules, or a figure.'),
  title: described(z.string(), 'What the act, practice or figure is called.', 'Law on Communications'),
  actRef: described(z.string().optional(), 'The act in the register, for a basis that cites one.', 'ACT-0007'),
  url: described(z.string().optional(), 'Where the text of the act is.', 'https://law.example.org/communications'),
  absence: described(z.enum(absenceTypes).nullable().optional(), 'What is absent, for a basis of that kind.'),
  figure: described(
    z.object({
      value: described(z.string(), 'The number as its source has it.', '7.4'),
      unit: described(z.string(), 'What is counted.', '%'),
      year: described(z.string(), 'The year that it is of.', '2023'),
    }),
    'The figure, for a basis of that kind.',
  ).optional(),
  events: described(z.array(publishedEvent), 'The timeline, in the order in which the statement tells it.'),
  statement: described(
    z.string(),
    'The timeline as a sentence, always generated from the events.',
    'Since July 2004, last amended in September 2022',
  ),
})
export type PublishedBasis = z.infer<typeof publishedBasis>

const note = 'What changed and why, in a sentence for the public; empty for a first version.'
const moment = '2026-11-25T09:30:00.000Z'

export const versionHead = z.object({
  number: described(z.int(), 'Counted from 1 for each measure, without gaps.', 2),
  publishedAt: described(z.iso.datetime(), 'When it was published (UTC).', moment),
  changeKind: described(
    z.enum(changeKinds).nullable(),
    'Why it was written: the law changed, we were wrong, it moved in the taxonomy, or its wording. Null for a first version.',
  ),
  changeNote: described(z.string(), note, 'Operators now keep the data for two years.'),
})

/** That no second person approved a version before it was published. `approved` is null while it waits for that. */
export const emergency = described(
  z
    .object({
      publishedBy: described(z.string(), 'The administrator who published it.', 'Ada Lead'),
      reason: described(z.string(), 'Why it could not wait, for the public.', 'The court suspended the order this morning.'),
      approved: described(
        z
          .object({
            at: described(z.iso.datetime(), 'When it was approved afterwards (UTC).', moment),
            by: described(z.string(), 'Who approved it.', 'Ruth Reviewer'),
          })
          .nullable(),
        'Null while it waits for an approval.',
      ),
    })
    .nullable(),
  'Null for a version that a second person approved before it was published, as is usual; else why it could not wait.',
)
export type Emergency = z.infer<typeof emergency>

/** The text of a measure, without its identity and version: what an importer can know. */
export const measureText = z.object({
  economy: described(economy, 'The economy whose law it is.'),
  pillar: described(pillar, 'The pillar that its sub-pillar belongs to.'),
  subPillar: described(subPillar, 'The point of the taxonomy that it answers.'),
  bases: described(z.array(publishedBasis), 'What it rests on, the most important first.'),
  description: described(
    z.string(),
    'What the law says, in Markdown.',
    'Operators identify their subscribers before a number is given out.',
  ),
  coverage: described(z.string(), 'Whom or what it covers.', 'Telecommunications services'),
  sources: described(
    z.array(
      z.object({
        title: described(z.string(), 'What the source is called.', 'Official Gazette, No. 12 of 2022'),
        url: described(z.string(), 'Where it is.', 'https://law.example.org/gazette/2022/12'),
      }),
    ),
    'Where what it says is written.',
  ),
})
export type MeasureText = z.infer<typeof measureText>

const versionState = described(
  z.enum(['published', 'superseded', 'withdrawn']),
  'Whether it stands, was followed by another version, or was taken back.',
)
const until = described(z.iso.datetime().nullable(), 'When it was superseded or withdrawn (UTC); null while it stands.', moment)
const ref = described(z.string(), 'The measure’s public id, for good.', 'KZ-0007')
const paths = {
  self: described(z.string(), 'This, as JSON.', '/api/v1/measures/KZ-0007'),
  html: described(z.string(), 'The page for people.', '/measures/KZ-0007'),
}

/** A measure as one published version of it says. */
export const publishedMeasure = measureText.extend({
  ref,
  version: described(
    versionHead.extend({
      state: versionState,
      publishedUntil: until,
      digest: described(
        z.string(),
        'SHA-256 of the approved content, as PostgreSQL stores it.',
        '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
      ),
      authors: described(z.array(z.string()), 'Everybody who wrote any part of this version.', ['Ada Editor']),
      approvedBy: described(
        z.string(),
        'Who approved exactly this text, never one of the authors. Empty while a version that was published in an emergency waits for it.',
        'Ruth Reviewer',
      ),
      emergency,
    }),
    'Which version this is, who wrote and who approved it.',
  ),
  withdrawn: described(
    z
      .object({
        at: described(z.iso.datetime(), 'When it was withdrawn (UTC).', moment),
        reason: described(z.string(), 'Why, in a sentence for the public.', 'Entered twice.'),
      })
      .nullable(),
    'That and why the measure was withdrawn; null while it stands.',
  ),
  lastVerifiedOn: described(
    z.iso.date().nullable(),
    'When this text was last checked against its sources; null before the first check.',
    '2026-10-01',
  ),
  lastVerifiedBy: described(z.string().nullable(), 'Who checked it.', 'Ada Editor'),
  changesUnderReview: described(
    z.array(
      z.object({
        actRef: described(z.string(), 'The act that changed.', 'ACT-0007'),
        kind: described(z.string(), 'What happened to it.', 'amended'),
        date: described(z.string(), 'When, as EDTF.', '2026-09'),
        sentence: described(z.string(), 'The same for people.', 'A change of Law on Communications of September 2026 is being reviewed.'),
      }),
    ),
    'Law changes of the acts that it rests on which are not settled yet; of the current version only.',
  ),
  links: described(
    z.object({
      ...paths,
      version: described(z.string(), 'The page of this version, for good.', '/measures/KZ-0007/versions/2'),
      versions: described(z.string(), 'All its versions, as JSON.', '/api/v1/measures/KZ-0007/versions'),
    }),
    'Paths on this server.',
  ),
})
export type PublishedMeasure = z.infer<typeof publishedMeasure>

export const versionList = z.object({
  ref,
  items: described(
    z.array(
      versionHead.extend({
        publishedUntil: until,
        state: versionState,
        emergency,
        links: described(
          z.object({
            self: described(z.string(), 'The version as JSON.', '/api/v1/measures/KZ-0007/versions/2'),
            html: described(z.string(), 'Its page for people.', '/measures/KZ-0007/versions/2'),
          }),
          'Paths on this server.',
        ),
      }),
    ),
    'The published versions, newest first.',
  ),
})
export type VersionList = z.infer<typeof versionList>

export const listItem = publishedMeasure.extend({
  inForce: described(z.enum(['certainly', 'possibly']).optional(), 'With inForceOn: whether the dates are fine enough to be sure.'),
})

const facetValue = z.object({
  value: described(z.string(), 'What to give the parameter of the same name.', 'KZ'),
  name: described(z.string(), 'The same in words.', 'Kazakhstan'),
  count: described(z.int(), 'Measures with it under everything else that is asked.', 12),
  chosen: described(z.boolean(), 'Whether it is asked for now.'),
  part: described(z.string().nullable().optional(), 'The code of the part of the world that a region lies in.', '142'),
})
const facets = z.object(
  Object.fromEntries(
    facetNames.map((name) => [name, described(z.array(facetValue), `What the parameter \`${name}\` can be, with the number of measures.`)]),
  ) as Record<FacetName, z.ZodArray<typeof facetValue>>,
)

export const measureList = z.object({
  items: described(z.array(listItem), 'The measures of this page.'),
  total: described(z.int(), 'Measures in the whole list.', 42),
  page: described(z.int(), 'Which page this is, from 1.', 1),
  perPage: described(z.int(), 'How many items a page has at most.', 20),
  facets: described(facets, 'With facets=true: by what the list can be narrowed.').optional(),
})
export type MeasureList = z.infer<typeof measureList>

const counted = described(z.int(), 'Published measures.', 12)

export const economyList = z.object({
  items: described(z.array(economy.extend({ measures: counted })), 'All economies by name, those without measures too.'),
})
export type EconomyList = z.infer<typeof economyList>

export const pillarList = z.object({
  edition: described(z.string(), 'The edition of the taxonomy; names may change with the next.', '2026'),
  items: described(
    z.array(
      pillar.extend({
        measures: counted,
        subPillars: described(
          z.array(
            subPillar.extend({
              measures: counted,
              knownIndirectly: described(z.boolean(), 'Whether we know this point of the taxonomy from reports about it only.'),
            }),
          ),
          'Its points, in their order.',
        ),
      }),
    ),
    'The pillars, in their order.',
  ),
})
export type PillarList = z.infer<typeof pillarList>
