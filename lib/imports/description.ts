// The description lines of a page as Markdown: every line is a paragraph or a list item. No character is added, changed or left out but blanks.

const listItem = /^(?:[-*+]|\d{1,3}[.)])\s/u

/** Joins the lines: neighbouring list items by a line end, everything else by an empty line. Blank lines separate and are otherwise nothing. */
export function toMarkdown(lines: readonly string[]): string {
  const parts: string[] = []
  let before = ''
  for (const line of lines) {
    if (line === '') continue
    if (before !== '') parts.push(listItem.test(before) && listItem.test(line) ? '\n' : '\n\n')
    parts.push(line)
    before = line
  }
  return parts.join('')
}
