// One published measure as JSON, of random refs.
import type { Case } from '../case.ts'
import { keptAndFirst, measurePaths } from '../program.ts'
import { bareNode } from '../rivals/bare-node.ts'
import { nginxFromDisk } from '../rivals/nginx.ts'
import { postgresAlone, randomRef } from '../rivals/postgres.ts'

export default {
  name: 'measure-json',
  about: 'GET /api/v1/measures/{ref}, random refs',
  run: async (stage) => {
    const paths = measurePaths(stage, (ref) => `/api/v1/measures/${ref}`)
    const few = paths.slice(0, 1000)
    const { url } = await stage.program()
    const { prelude, ref } = randomRef(stage)
    return {
      lines: await stage.compare([
        ...keptAndFirst(stage, paths),
        () => bareNode(url, few),
        () => nginxFromDisk(url, few),
        () =>
          postgresAlone(
            stage,
            `${prelude}SELECT v.* FROM published.version v JOIN published.measure m ON m.ref = v.ref AND m.version_number = v.number WHERE v.ref = ${ref};\n`,
          ),
      ]),
    }
  },
} satisfies Case
