import { expect, test } from 'vitest'
import { shareOfMemory } from './env.ts'

test.each([
  [512_000_000, 64],
  [4_000_000_000, 125],
  [8_589_934_592, 256],
  [256_000_000_000, 256],
])('of %i bytes of memory %i MB are for kept answers', (bytes, megabytes) => {
  expect(shareOfMemory(bytes)).toBe(megabytes)
})
