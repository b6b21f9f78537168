// Routes that know no framework are answered without it; everything else is left to it.
import { describe, expect, test, vi } from 'vitest'
import { plainRoutes } from './plain-routes.ts'

vi.stubEnv('BASE_URL', 'http://localhost:3000') // the test runner has one of its own
const listed = {
  '/api/v1/openapi.json/route': '/api/v1/openapi.json',
  '/api/v1/measures/[ref]/versions/[number]/route': '/api/v1/measures/[ref]/versions/[number]',
  '/api/auth/[...nextauth]/route': '/api/auth/[...nextauth]',
  '/downloads/measures.csv/route': '/downloads/measures.csv',
  '/(public)/measures/page': '/measures',
}
const answerTo = await plainRoutes(listed, 'http://localhost:3000')

describe('a route of the API', () => {
  test('is answered by its own handler, with its headers', async () => {
    const answer = await answerTo('/api/v1/openapi.json?x=1', {})
    expect(answer?.status).toBe(200)
    expect(answer?.headers['content-type']).toBe('application/json')
    expect(answer?.headers.etag).toMatch(/^".+"$/)
    expect(JSON.parse(answer?.body.toString() ?? '').openapi).toBe('3.1.0')
  })

  test('gets the parts of its address, decoded', async () => {
    const answer = await answerTo('/api/v1/measures/K%5A/versions/one', {})
    expect([answer?.status, answer?.headers['content-type']]).toEqual([404, 'application/problem+json'])
  })
})

test.each([
  '/measures',
  '/downloads/measures.csv',
  '/api/auth/session',
  '/api/v1/openapi.json/',
  '/api/v1/measures/KZ-0001',
  '/api/v1/measures/KZ-0001/versions/1/2',
])('%s is left to the framework', (address) => {
  expect(answerTo(address, {})).toBeNull()
})
