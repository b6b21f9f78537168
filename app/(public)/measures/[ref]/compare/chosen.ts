// Which two versions an address asks to compare: the newest and the one before it, unless it says otherwise. It reads no data.
import type { VersionList } from '#lib/published/schema.ts'

type Asked = { from: string | string[] | undefined; to: string | string[] | undefined }
export type Chosen = { from: number | undefined; to: number | undefined; problem: string | null }

/** `problem` says as a sentence why there is nothing to compare. */
export function chosenOf({ from, to }: Asked, { ref, items }: VersionList): Chosen {
  const numbers = items.map(({ number }) => number)
  const read = (text: string | string[] | undefined) => {
    const one = Array.isArray(text) ? text[0] : text
    return one === undefined || one === '' ? undefined : { text: one, number: /^[1-9]\d{0,6}$/.test(one) ? Number(one) : Number.NaN }
  }
  const [left, right] = [read(from), read(to)]
  for (const one of [left, right]) {
    if (one && !numbers.includes(one.number)) {
      return { ...defaults(numbers), problem: `${ref} has no published version ${one.text.slice(0, 20)}. Choose two of these.` }
    }
  }
  const newest = right?.number ?? numbers.find((number) => number !== left?.number) ?? numbers[0]
  const chosen = { from: left?.number ?? before(numbers, newest), to: newest }
  if (numbers.length < 2) return { ...chosen, problem: `${ref} has one published version: there is nothing to compare it with yet.` }
  if (chosen.from === chosen.to) return { ...chosen, problem: 'That is the same version twice. Choose two different ones.' }
  return { ...chosen, problem: null }
}

const before = (numbers: number[], of: number | undefined) =>
  numbers.find((number) => of !== undefined && number < of) ?? numbers.find((number) => number !== of)

const defaults = (numbers: number[]) => ({ from: numbers[1] ?? numbers[0], to: numbers[0] })
