// Whole downloads: how many rows a second, and how much memory the program takes for them at most.
import type { Case, Figure, Stage } from '../case.ts'
import { memoryOf } from '../process-cost.ts'

/** Reads a download to its end and throws it away; the memory of the program is looked at all the while. */
async function take(stage: Stage, path: string): Promise<{ bytes: number; seconds: number; most: number }> {
  const { url, pid } = await stage.program({ CASE: path })
  await (await fetch(`${url}/api/v1/measures?perPage=1`)).text()
  const began = performance.now()
  const answer = await fetch(url + path)
  if (!answer.ok || !answer.body) throw new Error(`${path}: ${answer.status}`)
  let [bytes, most] = [0, memoryOf([pid])]
  const watch = setInterval(() => {
    most = Math.max(most, memoryOf([pid]))
  }, 250)
  for await (const chunk of answer.body) bytes += chunk.length
  clearInterval(watch)
  return { bytes, most, seconds: (performance.now() - began) / 1000 }
}

export default {
  name: 'downloads',
  about: 'whole downloads, by a process of its own each',
  run: async (stage) => {
    const figures: Figure[] = []
    for (const [path, rows] of [
      ['/downloads/measures.csv', stage.size],
      ['/downloads/measures.jsonl', stage.size],
      ['/downloads/measures.xlsx', stage.size],
      // Each version is a row of versions.csv, and in the seeded database about one each of bases.csv, events.csv and sources.csv too.
      ['/downloads/as-amended.zip', stage.seeded.versions],
    ] as const) {
      const { bytes, seconds, most } = await take(stage, path)
      figures.push(
        {
          name: `${path}, ${rows.toLocaleString('en')} ${path.endsWith('zip') ? 'versions' : 'rows'}`,
          value: Math.round(rows / seconds),
          unit: 'a second',
        },
        { name: '  memory at most', value: Math.round(most / 2 ** 20), unit: 'MiB', target: '< 300 at any size' },
        { name: '  size', value: Math.round(bytes / 1e6), unit: 'MB' },
      )
    }
    return { figures }
  },
} satisfies Case
