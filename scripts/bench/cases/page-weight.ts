// What public pages weigh, and when they are there on a slow telephone with an empty cache.
import { vitals } from '../browser.ts'
import type { Case } from '../case.ts'

export default {
  name: 'page-weight',
  about: 'slow 4G (150 ms, 1.6 Mbit/s), processor four times slower, 390 × 844, cold cache',
  run: async (stage) => {
    const { url } = await stage.program()
    const ref = stage.seeded.longest
    const paths = ['/', `/measures/${stage.seeded.refs[0]}`, `/measures/${ref}`, '/measures?pillar=8', '/economies']
    const found = await vitals(paths.map((path) => url + path))
    return {
      figures: paths.flatMap((path) => {
        const seen = found.get(url + path)
        if (!seen) return []
        return [
          { name: path, value: seen.lcp, unit: 'ms until the largest content (LCP)', target: '< 1,000' },
          { name: '', value: seen.scriptBytes / 1000, unit: 'kB of scripts', target: '< 100' },
          { name: '', value: seen.bytes / 1000, unit: `kB in ${seen.requests} requests` },
          { name: '', value: seen.cls, unit: 'layout shift (CLS)', target: '< 0.1' },
          { name: '', value: seen.tbt, unit: 'ms blocked (TBT)', target: '< 200' },
        ]
      }),
    }
  },
} satisfies Case
