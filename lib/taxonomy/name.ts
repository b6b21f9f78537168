// How two written names are the same name: letter case, blanks, dashes and quotation marks aside, and nothing else. It never guesses.

/** Zero-width characters and the soft hyphen: invisible, but pasted along from web pages. */
const unseen = /[\u00ad\u200b-\u200d\u2060\ufeff]/gu

/** The form in which written names are compared. Linear in the length of the text. */
export function foldName(text: string): string {
  return text
    .normalize('NFC')
    .replace(unseen, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[‐‑‒–—―−]/gu, '-')
    .replace(/[‘’‚‛ʼ`´′“”„‟«»″]/gu, "'")
    .replaceAll('"', "'")
    .toUpperCase() // upper case first: ß and İ have no single lower-case partner that upper-casing gives back
    .toLowerCase()
}

/** What is known by several written names. */
export type Named = { name: string; aliases: readonly string[] }

const lookups = new WeakMap<readonly Named[], Map<string, Named>>()

/** The one of `all` whose name or alias is `text`; null when there is none. A name goes before an alias. The list is indexed once, so never change it. */
export function findNamed<T extends Named>(all: readonly T[], text: string): T | null {
  let lookup = lookups.get(all)
  if (!lookup) {
    lookup = new Map(all.flatMap((one) => one.aliases.map((alias) => [foldName(alias), one] as const)))
    for (const one of all) lookup.set(foldName(one.name), one)
    lookups.set(all, lookup)
  }
  return (lookup.get(foldName(text)) as T | undefined) ?? null
}
