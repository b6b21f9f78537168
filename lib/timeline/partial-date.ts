// A partial date: EDTF (ISO 8601-2) of year, month or day precision, as text. It is never made finer than its source.
import { z } from '#lib/system/zod.ts'

/** `2016`, `2022-09` or `2012-08-16`: a real calendar date of year, month or day precision (EDTF level 0). */
export const partialDate = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'Not a date: give a year, a month and year, or a day')

export type PartialDate = z.infer<typeof partialDate>
