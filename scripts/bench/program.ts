// The program itself as a contender: one process as shipped, or with its response cache off.
import type { Contender, Stage } from './case.ts'
import { load } from './load.ts'

export const uncached = { RESPONSE_CACHE_MB: '0' }

/** Asks the program for these paths. Its processor time is that of its process; PostgreSQL's is not in it. */
export async function program(
  stage: Stage,
  name: string,
  paths: string[],
  env: Record<string, string> = {},
  headers = {},
): Promise<Contender> {
  const { url, pid } = await stage.program(env)
  return { name, run: (connections, seconds) => load(url, paths, connections, seconds, headers), pids: () => [pid] }
}

/** The two that readers meet: an answer that somebody asked for since the last publication, and one that nobody did. */
export const keptAndFirst = (stage: Stage, paths: string[]): (() => Promise<Contender>)[] => [
  async () => {
    const own = { CASE: paths[0] ?? '' } // a process of its own: what other cases asked for is not in its memory
    const { url } = await stage.program(own)
    const left = [...paths]
    const ask = async () => {
      for (let path = left.pop(); path !== undefined; path = left.pop()) await (await fetch(`${url}${path}`)).arrayBuffer()
    }
    await Promise.all(Array.from({ length: 16 }, ask))
    return program(stage, 'As Amended, asked before', paths, own)
  },
  () => program(stage, 'As Amended, first view', paths, uncached),
]

/** Every measure's address under a prefix, at most so many, spread over the whole. */
export function measurePaths({ seeded }: Stage, of: (ref: string) => string, most = 10_000): string[] {
  const step = Math.max(1, Math.floor(seeded.refs.length / most))
  return seeded.refs.filter((_, index) => index % step === 0).map(of)
}
