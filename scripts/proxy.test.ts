// What passes through the proxy is cut off at 10 MB by Next.js: an import may have 50 MB.
import { unstable_doesMiddlewareMatch as passes } from 'next/experimental/testing/server.js'
import { expect, test } from 'vitest'
import { config } from '../proxy.ts'

test.each([
  ['/', true],
  ['/measures', true],
  ['/desk/imports', true],
  ['/desk/imports/7', true],
  ['/desk/imports/read', false],
  ['/api/v1/measures', false],
])('%s has a content security policy: %s', (url, expected) => {
  expect(passes({ config, url, nextConfig: {} })).toBe(expected)
})
