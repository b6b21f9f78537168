// Markdown as text to read. Raw HTML shows as the characters that it is and an image as a link: what is approved is what is seen, and nothing runs.
import type { Element, Root, Text } from 'hast'
import { toJsxRuntime } from 'hast-util-to-jsx-runtime'
import type { Html, Image } from 'mdast'
import { Fragment, jsx, jsxs } from 'react/jsx-runtime'
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { cx } from './cx.ts'

const schema = {
  ...defaultSchema,
  tagNames: (defaultSchema.tagNames ?? []).filter((name) => !['img', 'picture', 'source', 'input'].includes(name)),
  protocols: { href: ['https', 'http', 'mailto'] },
  clobber: [],
}
const handlers = {
  html: (_state: unknown, { value }: Html): Text => ({ type: 'text', value }),
  image: (_state: unknown, { url, alt }: Image): Element => ({
    type: 'element',
    tagName: 'a',
    properties: { href: url },
    children: [{ type: 'text', value: alt || url }],
  }),
}
const reader = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype, { clobberPrefix: '', handlers })
  .use(rehypeSanitize, schema)
  .freeze()

type Props = { markdown: string; id: string; topLevel?: 3 | 4 | 5; className?: string }

/** `id` keeps the anchors of several texts on one page apart; `topLevel` is the level of the highest heading in the text. */
export function Prose({ markdown, id, topLevel = 3, className }: Props) {
  const tree = reader.runSync(reader.parse(markdown)) as Root
  const highest = Math.min(6, ...elementsOf(tree).map(levelOf).filter(Boolean))
  for (const element of elementsOf(tree)) settle(element, id, topLevel - highest)
  return (
    <div className={cx('reading prose wrap-anywhere', className)}>
      {toJsxRuntime(tree, { Fragment, jsx, jsxs, components: { table: WideTable } })}
    </div>
  )
}

function WideTable({ children }: { children?: React.ReactNode }) {
  return (
    // A group and no region: a page with several texts has several tables, and none is a landmark.
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for what can be filled in
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard
    <div role="group" aria-label="Table" tabIndex={0} className="overflow-x-auto">
      <table>{children}</table>
    </div>
  )
}

function elementsOf(node: Root | Element): Element[] {
  return node.children.flatMap((child) => (child.type === 'element' ? [child, ...elementsOf(child)] : []))
}

const levelOf = ({ tagName }: Element): number => (/^h[1-6]$/.test(tagName) ? Number(tagName[1]) : 0)

function settle(element: Element, id: string, deeper: number) {
  const { properties } = element
  const level = levelOf(element)
  if (level > 0) element.tagName = `h${Math.min(6, level + deeper)}`
  if (typeof properties.id === 'string') properties.id = `${id}-${properties.id}`
  if (Array.isArray(properties.ariaDescribedBy)) properties.ariaDescribedBy = properties.ariaDescribedBy.map((name) => `${id}-${name}`)
  if (element.tagName !== 'a') return
  if (typeof properties.href !== 'string') {
    element.tagName = 'span'
    return
  }
  if (properties.href.startsWith('#')) properties.href = `#${id}-${properties.href.slice(1)}`
  else if (/^(https?:)?\/\//i.test(properties.href)) properties.rel = ['nofollow', 'noopener']
}
