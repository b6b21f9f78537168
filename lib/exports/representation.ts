// What a JSON answer is apart from its data: the members that were asked for, and a validator of its bytes (RFC 9110). It reads no data.
import { createHash } from 'node:crypto'

/**
 * A strong ETag: the SHA-256 of the bytes. They contain the digest and the state of the version, and what may change beside
 * them, such as the day of the last check; so two answers with one ETag are the same to the last byte.
 */
export const etagOf = (body: string): string => `"${createHash('sha256').update(body).digest('base64url')}"`

/** Whether If-None-Match names this ETag; the comparison is weak, as RFC 9110, section 13.1.2 has it. */
export function isUnchanged(ifNoneMatch: string | null, etag: string): boolean {
  if (ifNoneMatch === null) return false
  const listed = ifNoneMatch.trim() === '*' ? ['*'] : (ifNoneMatch.match(/(?:W\/)?"[^"]*"/g) ?? [])
  return listed.some((one) => one === '*' || one.replace(/^W\//, '') === etag)
}

/** The members that `fields=ref,version` asks for; undefined asks for all. `unknown` are those that do not exist. */
export function fieldsOf(asked: string | null, known: readonly string[]): { fields: string[] | undefined; unknown: string[] } {
  const names = [...new Set((asked ?? '').split(',').map((name) => name.trim()))].filter((name) => name !== '')
  return { fields: names.length === 0 ? undefined : names, unknown: names.filter((name) => !known.includes(name)) }
}

/** The object with only these members, in its own order. */
export const withFields = <T extends object>(whole: T, fields: readonly string[] | undefined): Partial<T> =>
  fields === undefined ? whole : (Object.fromEntries(Object.entries(whole).filter(([name]) => fields.includes(name))) as Partial<T>)
