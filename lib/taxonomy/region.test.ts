// The regions hold every economy once, and no other code.
import { expect, test } from 'vitest'
import { economies } from '#prisma/reference/economies.ts'
import { regions, subRegions } from '#prisma/reference/regions.ts'
import { economiesOf } from './region.ts'

const codes = economies.map(({ code }) => code)

test('every economy lies in exactly one part of the world, and in at most one sub-region', () => {
  const parts = regions.filter(({ part }) => part === null).flatMap((region) => region.economies)
  expect(parts.toSorted()).toEqual(codes.toSorted())
  const within = subRegions.flatMap((region) => region.economies)
  expect(new Set(within).size).toBe(within.length)
  expect(codes.filter((code) => !within.includes(code)).toSorted()).toEqual(
    ['AQ', 'BV', 'EU', 'GS', 'TF'].filter((code) => !within.includes(code)),
  )
})

test('the economies of several regions are each there once', () => {
  expect(economiesOf(regions, ['143'])).toEqual(['KG', 'KZ', 'TJ', 'TM', 'UZ'])
  const asia = economiesOf(regions, ['142', '143'])
  expect(new Set(asia).size).toBe(asia.length)
  expect(economiesOf(regions, ['000'])).toEqual([])
})
