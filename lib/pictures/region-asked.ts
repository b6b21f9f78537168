// The region that a picture is asked for in its address, and the word for it. Pure.
import { z } from '#lib/system/zod.ts'
import type { Region } from '#lib/taxonomy/region.ts'
import { regions } from '#prisma/reference/regions.ts'

/** The code of a region; what is none counts as not asked. */
export const askedRegion = z
  .string()
  .refine((code) => regions.some((region) => region.code === code))
  .optional()
  .catch(undefined)

/** The region of a code; undefined without one. */
export const regionOf = (code: string | undefined): Region | undefined => regions.find((region) => region.code === code)

/** ` in Central Asia`, to go on with a title; nothing without a region. */
export const inRegion = (code: string | undefined): string => {
  const region = regionOf(code)
  return region ? ` in ${region.name === 'Americas' ? 'the ' : ''}${region.name}` : ''
}
