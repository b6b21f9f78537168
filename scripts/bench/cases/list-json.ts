// A list of 20 by economy and pillar with its total, as JSON.
import type { Case } from '../case.ts'
import { program, uncached } from '../program.ts'
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
    const list = `\\set e random(1, ${codes.length})
SELECT v.* FROM published.version v WHERE v.is_current AND v.economy_code = (ARRAY[${codes.map((code) => `'${code}'`).join(',')}])[:e::int]
  ORDER BY v.economy_code, v.pillar, split_part(v.sub_pillar, '.', 2)::int, v.ref LIMIT 20;
SELECT count(*) FROM published.version v WHERE v.is_current AND v.economy_code = (ARRAY[${codes.map((code) => `'${code}'`).join(',')}])[:e::int];
`
    return {
      lines: await stage.compare([
        () => program(stage, 'As Amended', paths),
        () => program(stage, 'As Amended, cache off', paths, uncached),
        () => bareNode(url, paths),
        () => nginxFromDisk(url, paths),
        () => postgresAlone(stage, list),
      ]),
    }
  },
} satisfies Case
