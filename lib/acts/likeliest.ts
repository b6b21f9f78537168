// The acts that many titles most likely mean, found among many acts at once: as likelihood() judges, without asking it of every pair. Pure.
import { type Asked, gramsOf, likelihood } from './act.ts'

type Titled = { ref: string; title: string; originalTitle: string; number: string }
export type Likely = { ref: string; score: number; why: string }

/** From here on an act is taken for the one that is meant, unless another is as likely. */
export const certainFrom = 0.95

/** At most three acts for what is asked, the likeliest first. The acts are read once, however many are asked for. */
export function likeliestAmong(acts: readonly Titled[]): (asked: Asked) => Likely[] {
  const byGram = new Map<string, number[]>()
  const byNumber = new Map<string, number[]>()
  const put = (map: Map<string, number[]>, key: string, at: number) => {
    const found = map.get(key)
    if (!found) map.set(key, [at])
    else if (found.at(-1) !== at) found.push(at)
  }
  for (const [at, { title, originalTitle, number }] of acts.entries()) {
    for (const gram of gramsOf(`${title} ${originalTitle}`)) put(byGram, gram, at)
    for (const word of numbersIn(number)) put(byNumber, word, at)
  }
  return (asked) => {
    const shared = new Map<number, number>()
    const grams = gramsOf(asked.title)
    for (const gram of grams) for (const at of byGram.get(gram) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1)
    const named = numbersIn(`${asked.title} ${asked.number}`).flatMap((word) => byNumber.get(word) ?? [])
    // A title that is alike shares most of the pieces of the shorter one; the most alike are judged.
    const alike = [...shared].sort(([, a], [, b]) => b - a).slice(0, 20)
    const judged = [...new Set([...named, ...alike.map(([at]) => at)])].flatMap((at): Likely[] => {
      const act = acts[at]
      const likely = act && likelihood(act, asked)
      return likely ? [{ ref: act.ref, ...likely }] : []
    })
    return judged.sort((a, b) => b.score - a.score).slice(0, 3)
  }
}

/** Whether the first is so much the likeliest that a person need not look. */
export const isCertain = ([first, second]: readonly Likely[]): boolean =>
  first !== undefined && first.score >= certainFrom && (second === undefined || second.score < certainFrom)

const numbersIn = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]*\p{N}[\p{L}\p{N}]*/gu) ?? []
