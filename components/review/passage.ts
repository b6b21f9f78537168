// Passages of a text on the page: what was selected, and where quoted words stand. It changes nothing on the page.
import type { CommentField } from '#lib/review/comment.ts'

const fieldOfSection: Record<string, CommentField> = { description: 'description', coverage: 'coverage', sources: 'sources' }

/** The field that a place in the text belongs to: its section's, else what stands above all sections. */
function fieldOf(node: Node): CommentField {
  const element = node instanceof Element ? node : node.parentElement
  const section = element?.closest('section[aria-labelledby]')?.getAttribute('aria-labelledby') ?? ''
  return fieldOfSection[section] ?? 'bases'
}

/** The words that are selected within a text, with where they are; null when nothing is, or it reaches outside. At most 1,000 characters. */
export function quoted(text: Element, selection: Selection | null): { field: CommentField; quote: string; bounds: DOMRect } | null {
  const range = selection && selection.rangeCount > 0 && !selection.isCollapsed ? selection.getRangeAt(0) : null
  if (!range || !text.contains(range.commonAncestorContainer)) return null
  const quote = range.toString().replace(/\s+/g, ' ').trim()
  return quote === '' || quote.length > 1000 ? null : { field: fieldOf(range.startContainer), quote, bounds: range.getBoundingClientRect() }
}

/** Where quoted words stand in their field of the text; null when they do not any more. Spacing does not count. */
export function passageIn(text: Element, { field, quote }: { field: CommentField; quote: string }): Range | null {
  const letters: { node: Text; offset: number }[] = []
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT)
  let bare = ''
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    if (fieldOf(node) !== field) continue
    for (let offset = 0; offset < node.data.length; offset++) {
      if (/\s/.test(node.data[offset] ?? '')) continue
      bare += node.data[offset]
      letters.push({ node, offset })
    }
  }
  const wanted = quote.replace(/\s+/g, '')
  const at = wanted === '' ? -1 : bare.indexOf(wanted)
  const [first, last] = [letters[at], letters[at + wanted.length - 1]]
  if (at < 0 || !first || !last) return null
  const range = document.createRange()
  range.setStart(first.node, first.offset)
  range.setEnd(last.node, last.offset + 1)
  return range
}
