// The list of measures as a page, with two filters.
import type { Case } from '../case.ts'
import { keptAndFirst } from '../program.ts'
import { nginxFromDisk } from '../rivals/nginx.ts'

export default {
  name: 'browse-page',
  about: 'GET /measures?economy=…&pillar=…, HTML',
  run: async (stage) => {
    const codes = [...new Set(stage.seeded.refs.map((ref) => ref.slice(0, 2)))].slice(0, 100)
    const paths = codes.flatMap((code) => [1, 4, 8, 12].map((pillar) => `/measures?economy=${code}&pillar=${pillar}`))
    const { url } = await stage.program()
    return {
      lines: await stage.compare([...keptAndFirst(stage, paths), () => nginxFromDisk(url, paths)]),
    }
  },
} satisfies Case
