// The words of a Markdown text, without its marks: what a reader of the page could quote. It reads no data.
import type { Nodes } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'

const reader = unified().use(remarkParse).use(remarkGfm).freeze()

/** Every word of a Markdown text in its order; raw HTML is the characters that it is, as on the page. */
export const proseText = (markdown: string): string => wordsOf(reader.parse(markdown))

function wordsOf(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code' || node.type === 'html') return node.value
  return 'children' in node ? node.children.map(wordsOf).join(' ') : ''
}
