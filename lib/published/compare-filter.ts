// What a reader wants to see beside each other, and its form in an address. It reads no data.
import { z } from '#lib/system/zod.ts'
import { pathWith } from './query.ts'

const economy = z
  .string()
  .regex(/^[A-Za-z]{2}$/, 'Not an economy code: two letters, such as KZ')
  .toUpperCase()
  .optional()
const notADay = 'Not a day: write it as 2023-05-01'
const day = z.iso
  .date(notADay)
  .refine((text) => !text.startsWith('0000'), notADay)
  .optional()

/** Two economies on a sub-pillar, or one on two days; or a measure on two days. A day is of record time, and today when it is not given. */
export const compareFilter = z.object({
  subPillar: z
    .string()
    .regex(/^\d{1,2}\.\d{1,2}$/, 'Not a sub-pillar code, such as 8.3')
    .optional(),
  left: economy,
  right: economy,
  measure: z
    .string()
    .toUpperCase()
    .regex(/^[A-Z]{2}-\d{4,9}$/, 'Not the ref of a measure, such as KZ-0007')
    .optional(),
  leftOn: day,
  rightOn: day,
  view: z.enum(['side', 'inline'], 'Not a view').default('side'),
})
export type CompareFilter = z.infer<typeof compareFilter>

export const comparePath = (filter: Partial<CompareFilter>): string => pathWith('/compare', filter, { view: 'side' })
