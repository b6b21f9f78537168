// The signed token of an unsubscribe link: it names a person and what they no longer want by e-mail, and opens nothing else. It reads no data.
import { createHmac, timingSafeEqual } from 'node:crypto'
import { type NewsKind, newsKinds } from './news.ts'

/** One kind of news, or the daily e-mail as a whole. */
export type Unwanted = { personId: number; what: NewsKind | 'daily' }

const sign = (secret: string, named: string) => createHmac('sha256', secret).update(`unsubscribe\0${named}`).digest('base64url')

export function tokenOf(secret: string, { personId, what }: Unwanted): string {
  const named = `${personId}.${what.replaceAll(' ', '-')}`
  return `${named}.${sign(secret, named)}`
}

/** What a token asks for; null for one that was not signed here. */
export function readToken(secret: string, token: string): Unwanted | null {
  const [, person = '', what = '', mac = ''] = token.match(/^(\d{1,9})\.([a-z-]{1,40})\.([\w-]{43})$/) ?? []
  const expected = Buffer.from(sign(secret, `${person}.${what}`))
  const given = Buffer.from(mac)
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null
  const kind = what === 'daily' ? 'daily' : newsKinds.find((one) => one.replaceAll(' ', '-') === what)
  return kind ? { personId: Number(person), what: kind } : null
}
