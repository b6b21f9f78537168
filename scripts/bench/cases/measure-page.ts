// The page of one published measure: from the cache, and as it is drawn for the first view.
import type { Case } from '../case.ts'
import { keptAndFirst, measurePaths } from '../program.ts'
import { nginxFromDisk } from '../rivals/nginx.ts'

export default {
  name: 'measure-page',
  about: 'GET /measures/{ref}, HTML, random refs',
  run: async (stage) => {
    const paths = measurePaths(stage, (ref) => `/measures/${ref}`, 1000)
    const { url } = await stage.program()
    return {
      lines: await stage.compare([...keptAndFirst(stage, paths), () => nginxFromDisk(url, paths)]),
    }
  },
} satisfies Case
