// The versions of a measure, newest first, as JSON; of the one that has many too.
import type { Case } from '../case.ts'
import { keptAndFirst, measurePaths, program, uncached } from '../program.ts'
import { postgresAlone, randomRef } from '../rivals/postgres.ts'

export default {
  name: 'history-json',
  about: 'GET /api/v1/measures/{ref}/versions, random refs',
  run: async (stage) => {
    const of = (ref: string) => `/api/v1/measures/${ref}/versions`
    const paths = measurePaths(stage, of)
    const { prelude, ref } = randomRef(stage)
    const work = `${prelude}SELECT v.ref, v.number, v.published_at, v.published_during, v.is_current, v.content FROM published.version v
  WHERE v.ref = ${ref} ORDER BY v.number DESC LIMIT 20;\n`
    return {
      lines: await stage.compare([
        ...keptAndFirst(stage, paths),
        () => program(stage, 'the measure with 50 versions, cache off', [of(stage.seeded.longest)], uncached),
        () => postgresAlone(stage, work),
      ]),
    }
  },
} satisfies Case
