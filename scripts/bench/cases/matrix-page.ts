// The matrix of economies and sub-pillars, the largest page of all.
import type { Case } from '../case.ts'
import { keptAndFirst } from '../program.ts'
import { nginxFromDisk } from '../rivals/nginx.ts'

export default {
  name: 'matrix-page',
  about: 'GET /matrix, HTML',
  run: async (stage) => {
    const paths = ['/matrix']
    const { url } = await stage.program()
    return {
      lines: await stage.compare([...keptAndFirst(stage, paths), () => nginxFromDisk(url, paths)]),
    }
  },
} satisfies Case
