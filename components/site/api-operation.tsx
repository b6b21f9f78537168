// One operation of the API as its description has it: the address to try, its parameters, its answers.
import { CopyButton } from './copy-button.tsx'
import { Described } from './described.tsx'
import { type Schema, SchemaTree, typeOf } from './schema-tree.tsx'

export type Operation = {
  operationId: string
  summary: string
  parameters: { name: string; in: string; required?: boolean; description?: string; schema: Schema; example?: unknown }[]
  responses: Record<string, { description: string; content?: Record<string, { schema: Schema }> }>
}
/** `example` is an address of this server whose answer shows something; `base` is where the server is. */
type Props = { base: string; path: string; example: string; operation: Operation; schemas: Record<string, Schema> }

export function ApiOperation({ base, path, example, operation: { operationId, summary, parameters, responses }, schemas }: Props) {
  const command = `curl '${base}${example}'`
  const asked = parameters.filter((parameter) => parameter.in !== 'header')
  const [, answered] = Object.entries(responses['200']?.content ?? {})[0] ?? []
  return (
    <section aria-labelledby={operationId} className="mb-12">
      <h2 id={operationId} className="border-b-2 border-ink pb-1.5 font-sans text-lg font-semibold wrap-anywhere">
        <span className="text-muted">GET</span> <code>{path}</code>
      </h2>
      <p className="mt-3">
        <Described text={summary} />.
      </p>
      <p className="mt-1 text-[0.9375rem] wrap-anywhere">
        Try it: <a href={example}>{example}</a>
      </p>
      <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-[0.9375rem]">
        <code className="wrap-anywhere">{command}</code>
        <CopyButton text={command} what="the command" />
      </p>
      {asked.length > 0 && (
        <>
          <h3 className="label mt-5 mb-2">Parameters</h3>
          <ul className="space-y-1.5 text-[0.9375rem]">
            {asked.map(({ name, in: where, description, schema }) => (
              <li key={name} className="wrap-anywhere">
                <code className="font-semibold">{name}</code>{' '}
                <span className="text-muted">
                  {typeOf(schema, schemas)}
                  {where === 'path' && ', in the address'}
                </span>
                {(description ?? schema.description) && (
                  <span>
                    . <Described text={description ?? schema.description ?? ''} />
                  </span>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      <h3 className="label mt-5 mb-2">Answer</h3>
      {answered && <SchemaTree schema={answered.schema} schemas={schemas} />}
      <h3 className="label mt-5 mb-2">Status</h3>
      <ul className="space-y-1 text-[0.9375rem]">
        {Object.entries(responses).map(([status, { description }]) => (
          <li key={status}>
            <code className="font-semibold">{status}</code> <Described text={description} />
          </li>
        ))}
      </ul>
    </section>
  )
}
