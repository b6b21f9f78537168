// The parameters of an address, read by a schema: what is understood, and a sentence for each that is not. It reads no data.
import type { z } from '#lib/system/zod.ts'

export type Parameters = URLSearchParams | Record<string, string | string[] | undefined>

/** Empty parameters count as absent, of several of one name the first counts, unknown names are passed over; `problems` are by name. */
export function queryOf<S extends z.ZodObject>(schema: S, params: Parameters): { filter: z.output<S>; problems: Record<string, string> } {
  const given: Record<string, string> = {}
  for (const [name, value] of params instanceof URLSearchParams ? [...params] : Object.entries(params)) {
    const text = Array.isArray(value) ? value[0] : value
    if (text !== undefined && text.trim() !== '' && Object.hasOwn(schema.shape, name)) given[name] ??= text.replaceAll('\0', '')
  }
  const problems: Record<string, string> = {}
  const first = schema.safeParse(given)
  if (first.success) return { filter: first.data, problems }
  for (const issue of first.error.issues) {
    const name = String(issue.path[0])
    problems[name] ??= issue.message
    delete given[name]
  }
  return { filter: schema.parse(given), problems }
}

/** The path with these parameters; absent ones and those that say what is said anyway are left out, so that one list has one address. */
export function pathWith(path: string, asked: Record<string, string | number | undefined>, usual: Record<string, unknown> = {}): string {
  const given = Object.entries(asked).filter(([name, value]) => value !== undefined && value !== '' && value !== usual[name])
  const query = new URLSearchParams(given.map(([name, value]) => [name, String(value)]))
  return query.size === 0 ? path : `${path}?${query}`
}
