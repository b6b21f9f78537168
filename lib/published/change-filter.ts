// What a reader asks of the changes, and its form in an address. It reads no data.
import { changeKinds } from '#lib/measures/content.ts'
import { z } from '#lib/system/zod.ts'
import { pathWith } from './query.ts'

/** The kinds of changes: a first version, what another says that it is, and what happened to several or was taken back. */
export const kindsOfChanges = ['first', ...changeKinds, 'release', 'withdrawal'] as const
export type KindOfChange = (typeof kindsOfChanges)[number]

const notAPillar = 'Not a pillar number'
const notAPage = 'Not a page number'

/** The query of `/changes`. Economy, pillar, act and measure ask for changes of measures of that economy, pillar and so on. */
export const changeFilter = z.object({
  kind: z
    .enum(kindsOfChanges, `Not a kind of change; there are ${kindsOfChanges.join(', ')}`)
    .optional()
    .meta({ description: 'Changes of this kind, and the releases that have versions of it; of those only these versions are listed.' }),
  economy: z
    .string()
    .regex(/^[A-Za-z]{2}$/, 'Not an economy code: two letters, such as KZ')
    .toUpperCase()
    .optional()
    .meta({ description: 'Changes of measures of this economy, by its code.', example: 'KZ' }),
  pillar: z.coerce
    .number(notAPillar)
    .int(notAPillar)
    .min(1, notAPillar)
    .max(99, notAPillar)
    .optional()
    .meta({ description: 'Changes of measures on this pillar.', example: 8 }),
  act: z
    .string()
    .toUpperCase()
    .regex(/^ACT-\d{4,9}$/, 'Not the ref of an act, such as ACT-0007')
    .optional()
    .meta({ description: 'Changes of versions that cite this act, and releases of its law changes.', example: 'ACT-0007' }),
  measure: z
    .string()
    .toUpperCase()
    .regex(/^[A-Z]{2}-\d{4,9}$/, 'Not the ref of a measure, such as KZ-0007')
    .optional()
    .meta({ description: 'Changes of this measure.', example: 'KZ-0007' }),
  page: z.coerce
    .number(notAPage)
    .int(notAPage)
    .min(1, notAPage)
    .max(100_000, notAPage)
    .default(1)
    .meta({ description: 'Which page, from 1.', example: 2 }),
  perPage: z.coerce
    .number('Not a number')
    .int('Not a number')
    .min(1, 'At least 1')
    .max(100, 'At most 100')
    .default(25)
    .meta({ description: 'How many items a page has.', example: 50 }),
})
export type ChangeFilter = z.infer<typeof changeFilter>

/** The path of `/changes` with this filter. */
export const changesPath = (filter: Partial<ChangeFilter>): string => pathWith('/changes', filter, { page: 1, perPage: 25 })
