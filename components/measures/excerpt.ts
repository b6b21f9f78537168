// The beginning, or a piece, of a Markdown text as plain words, cut at a word. It reads no more of the text than it may need.
import type { Nodes } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { runsOf } from '#lib/published/search-words.ts'

const reader = unified().use(remarkParse).use(remarkGfm).freeze()

export function excerptOf(markdown: string, most = 280): string {
  const words = plainWords(markdown.slice(0, most * 6))
  if (words.length <= most) return words
  const cut = words.slice(0, most)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most - 40)).replace(/[\s,;:.(]+$/, '')}…`
}

/** A piece of a Markdown text as plain words. */
export const plainWords = (markdown: string): string => wordsOf(reader.parse(markdown)).replace(/\s+/g, ' ').trim()

/** A piece that a search cut out of a text, with dots where the text begins before it or goes on after it. */
export function pieceOf(snippet: string, markdown: string): string {
  const piece = plainWords(snippet)
  const bare = runsOf(piece)
    .map(({ text }) => text)
    .join('')
  const begins = plainWords(markdown.slice(0, 400)).startsWith(bare.slice(0, 20))
  const ends = plainWords(markdown.slice(-400)).endsWith(bare.slice(-20))
  return `${begins ? '' : '… '}${piece}${ends ? '' : ' …'}`
}

function wordsOf(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value
  if (node.type === 'table' || node.type === 'heading' || node.type === 'footnoteDefinition') return ''
  if (!('children' in node)) return node.type === 'break' ? ' ' : ''
  const words = node.children.map(wordsOf).join('')
  return ['paragraph', 'listItem'].includes(node.type) ? `${words} ` : words
}
