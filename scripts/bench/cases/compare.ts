// Two descriptions of 10,000 words compared: the same but for a few words, and the worst that there is.
import type { Case, Figure } from '../case.ts'
import { longText, middleOf } from '../long-measure.ts'
import { chance } from '../seed-text.ts'

const RUNS = 5

/** The text with this share of its words replaced. */
function touched(text: string, share: number): string {
  const random = chance(3)
  return text.replace(/\w+/g, (word) => (random() < share ? `${word}x` : word))
}

export default {
  name: 'compare',
  about: 'two revisions with descriptions of 10,000 words',
  run: async () => {
    const { compareContents } = await import('#lib/measures/compare.ts')
    const { contentWith } = await import('#lib/testing/builders.ts')
    const text = longText(10_000, 1)
    const half = Math.floor(text.length / 2)
    const pairs: Record<string, string> = {
      'ten words changed': touched(text, 0.001),
      'each tenth word changed': touched(text, 0.1),
      'each third word changed': touched(text, 0.33),
      'halves exchanged': `${text.slice(half)} ${text.slice(0, half)}`,
      'paragraphs reversed': text.split('\n\n').reverse().join('\n\n'),
      'another text': longText(10_000, 2),
      'another text, in one sentence': longText(10_000, 2).replace(/[.\n]+/g, ''),
    }
    const figures = Object.entries(pairs).map(([name, other]): Figure => {
      const took = Array.from({ length: RUNS }, () => {
        const began = performance.now()
        compareContents(contentWith({ description: text }), contentWith({ description: other }), () => '')
        return performance.now() - began
      })
      return { name, value: middleOf(took), unit: 'ms, the middle one', target: 'under 500' }
    })
    return { figures }
  },
} satisfies Case
