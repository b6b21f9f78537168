// The OpenAPI document says of every operation what it answers, and how it refuses.
import { expect, test } from 'vitest'
import { openApiDocument } from './openapi.ts'

const document = openApiDocument('https://measures.example.org')
const operations = Object.entries(document.paths ?? {}).map(([path, { get }]) => ({ path, get }))

test('every operation has a name, a validator, 304 and 500', () => {
  expect(new Set(operations.map(({ get }) => get?.operationId)).size).toBe(operations.length)
  for (const { path, get } of operations) {
    expect(Object.keys(get?.responses ?? {}), path).toEqual(expect.arrayContaining(['200', '304', '429', '500']))
    expect(get?.responses?.['200'], path).toHaveProperty('headers.ETag')
    expect(get?.parameters, path).toContainEqual(expect.objectContaining({ in: 'header', name: 'If-None-Match' }))
  }
})

test('members are chosen between commas, out of those that a measure has', () => {
  const parameters = operations.find(({ path }) => path === '/api/v1/measures/{ref}')?.get?.parameters
  expect(parameters).toContainEqual(
    expect.objectContaining({
      in: 'query',
      name: 'fields',
      style: 'form',
      explode: false,
      schema: expect.objectContaining({
        items: expect.objectContaining({ enum: expect.arrayContaining(['ref', 'bases', 'version', 'links']) }),
      }),
    }),
  )
})
