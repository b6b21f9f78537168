// A list of 20 by economy and pillar with its total, as JSON.
import type { Case } from '../case.ts'
import { keptAndFirst } from '../program.ts'
import { bareNode } from '../rivals/bare-node.ts'
import { nginxFromDisk } from '../rivals/nginx.ts'
import { postgresAlone } from '../rivals/postgres.ts'

export default {
  name: 'list-json',
  about: 'GET /api/v1/measures?pillar=…, 20 of them with the total',
  run: async (stage) => {
    const codes = [...new Set(stage.seeded.refs.map((ref) => ref.slice(0, 2)))]
    const economies = codes.map((code) => `/api/v1/measures?economy=${code}`)
    const paths = [...economies, ...Array.from({ length: 12 }, (_, n) => `/api/v1/measures?pillar=${n + 1}`)]
    const { url } = await stage.program()
    const economy = `(ARRAY[${codes.map((code) => `'${code}'`).join(',')}])[:e::int]`
    const list = `\\set e random(1, ${codes.length})
SELECT v.* FROM (SELECT l.ref, l.number FROM published.listing l WHERE l.is_current AND l.economy_code = ${economy}
  ORDER BY l.economy_code, l.place, l.ref LIMIT 20) p JOIN published.version v USING (ref, number);
SELECT count(*) FROM published.listing l WHERE l.is_current AND l.economy_code = ${economy};
`
    return {
      lines: await stage.compare([
        ...keptAndFirst(stage, paths),
        () => bareNode(url, paths),
        () => nginxFromDisk(url, paths),
        () => postgresAlone(stage, list),
      ]),
    }
  },
} satisfies Case
