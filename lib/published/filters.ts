// What a reader asks of the list of measures, and its form in a URL: URL ⇄ filter. It reads no data.
import { z } from '#lib/system/zod.ts'

const notADay = 'Not a day: write it as 2023-05-01'
// PostgreSQL's calendar has no year 0.
const day = z.iso.date(notADay).refine((text) => !text.startsWith('0000'), notADay)

/** The query of `/measures` and of `GET /api/v1/measures`. */
export const measureFilter = z.object({
  economy: z
    .string()
    .regex(/^[A-Za-z]{2}$/, 'Not an economy code: two letters, such as KZ')
    .toUpperCase()
    .optional(),
  pillar: z.coerce
    .number('Not a pillar number')
    .int('Not a pillar number')
    .min(1, 'Not a pillar number')
    .max(99, 'Not a pillar number')
    .optional(),
  subPillar: z
    .string()
    .regex(/^\d{1,2}\.\d{1,2}$/, 'Not a sub-pillar code, such as 8.3')
    .optional(),
  q: z.string().trim().max(200, 'At most 200 characters').optional(),
  asOf: day.optional().meta({ description: 'Record time: what this database said at the end of that day (UTC).' }),
  inForceOn: day.optional().meta({ description: 'Law time: measures in force, or possibly in force, on that day.' }),
  page: z.coerce
    .number('Not a page number')
    .int('Not a page number')
    .min(1, 'Not a page number')
    .max(100_000, 'Not a page number')
    .default(1),
  perPage: z.coerce.number('Not a number').int('Not a number').min(1, 'At least 1').max(100, 'At most 100').default(20),
})
export type MeasureFilter = z.infer<typeof measureFilter>

/** The filter of a URL's search parameters; empty ones count as absent. `problems` name what was not understood, by parameter; the rest is kept. */
export function filterOf(params: URLSearchParams | Record<string, string | string[] | undefined>): {
  filter: MeasureFilter
  problems: Record<string, string>
} {
  const given: Record<string, string> = {}
  const entries = params instanceof URLSearchParams ? [...params] : Object.entries(params)
  for (const [name, value] of entries) {
    const text = Array.isArray(value) ? value[0] : value
    if (text !== undefined && text.trim() !== '' && Object.hasOwn(measureFilter.shape, name)) given[name] ??= text.replaceAll('\0', '')
  }
  const problems: Record<string, string> = {}
  const first = measureFilter.safeParse(given)
  if (first.success) return { filter: first.data, problems }
  for (const issue of first.error.issues) {
    const name = String(issue.path[0])
    problems[name] = issue.message
    delete given[name]
  }
  return { filter: measureFilter.parse(given), problems }
}

/** The path of `/measures` with this filter; defaults are left out, so that one list has one address. */
export function measuresPath(filter: Partial<MeasureFilter>): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(filter)) {
    if (value === undefined || value === '' || (name === 'page' && value === 1) || (name === 'perPage' && value === 20)) continue
    params.set(name, String(value))
  }
  const query = params.toString()
  return query === '' ? '/measures' : `/measures?${query}`
}
