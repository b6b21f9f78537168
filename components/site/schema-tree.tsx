// A JSON schema as a list that a person reads: each member with its type and what it means. Deeper levels open on demand.

import { Described } from './described.tsx'

/** As much of JSON Schema 2020-12 as our own description uses. */
export type Schema = {
  $ref?: string
  type?: string | string[]
  const?: unknown
  enum?: unknown[]
  format?: string
  description?: string
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  anyOf?: Schema[]
  oneOf?: Schema[]
}
type Props = { schema: Schema; schemas: Record<string, Schema>; depth?: number }

export function SchemaTree({ schema, schemas, depth = 0 }: Props) {
  const { properties, required = [] } = shapeOf(schema, schemas)
  if (!properties) return null
  return (
    <ul className={depth === 0 ? 'space-y-1 text-[0.9375rem]' : 'mt-1 space-y-1 border-l border-rule pl-3'}>
      {Object.entries(properties).map(([name, member]) => {
        const inner = shapeOf(member, schemas)
        const head = (
          <>
            <code className="font-semibold">{name}</code>{' '}
            <span className="text-muted">
              {typeOf(member, schemas)}
              {!required.includes(name) && ', optional'}
            </span>
            {member.description && (
              <span>
                . <Described text={member.description} />
              </span>
            )}
          </>
        )
        return (
          <li key={name} className="wrap-anywhere">
            {inner.properties && depth < 6 ? (
              <details>
                <summary className="cursor-pointer">{head}</summary>
                <SchemaTree schema={inner} schemas={schemas} depth={depth + 1} />
              </details>
            ) : (
              head
            )}
          </li>
        )
      })}
    </ul>
  )
}

const named = (schema: Schema, schemas: Record<string, Schema>): Schema =>
  (schema.$ref && schemas[schema.$ref.replace('#/components/schemas/', '')]) || schema

/** The object that a schema describes, itself or in a list. */
function shapeOf(schema: Schema, schemas: Record<string, Schema>): Schema {
  const found = named(schema, schemas)
  const choice = (found.anyOf ?? found.oneOf)?.find((one) => named(one, schemas).type !== 'null')
  return found.items ? shapeOf(found.items, schemas) : choice ? shapeOf(choice, schemas) : found
}

/** The type in a few words: `list of objects`, `text (date)`, `one of act, practice`. */
export function typeOf(schema: Schema, schemas: Record<string, Schema>): string {
  const found = named(schema, schemas)
  if (found.enum) return `one of ${found.enum.map(String).join(', ')}`
  if (found.const !== undefined) return String(found.const)
  const choices = found.anyOf ?? found.oneOf
  if (choices) return choices.map((one) => typeOf(one, schemas)).join(' or ')
  if (found.items) return `list: ${typeOf(found.items, schemas)}`
  const types = [found.type ?? 'anything'].flat().map((type) => (type === 'string' ? 'text' : type))
  return `${types.join(' or ')}${found.format ? ` (${found.format})` : ''}`
}
