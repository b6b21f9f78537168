// Minutes of mixed reads, of addresses that come back and of addresses that never do, with publications in between: memory has to stay flat.

import { connect } from '#prisma/connection.ts'
import type { Case, Figure } from '../case.ts'
import { load } from '../load.ts'
import { memoryOf } from '../process-cost.ts'

const ROUNDS = 12

export default {
  name: 'soak',
  about: 'mixed reads at 16 connections, a new edition every round; --minutes says how long',
  run: async (stage) => {
    const { url, pid } = await stage.program({ RESPONSE_CACHE_MB: '32' })
    const owner = await connect(stage.urls.owner)
    const memory: number[] = []
    let wrong = 0
    let requests = 0
    try {
      for (let round = 0; round < ROUNDS; round++) {
        const some = stage.seeded.refs.filter((_, index) => index % ROUNDS === round).slice(0, 500)
        const paths = [
          ...some.flatMap((ref) => [`/measures/${ref}`, `/api/v1/measures/${ref}`, `/api/v1/measures/${ref}/versions`]),
          ...Array.from({ length: 1000 }, (_, n) => `/api/v1/measures?q=data%20${round}%20${n}`),
          '/',
          '/measures',
          '/economies',
          '/changes',
        ]
        const run = await load(url, paths, 16, Math.max(1, (stage.minutes * 60) / ROUNDS))
        await owner.query('UPDATE published.edition SET number = number + 1')
        wrong += run.wrong
        requests += run.requests
        memory.push(memoryOf([pid]) / 1e6)
      }
    } finally {
      await owner.end()
    }
    const half = memory.slice(ROUNDS / 2)
    const growth = (half.at(-1) ?? 0) / (half[0] || 1) - 1
    const figures: Figure[] = [
      { name: 'memory after each round', value: memory.map((one) => Math.round(one)).join(' '), unit: 'MB' },
      { name: 'growth over the second half', value: growth * 100, unit: '%', target: '< 10' },
      { name: 'requests', value: requests, unit: `${wrong} of them wrong` },
    ]
    return { figures }
  },
} satisfies Case
