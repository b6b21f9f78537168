// Markdown ⇄ editor document, block by block: a block that nobody touched is written back exactly as it was read, so that a comparison shows only what was edited.
import { type JSONContent, Node as NodeType } from '@tiptap/core'
import { MarkdownManager } from '@tiptap/markdown'
import type { Node } from '@tiptap/pm/model'
import StarterKit from '@tiptap/starter-kit'

export const isSafeLink = (address: string) => /^(https?:\/\/|mailto:)\S+$/i.test(address)

/** A bare line end inside a paragraph: imported plain text has those, and keeps them. (A break that the person types is Markdown's own.) */
const LineEnd = NodeType.create({
  name: 'lineEnd',
  inline: true,
  group: 'inline',
  selectable: false,
  parseHTML: () => [{ tag: 'br[data-line-end]', priority: 100 }],
  renderHTML: () => ['br', { 'data-line-end': '' }],
  renderText: () => '\n',
  renderMarkdown: () => '\n',
})

export const extensions = [
  StarterKit.configure({
    underline: false,
    gapcursor: false,
    dropcursor: false,
    trailingNode: false, // it would add a paragraph that nobody typed
    link: { openOnClick: false, isAllowedUri: isSafeLink, HTMLAttributes: { target: null, rel: null } },
  }),
  LineEnd,
]

const manager = new MarkdownManager({ extensions })

/** One block of the source: its text, the blank before it, and how many nodes of the document it became. */
type Block = { raw: string; before: string; nodes: number }
export type Reading = { source: string; doc: JSONContent; blocks: Block[]; after: string; faithful: boolean }

/** Reads Markdown. `faithful` is false when the editor would lose something (a table, an image, a reference): such text is edited as Markdown. */
export function readMarkdown(source: string): Reading {
  if (last?.source !== source) last = read(source)
  return last
}

/** A page asks several times for one long text. */
let last: Reading | undefined

function read(source: string): Reading {
  const blocks: Block[] = []
  const content: JSONContent[] = []
  let blank = ''
  for (const token of manager.instance.lexer(source)) {
    const raw = token.raw.replace(/\n+$/, '')
    if (token.type === 'space' || raw === '') {
      blank += token.raw
      continue
    }
    const nodes = (manager.parse(raw).content ?? []).map(withLineEnds)
    blocks.push({ raw, before: blank, nodes: nodes.length })
    content.push(...nodes)
    blank = token.raw.slice(raw.length)
  }
  const doc = { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] }
  const written = blocks.length > 0 ? tidy(manager.serialize({ type: 'doc', content })) : ''
  return {
    source,
    doc,
    blocks,
    after: blank,
    faithful: lettersOf(source) === lettersOf(written) && blocks.every((block) => block.nodes > 0),
  }
}

/** Writes the document back; `original` is the document as it was right after reading. */
export function writeMarkdown(reading: Reading, original: Node, doc: Node): string {
  if (doc.eq(original)) return reading.source
  const groups = groupsOf(reading, original)
  const children = [...Array(doc.childCount).keys()].map((index) => doc.child(index))
  let out = ''
  let next = 0 // the block that would follow if nothing had been added, removed or moved
  let edited: Node[] = []

  const blankBefore = (index: number) => {
    if (!out) return index === 0 ? (groups[0]?.before ?? '') : ''
    const before = index === next ? (groups[index]?.before ?? '') : ''
    return before.length > 1 || (before && edited.length === 0) ? before : '\n\n'
  }
  const flush = () => {
    const text = edited.length > 0 ? tidy(manager.serialize({ type: 'doc', content: edited.map((node) => node.toJSON()) })) : ''
    if (text.trim()) out += blankBefore(next) + text
    next += edited.length
    edited = []
  }

  for (let at = 0; at < children.length; ) {
    const matches = (index: number) => groups[index]?.nodes.every((node, offset) => children[at + offset]?.eq(node)) ?? false
    const ahead = next + edited.length
    const found = matches(ahead) ? ahead : groups.findIndex((_, index) => matches(index))
    const group = groups[found]
    if (!group) {
      edited.push(children[at] as Node)
      at++
      continue
    }
    const fresh = edited.length > 0
    flush()
    const blank = blankBefore(found)
    out += (fresh && blank.length < 2 && out ? '\n\n' : blank) + group.raw
    next = found + 1
    at += group.nodes.length
  }
  const complete = edited.length === 0 && next === groups.length
  flush()
  return complete ? out + reading.after : out
}

function groupsOf(reading: Reading, original: Node): { raw: string; before: string; nodes: Node[] }[] {
  const total = reading.blocks.reduce((sum, block) => sum + block.nodes, 0)
  if (total !== original.childCount) return []
  let at = 0
  return reading.blocks.map(({ raw, before, nodes }) => {
    const from = at
    at += nodes
    return { raw, before, nodes: [...Array(nodes).keys()].map((offset) => original.child(from + offset)) }
  })
}

function withLineEnds(node: JSONContent): JSONContent {
  if (node.type === 'codeBlock' || !node.content) return node
  return {
    ...node,
    content: node.content.flatMap((child) => {
      if (child.type !== 'text' || !child.text?.includes('\n')) return [withLineEnds(child)]
      return child.text
        .split('\n')
        .flatMap((line, index) => [...(index > 0 ? [{ type: 'lineEnd' }] : []), ...(line ? [{ ...child, text: line }] : [])])
    }),
  }
}

/** Takes back escapes that change nothing (`Law\_on\_X`, `\[1\]`, `&amp;`): each is kept only where the text would read differently without it. */
function tidy(markdown: string): string {
  const lighter = [/\\([_~[\]*`])/g, /&(amp|lt|gt|quot);/g, /\[(https?:[^\]\s]+)\]\(([^)\s]+)\)/g]
  const plain: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' }
  const meaning = JSON.stringify(manager.parse(markdown))
  return lighter.reduce((text, pattern, step) => {
    const next = text.replace(pattern, (whole, one: string, two: string) => {
      if (step === 1) return plain[one] ?? whole
      return step === 0 || one.replaceAll('\\', '') === two ? one : whole
    })
    return next !== text && JSON.stringify(manager.parse(next)) === meaning ? next : text
  }, markdown)
}

const lettersOf = (markdown: string) => markdown.replace(/&(amp|lt|gt|quot|nbsp);/g, '').replace(/[^\p{L}\p{N}]/gu, '')
