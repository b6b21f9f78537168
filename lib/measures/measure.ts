// What a measure is called: its ref, and a title where people need one. It reads no data.
import { type Content, readContent } from './content.ts'

/** `KZ-0007`: economy and number. Upper case, as it is stored. */
export const isRef = (text: string): boolean => /^[A-Z]{2}-\d{4,9}$/.test(text)

/** What lists call a measure: the titles of its bases, or what stands in for them while there is none. */
export function titleOf(stored: Content | unknown): string {
  const content = readContent(stored)
  const titles = content.bases.map((basis) => basis.title.trim()).filter((title) => title !== '')
  return titles.length > 0 ? titles.join(' · ') : 'Untitled measure'
}
