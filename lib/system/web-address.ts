// The address of something on the web, as people may enter it anywhere in the product. It fetches nothing.
import { isStorable, notStorable } from './text.ts'
import { z } from './zod.ts'

/**
 * `https://…` or `http://…`, or '' for none; at most 2,000 characters. Written out as it is meant, with no name or password in it: a
 * browser takes `http:desk` for a page of ours, and drops line ends that a reader does not see.
 */
export const webAddress = z
  .string()
  .refine(isStorable, { error: notStorable, abort: true })
  .trim()
  .max(2000, 'At most 2,000 characters')
  .refine((text) => text === '' || isWebAddress(text), 'Not a web address: it starts with https:// or http://')

function isWebAddress(text: string): boolean {
  if (!/^https?:\/\/\P{Cc}+$/iu.test(text) || !URL.canParse(text)) return false
  const { protocol, username, password } = new URL(text)
  return (protocol === 'https:' || protocol === 'http:') && username === '' && password === ''
}
