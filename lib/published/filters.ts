// What a reader asks of the list of measures, and its form in a URL: URL ⇄ filter. It reads no data.
import { basisKinds, changeKinds } from '#lib/measures/content.ts'
import { isStorable } from '#lib/system/text.ts'
import { z } from '#lib/system/zod.ts'
import { regions } from '#prisma/reference/regions.ts'
import { clockDay } from './clock-day.ts'

/** What of a measure can be chosen from, several at once, in the order of the form. */
export const facetNames = ['economy', 'region', 'pillar', 'subPillar', 'basisKind', 'lawState', 'coverage', 'year', 'changeKind'] as const
export type FacetName = (typeof facetNames)[number]

/** The state of the law on a day, as far as its dates tell. */
export const lawStates = ['in-force', 'not-yet', 'ended', 'unknown'] as const
export type LawState = (typeof lawStates)[number]
/** `first` is a first version, which changed nothing. */
export const askedChangeKinds = ['first', ...changeKinds] as const
export const sortings = ['relevance', 'change', 'law'] as const

const MOST = 60

/** Several of one kind, between commas or by the parameter given again: sorted and each once, so that one choice has one address. */
const several = <T extends z.ZodType<string | number, unknown>>(item: T, { apart = /,/ }: { apart?: RegExp | null } = {}) =>
  z
    .preprocess(
      (given) =>
        given === undefined
          ? undefined
          : [given]
              .flat()
              .flatMap((one) => (apart && typeof one === 'string' ? one.split(apart) : [one]))
              .filter((one) => one !== ''),
      z
        .array(item)
        .max(MOST, `At most ${MOST}`)
        .overwrite((items) => [...new Set(items)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)))
        .optional(),
    )
    .transform((items) => (items?.length === 0 ? undefined : items))
    .optional()

const commas = (description: string, example: unknown[]) => ({ description, example, param: { style: 'form', explode: false } as const })
const notAPillar = 'Not a pillar number'
const notAYear = 'Not a year'
const codes = new Set(regions.map(({ code }) => code))

/** The query of `/measures` and of `GET /api/v1/measures`. */
export const measureFilter = z.object({
  q: z.string().trim().max(200, 'At most 200 characters').optional().meta({
    description: 'Words in any order and script, “a phrase”, -without; a ref such as KZ-0007 or ACT-0007 finds that.',
    example: 'data retention',
  }),
  economy: several(
    z
      .string()
      .regex(/^[A-Za-z]{2}$/, 'Not an economy code: two letters, such as KZ')
      .toUpperCase(),
  ).meta(commas('Economies, any of them.', ['KZ', 'DE'])),
  region: several(z.string().refine((code) => codes.has(code), 'Not a region code of M49: three digits, such as 143')).meta(
    commas('Regions by the codes of UN M49, any of them.', ['143']),
  ),
  pillar: several(z.coerce.number(notAPillar).int(notAPillar).min(1, notAPillar).max(99, notAPillar)).meta(
    commas('Pillars, any of them.', [8]),
  ),
  subPillar: several(z.string().regex(/^\d{1,2}\.\d{1,2}$/, 'Not a sub-pillar code, such as 8.3')).meta(
    commas('Sub-pillars, any of them.', ['8.3']),
  ),
  basisKind: several(z.enum(basisKinds, `Not a kind of basis: ${basisKinds.join(', ')}`)).meta(
    commas('Measures with a basis of any of these kinds.', ['act']),
  ),
  lawState: several(z.enum(lawStates, `Not a state of the law: ${lawStates.join(', ')}`)).meta(
    commas('The state of the law today or, with inForceOn, on that day; any of them. `unknown`: the dates are too coarse to tell.', [
      'in-force',
    ]),
  ),
  coverage: several(
    z.string().trim().max(2000, 'At most 2,000 characters').refine(isStorable, 'Contains a character that cannot be kept'),
    {
      apart: null,
    },
  ).meta({ description: 'Coverages, word for word, any of them: the parameter is given once for each.', example: ['Horizontal'] }),
  year: several(z.coerce.number(notAYear).int(notAYear).min(1, notAYear).max(9999, notAYear)).meta(
    commas('Measures with a legal event in any of these years.', [2022]),
  ),
  changeKind: several(z.enum(askedChangeKinds, `Not a kind of change: ${askedChangeKinds.join(', ')}`)).meta(
    commas('What the version that stands changed; `first` for a first version.', ['amendment']),
  ),
  asOf: clockDay.optional().meta({
    description: 'Record time: what this database said at the end of that day, month or year (UTC).',
    example: '2023-05-01',
  }),
  inForceOn: clockDay.optional().meta({
    description: 'Law time: measures in force, or possibly in force, on that day, or in that month or year.',
    example: '2019-06-01',
  }),
  sort: z
    .enum(sortings, `Not an order: ${sortings.join(', ')}`)
    .optional()
    .meta({
      description:
        'The order: by relevance to the words, by the latest change here, by the newest event of the law. Without it by relevance when words are asked for, by economy and place in the taxonomy when anything else is, by latest change when nothing is.',
    }),
  page: z.coerce
    .number('Not a page number')
    .int('Not a page number')
    .min(1, 'Not a page number')
    .max(100_000, 'Not a page number')
    .default(1)
    .meta({ description: 'Which page, from 1.', example: 2 }),
  perPage: z.coerce.number('Not a number').int('Not a number').min(1, 'At least 1').max(100, 'At most 100').default(20).meta({
    description: 'How many measures a page has.',
    example: 50,
  }),
})
export type MeasureFilter = z.infer<typeof measureFilter>
/** A filter as links write it: any part of it, and one choice where several are possible. */
export type Asking = {
  [K in keyof MeasureFilter]?: MeasureFilter[K] | (NonNullable<MeasureFilter[K]> extends readonly (infer One)[] ? One : never) | undefined
}

