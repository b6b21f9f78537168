// HTML and SVG as text, escaped where it is made: a matrix of ten thousand cells or a map is written at once, without a component for each.

/** A finished piece of markup. Only this file makes it, so a bare string can never pass for one. */
export class Markup {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
  toString(): string {
    return this.text
  }
}

type Value = string | number | boolean | null | undefined
type Child = Markup | string | number | null | undefined | false | readonly Child[]

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
/** What XML 1.0 has no place for: control characters and halves of characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
const unwritable = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g

/** The text as XML and HTML both read it. */
export const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(unwritable, '')
    .replace(/[&<>"]/g, (sign) => entities[sign] ?? sign)

const written = (child: Child): string => {
  if (child === null || child === undefined || child === false) return ''
  if (child instanceof Markup) return child.text
  return typeof child === 'object' ? child.map(written).join('') : escaped(String(child))
}

/** An element. Attributes that are undefined, null or false are left out; true is written as its own name. Every element is closed, as SVG needs. */
export function element(name: string, attributes: Record<string, Value>, ...children: Child[]): Markup {
  let text = `<${name}`
  for (const [key, value] of Object.entries(attributes))
    if (value !== undefined && value !== null && value !== false) text += ` ${key}="${value === true ? key : escaped(String(value))}"`
  return new Markup(`${text}>${children.map(written).join('')}</${name}>`)
}

/** Pieces one after the other. */
export const together = (...children: Child[]): Markup => new Markup(children.map(written).join(''))
