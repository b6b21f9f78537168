// The line that places a measure, `Pillar X  |  Sub-pillar Y` or `… |  Indicator Y`: its two names as written. It knows no pillar.

/** The names as written; '' for one that is missing. `complete` when both labels are there. */
export type PillarLine = { pillar: string; subPillar: string; complete: boolean }

const longest = 1000

/** Reads a line that begins with the label of a pillar or a sub-pillar, or has the second one after a bar; null for any other line. */
export function readPillarLine(text: string): PillarLine | null {
  if (text.length > longest || !/pillar|indicator/iu.test(text)) return null
  const line = text.replace(/[\s\u200b]+/gu, ' ')
  const bar = line.indexOf('|')
  const left = (bar < 0 ? line : line.slice(0, bar)).trim()
  const right = bar < 0 ? '' : line.slice(bar + 1).trim()
  const pillar = afterLabel(left, /^pillar(?:$|[ :]+)/iu)
  const subPillar = afterLabel(right, subPillarLabel)
  if (pillar === null && subPillar === null) {
    const alone = afterLabel(left, subPillarLabel)
    return alone === null ? null : { pillar: '', subPillar: alone, complete: false }
  }
  return { pillar: pillar ?? left, subPillar: subPillar ?? right, complete: pillar !== null && subPillar !== null }
}

const subPillarLabel = /^(?:sub[ \-‐‑‒–—−]?pillar|indicator)(?:$|[ :]+)/iu

/** What comes after the label; null when the text does not begin with it. */
function afterLabel(text: string, label: RegExp): string | null {
  const found = label.exec(text)
  return found ? text.slice(found[0].length) : null
}
