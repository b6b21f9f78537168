// The limit of the API: so many requests a minute for each reader, told in the fields of the draft.
import { afterEach, expect, test } from 'vitest'
import { rateLimitHeaders, readerOf, takeRequest } from './rate-limit.ts'

afterEach(() => {
  delete process.env.API_RATE_LIMIT
  delete process.env.DOWNLOAD_RATE_LIMIT
})

test('a reader has so many requests, and another reader as many', async () => {
  process.env.API_RATE_LIMIT = '2'
  const told = [await takeRequest('a'), await takeRequest('a'), await takeRequest('a'), await takeRequest('b')]
  expect(told.map((one) => [one?.allowed, one?.remaining])).toEqual([
    [true, 1],
    [true, 0],
    [false, 0],
    [true, 1],
  ])
  for (const one of told) expect(one?.seconds).toBeGreaterThan(0)
  for (const one of told) expect(one?.seconds).toBeLessThanOrEqual(60)
})

test('downloads have an allowance of their own', async () => {
  process.env.API_RATE_LIMIT = '1'
  process.env.DOWNLOAD_RATE_LIMIT = '2'
  const told = [
    await takeRequest('c', 'download'),
    await takeRequest('c', 'download'),
    await takeRequest('c', 'download'),
    await takeRequest('c'),
  ]
  expect(told.map((one) => `${one?.counted} ${one?.allowed} ${one?.remaining}`)).toEqual([
    'download true 1',
    'download true 0',
    'download false 0',
    'reader true 0',
  ])
})

test('0 limits nobody', async () => {
  process.env.API_RATE_LIMIT = '0'
  expect(await takeRequest('a')).toBeNull()
})

test('the fields are structured fields of the draft', () => {
  expect(rateLimitHeaders({ counted: 'reader', allowed: true, limit: 3000, remaining: 7, seconds: 12 })).toEqual({
    'ratelimit-policy': '"reader";q=3000;w=60',
    ratelimit: '"reader";r=7;t=12',
  })
})

test.each([
  [null, 'unknown'],
  ['', 'unknown'],
  ['192.0.2.1', '192.0.2.1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['198.51.100.7, 192.0.2.1', '192.0.2.1'],
  ['2001:db8:0:0042:1:2:3:4', '2001:db8:0:42'],
  ['2001:DB8:0:42::9', '2001:db8:0:42'],
  ['2001:db8::9', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
])('the reader behind %s', (header, reader) => expect(readerOf(header)).toBe(reader))
