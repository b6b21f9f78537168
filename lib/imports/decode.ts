// The bytes of a file as text: UTF-8, or UTF-16 with its mark. Any other encoding is said and not guessed, for a wrong guess would corrupt names silently.
import { Buffer } from 'node:buffer'

/** Bytes of the largest file that is read: all pages of the reference database together have less than a third of it. */
export const mostBytes = 50 * 1024 * 1024

export type Decoded = { text: string; problem: null } | { text: null; problem: { line: number; lastLine: number; message: string } }

/** The text of a file without its byte order mark; or one problem, with the line of the first byte that is at fault, and nothing read. */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes.length > mostBytes)
    return refused(1, `The file is larger than ${mostBytes.toLocaleString('en')} bytes. Split it: nothing was read.`)
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
  const strict = attempt(bytes, encoding)
  if (strict === null) {
    const what = encoding === 'utf-8' ? 'UTF-8' : 'UTF-16, which its first bytes announce'
    return refused(lineOfDamage(bytes, encoding), `From here on the file is not ${what}. Save it as UTF-8 and try again: nothing was read.`)
  }
  const nul = strict.indexOf('\0')
  if (nul >= 0)
    return refused(
      lineAt(strict, nul),
      'This is not a text file: there is a NUL character here. Save it as UTF-8 text and try again: nothing was read.',
    )
  return { text: strict, problem: null }
}

const refused = (line: number, message: string): Decoded => ({ text: null, problem: { line, lastLine: line, message } })

function attempt(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** Decodes with replacement characters and finds the first one that the file itself does not contain. */
function lineOfDamage(bytes: Uint8Array, encoding: string): number {
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes)
  if (encoding !== 'utf-8') return lineAt(text, text.indexOf('\ufffd'))
  const again = Buffer.from(text)
  let at = 0
  while (at < bytes.length && bytes[at] === again[at]) at++
  return lineAt(Buffer.from(bytes.buffer, bytes.byteOffset, at).toString('latin1'), at)
}

/** The number of the line, from 1, that holds the character at `offset`: as editors count, with \r\n, \n and \r. */
function lineAt(text: string, offset: number): number {
  let line = 1
  for (let at = 0; at < offset; at++) {
    const code = text.charCodeAt(at)
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) line++
  }
  return line
}
