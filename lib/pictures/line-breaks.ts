// Breaks a text into the lines of a drawing, which SVG does not do by itself. Widths are estimates on the safe side: no font is asked.

/** Shares of the size of the type, for the widest face that the pictures use. */
function widthOf(sign: string): number {
  if (/\p{M}/u.test(sign)) return 0
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(sign)) return 1.02
  if (/[iljItf.,;:!'|()[\]\s]/.test(sign)) return 0.33
  if (/[mwMW@%—ЖШЩЮМжшщюм]/.test(sign)) return 0.88
  return /\p{Lu}|\d/u.test(sign) ? 0.64 : 0.54
}

/** The width of a text in pixels, at most a tenth too large on usual prose. */
export const estimated = (text: string, size: number): number => [...text].reduce((sum, sign) => sum + widthOf(sign), 0) * size

/** At most `most` lines that are no wider than `width`; what does not fit ends in an ellipsis. A word that is too long is cut. */
export function linesOf(text: string, { width, size, most }: { width: number; size: number; most: number }): string[] {
  const fits = (line: string) => estimated(line, size) <= width
  const words = text
    .trim()
    .split(/\s+/u)
    .filter(Boolean)
    .flatMap((word) => pieces(word, fits))
  const lines: string[] = []
  let line = ''
  for (const word of words) {
    const longer = line === '' ? word : `${line} ${word}`
    if (fits(longer)) line = longer
    else {
      lines.push(line)
      line = word
    }
  }
  if (line !== '') lines.push(line)
  if (lines.length <= most) return lines
  let last = lines[most - 1] ?? ''
  while (last !== '' && !fits(`${last}…`)) last = last.slice(0, -1).toWellFormed().replace('\ufffd', '')
  return [...lines.slice(0, most - 1), `${last.replace(/[\s,;:.–-]+$/u, '')}…`]
}

function pieces(word: string, fits: (line: string) => boolean): string[] {
  if (fits(word)) return [word]
  const cut: string[] = []
  let piece = ''
  for (const sign of word) {
    if (piece !== '' && !fits(piece + sign)) {
      cut.push(piece)
      piece = ''
    }
    piece += sign
  }
  return [...cut, piece]
}

/** Whether a text begins in a script that is written from right to left. */
export const isRightToLeft = (text: string): boolean => /^[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(text)
