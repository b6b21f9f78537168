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

type Schema = {
  $ref?: string
  type?: string
  enum?: unknown
  const?: unknown
  description?: string
  example?: unknown
  items?: Schema
  anyOf?: Schema[]
  oneOf?: Schema[]
  properties?: Record<string, Schema>
}

/** What has to be shown by an example: a text or a number that is not one of a few. */
const needsExample = ({ $ref, type, enum: choices, const: only, items, anyOf, oneOf }: Schema): boolean => {
  if ($ref !== undefined || choices !== undefined || only !== undefined) return false
  const parts = anyOf ?? oneOf
  if (parts) return parts.some((part) => part.type !== 'null' && needsExample(part))
  return type === 'array' ? needsExample(items ?? {}) : !['object', 'boolean', 'null'].includes(type ?? '')
}

/** Members below a schema that are not described, or of which nothing is shown. */
function undescribed(where: string, schema: Schema): string[] {
  const members = Object.entries(schema.properties ?? {}).flatMap(([name, member]) => [
    ...(member.description || member.$ref ? [] : [`${where}.${name} has no description`]),
    ...(member.example !== undefined || !needsExample(member) ? [] : [`${where}.${name} has no example`]),
    ...undescribed(`${where}.${name}`, member),
  ])
  const parts = [...(schema.items ? [schema.items] : []), ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])]
  return [...members, ...parts.flatMap((part) => undescribed(where, part))]
}

test('every operation, parameter, header and member says what it is, with an example', () => {
  const schemas = Object.entries(document.components?.schemas ?? {}) as [string, Schema][]
  const found = schemas.flatMap(([name, schema]) => [
    ...(schema.description ? [] : [`${name} has no description`]),
    ...undescribed(name, schema),
  ])
  for (const { path, get } of operations) {
    if (!get?.summary || !get.description || get.description.length < 40) found.push(`${path} has no description`)
    for (const parameter of (get?.parameters ?? []) as { name: string; description?: string; schema: Schema }[]) {
      if (!parameter.description) found.push(`${path} ${parameter.name} has no description`)
      if (parameter.schema.example === undefined && needsExample(parameter.schema)) found.push(`${path} ${parameter.name} has no example`)
    }
    type Answer = {
      description?: string
      headers?: Record<string, { description?: string; schema: Schema }>
      content?: Record<string, { schema: Schema }>
    }
    for (const [status, answer] of Object.entries((get?.responses ?? {}) as Record<string, Answer>)) {
      if (!answer.description) found.push(`${path} ${status} has no description`)
      for (const [name, header] of Object.entries(answer.headers ?? {}))
        if (!header.description || header.schema.example === undefined)
          found.push(`${path} ${status} ${name} has no description or example`)
      for (const { schema } of Object.values(answer.content ?? {})) found.push(...undescribed(`${path} ${status}`, schema))
    }
  }
  expect(found).toEqual([])
})
