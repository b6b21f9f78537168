import { expect, test } from 'vitest'
import { env, SetupError, shareOfMemory } from './env.ts'

test.each([
  [512_000_000, 64],
  [4_000_000_000, 125],
  [8_589_934_592, 256],
  [256_000_000_000, 256],
])('of %i bytes of memory %i MB are for kept answers', (bytes, megabytes) => {
  expect(shareOfMemory(bytes)).toBe(megabytes)
})

test('the licence of the data is a name and an address, or nothing', () => {
  const given = (text: string) => {
    process.env.DATA_LICENCE = text
    try {
      return env.dataLicence
    } finally {
      delete process.env.DATA_LICENCE
    }
  }
  expect(given('')).toBeUndefined()
  expect(given('CC BY 4.0 https://example.org/by/4.0/')).toEqual({ name: 'CC BY 4.0', url: 'https://example.org/by/4.0/' })
  for (const wrong of ['CC BY 4.0', 'https://example.org/by', 'CC BY javascript:alert(1)'])
    expect(() => given(wrong), wrong).toThrow(SetupError)
})
