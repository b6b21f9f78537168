// The store is bounded by bytes whatever is put into it, and a flood does not drive out what is in use.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ByteLru } from './byte-lru.ts'

test('gives back what was put in last', () => {
  const lru = new ByteLru<string>(1000)
  lru.set('a', 'one', 10)
  lru.set('a', 'two', 20)
  expect([lru.get('a'), lru.get('b'), lru.bytes, lru.size]).toEqual(['two', undefined, 20, 1])
})

test('a flood of keys that are asked for once leaves what is asked for again', () => {
  const lru = new ByteLru<number>(1000)
  lru.set('home', 1, 100)
  lru.get('home')
  for (let n = 0; n < 1000; n++) lru.set(`/?q=${n}`, n, 100)
  expect(lru.get('home')).toBe(1)
})

test('never holds more than it may, and counts what it holds', () => {
  const action = fc.record({
    key: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'),
    bytes: fc.integer({ min: 0, max: 200 }),
    get: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(action, { maxLength: 60 }), (actions) => {
      const lru = new ByteLru<number>(800)
      for (const { key, bytes, get } of actions) {
        if (get) lru.get(key)
        else lru.set(key, bytes, bytes)
        expect(lru.bytes).toBeLessThanOrEqual(800)
        // The newest that fits is there.
        if (!get) expect(lru.get(key)).toBe(bytes <= 100 ? bytes : undefined)
      }
      const left = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((key) => lru.get(key) ?? 0)
      expect(lru.bytes).toBe(left.reduce((sum, bytes) => sum + bytes, 0))
    }),
  )
})
