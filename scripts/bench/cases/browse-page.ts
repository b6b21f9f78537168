// The list of measures as a page, with two filters that fill it whatever the size: drawing the entries takes most of the time.
import type { Case } from '../case.ts'
import { keptAndFirst } from '../program.ts'
import { nginxFromDisk } from '../rivals/nginx.ts'

/** So many economies have more than a page of measures under one pillar of 10,000. */
const TOGETHER = 8

export default {
  name: 'browse-page',
  about: `GET /measures?economy=…&pillar=…, HTML: ${TOGETHER} economies and one pillar, a full page`,
  run: async (stage) => {
    const codes = [...new Set(stage.seeded.refs.map((ref) => ref.slice(0, 2)))].slice(0, 100)
    const paths = codes.flatMap((_, at) => {
      const economies = Array.from({ length: TOGETHER }, (_, n) => `economy=${codes[(at + n) % codes.length]}`).join('&')
      return [1, 4, 8, 12].map((pillar) => `/measures?${economies}&pillar=${pillar}`)
    })
    const { url } = await stage.program()
    return {
      lines: await stage.compare([...keptAndFirst(stage, paths), () => nginxFromDisk(url, paths)]),
    }
  },
} satisfies Case
