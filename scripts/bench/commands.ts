// The desk's commands as contenders: run in this process on the application's role, so that what is measured is the command and PostgreSQL.
import type { Contender, Run } from './case.ts'

/** Does `work` over and over at this many places at once; `work` gets a number that no other call got, and its place. */
export function commands(
  name: string,
  work: (n: number, place: number) => Promise<unknown>,
  pids: () => number[] = () => [process.pid],
): Contender {
  let next = 0
  const run = async (connections: number, seconds: number): Promise<Run> => {
    const took: number[] = []
    const began = performance.now()
    let wrong = 0
    const one = async (_: unknown, place: number) => {
      while (performance.now() - began < seconds * 1000) {
        const start = performance.now()
        await work(next++, place).catch(() => wrong++)
        took.push((performance.now() - start) * 1000)
      }
    }
    await Promise.all(Array.from({ length: connections }, one))
    took.sort((a, b) => a - b)
    const at = (share: number) => took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? 0
    return { requests: took.length, seconds: (performance.now() - began) / 1000, p50: at(0.5), p99: at(0.99), wrong }
  }
  return { name, run, pids }
}
