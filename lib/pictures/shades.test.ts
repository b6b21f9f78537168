import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ages, inFiles, shadeOf, shadeOfDay, stepsOfCounts } from './shades.ts'

/** Relative luminance and contrast of WCAG 2.2. */
const luminance = (hex: string) => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
const contrast = (a: string, b: string) => {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

const css = readFileSync(new URL('../../app/globals.css', import.meta.url), 'utf8')
const themes = [...css.matchAll(/:root \{([^}]*)\}/g)].map(([, body = '']) => ({
  shades: [1, 2, 3, 4, 5].map((shade) => body.match(new RegExp(`--shade-${shade}: (#\\w+)`))?.[1] ?? ''),
  onShades: [1, 2, 3, 4, 5].map((shade) => body.match(new RegExp(`--on-shade-${shade}: (#\\w+)`))?.[1] ?? ''),
}))

describe('shades', () => {
  test('are three themes: light, dark and print, and files have the light one', () => {
    expect(themes).toHaveLength(3)
    expect(themes[0]).toEqual({ shades: inFiles.shades, onShades: inFiles.onShades })
    expect(themes[2]).toEqual(themes[0])
  })
  test.each(themes)(
    'carry text that is read (4.5 : 1), and differ in lightness alone for who sees no colour: %o',
    ({ shades, onShades }) => {
      shades.forEach((shade, index) => {
        expect(contrast(shade, onShades[index] ?? ''), shade).toBeGreaterThanOrEqual(4.5)
      })
      const steps = shades.slice(1).map((shade, index) => contrast(shade, shades[index] ?? ''))
      for (const step of steps) expect(step).toBeGreaterThan(1.25)
      const lights = shades.map(luminance)
      expect([lights, lights.toReversed()]).toContainEqual(lights.toSorted((a, b) => a - b))
    },
  )
})

describe('steps of counts', () => {
  test.each([
    [0, []],
    [1, ['3: 1']],
    [3, ['2: 1', '3: 2', '4: 3']],
    [5, ['1: 1', '2: 2', '3: 3', '4: 4', '5: 5']],
    [12, ['1: 1', '2: 2', '3: 3', '4: 4 to 6', '5: 7 to 12']],
    [250, ['1: 1 to 2', '2: 3 to 8', '3: 9 to 26', '4: 27 to 82', '5: 83 to 250']],
  ])('up to %i', (max, expected) => expect(stepsOfCounts(max).map(({ shade, label }) => `${shade}: ${label}`)).toEqual(expected))

  test('give every count a shade, and a larger one never a fainter', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.nat(5000), (max, count) => {
        const steps = stepsOfCounts(max)
        const at = Math.min(count, max)
        expect(shadeOf(at, steps) === 0).toBe(at === 0)
        expect(shadeOf(at, steps)).toBeGreaterThanOrEqual(shadeOf(Math.max(0, at - 1), steps))
        expect(steps.length).toBeLessThanOrEqual(5)
      }),
    )
  })
})

test.each([
  ['2026-11-25', 5],
  ['2026-09-01', 5],
  ['2026-08-01', 4],
  ['2025-06-01', 3],
  ['2024-01-01', 2],
  ['1999-01-01', 1],
  ['2027-01-01', 5],
])('the shade of %s seen on 2026-11-25 is %i', (day, shade) => expect(shadeOfDay(day, '2026-11-25')).toBe(shade))

test('ages leave no day out', () => expect(ages.slice(1).map(({ from }) => from - 1)).toEqual(ages.slice(0, -1).map(({ days }) => days)))
