// The objects of a JSON text with the line that each begins on: an array of them, or one after the other as in JSON Lines. Pure; it judges no member.

export type FoundObject = { line: number; value: Record<string, unknown> } | { line: number; message: string }

/** One pass over the text; what is no object, or is not JSON, is a message with its line. After a text that ends too early nothing follows. */
export function* objectsOf(text: string): Generator<FoundObject> {
  let line = 1
  let depth = 0
  let start = { at: 0, line: 1 }
  let quoted = false
  for (let at = 0; at < text.length; at++) {
    const character = text[at]
    if (character === '\n' || (character === '\r' && text[at + 1] !== '\n')) line++
    if (quoted) {
      if (character === '\\') at++
      else if (character === '"') quoted = false
    } else if (character === '{') {
      if (depth === 0) start = { at, line }
      depth++
    } else if (character === '}' && depth > 0) {
      depth--
      if (depth === 0) yield parsed(text.slice(start.at, at + 1), start.line)
    } else if (depth > 0) quoted = character === '"'
    else if (!/[\s,[\]]/.test(character ?? '')) {
      const rest = text.slice(at, at + 40).split(/[\r\n{]/, 1)[0] ?? ''
      yield { line, message: `“${rest}” is no object: each act is one, in braces.` }
      at += Math.max(0, rest.length - 1)
    }
  }
  if (depth > 0) yield { line: start.line, message: 'The object that begins here is never closed.' }
}

function parsed(text: string, line: number): FoundObject {
  try {
    return { line, value: JSON.parse(text) }
  } catch (error) {
    const reason = (error as Error).message
    const inside = Number(reason.match(/\(line (\d+) /)?.[1] ?? 1) - 1
    return { line: line + inside, message: `This is not JSON: ${reason.replace(/ in JSON at position.*$/, '')}.` }
  }
}