const lists: readonly string[] = facetNames

/** The filter of a URL's search parameters; empty ones count as absent. `problems` name what was not understood, by parameter; the rest is kept. */
export function filterOf(params: URLSearchParams | Record<string, string | string[] | undefined>): {
  filter: MeasureFilter
  problems: Record<string, string>
} {
  const given: Record<string, string | string[]> = {}
  const entries = params instanceof URLSearchParams ? [...params] : Object.entries(params)
  for (const [name, value] of entries) {
    if (!Object.hasOwn(measureFilter.shape, name)) continue
    const texts = [value ?? []].flat().flatMap((text) => (text.trim() === '' ? [] : [text.replaceAll('\0', '')]))
    if (lists.includes(name)) given[name] = [...(given[name] ?? []), ...texts]
    else if (texts[0] !== undefined) given[name] ??= texts[0]
  }
  const problems: Record<string, string> = {}
  const first = measureFilter.safeParse(given)
  if (first.success) return { filter: first.data, problems }
  for (const issue of first.error.issues) {
    const name = String(issue.path[0])
    problems[name] ??= issue.message
    delete given[name]
  }
  return { filter: measureFilter.parse(given), problems }
}

/** The path of `/measures` with this filter; defaults are left out, so that one list has one address. `view` is how the page shows it. */
export function measuresPath(filter: Asking, view?: string): string {
  const params = new URLSearchParams()
  for (const name of Object.keys(measureFilter.shape) as (keyof MeasureFilter)[]) {
    const value = filter[name]
    if (value === undefined || value === '' || (name === 'page' && value === 1) || (name === 'perPage' && value === 20)) continue
    if (name === 'coverage' && Array.isArray(value)) for (const one of value) params.append(name, String(one))
    else if (!Array.isArray(value)) params.set(name, String(value))
    else if (value.length > 0) params.set(name, value.join(','))
  }
  if (view !== undefined && view !== 'cards') params.set('view', view)
  const query = params.toString().replaceAll('%2C', ',')
  return query === '' ? '/measures' : `/measures?${query}`
}

/** The two clocks of a URL's search parameters, for pages that ask nothing else; `query` gives them back, beginning with a question mark. */
export function clocksOf(params: Record<string, string | string[] | undefined>): {
  clocks: { asOf?: string | undefined; inForceOn?: string | undefined }
  problems: Record<string, string>
  query: string
} {
  const { filter, problems } = filterOf({ asOf: params.asOf, inForceOn: params.inForceOn })
  const { asOf, inForceOn } = filter
  return { clocks: { asOf, inForceOn }, problems, query: measuresPath({ asOf, inForceOn }).replace('/measures', '') }
}
