// Bytes that a published version takes: tables, their indexes and TOAST.

import { connect } from '#prisma/connection.ts'
import type { Case } from '../case.ts'

const tables = [
  'published.snapshot',
  'published.listing',
  'published.wording',
  'published.citation',
  'public.version',
  'public.revision',
  'public.citation',
  'public.approval',
]

export default {
  name: 'storage',
  about: 'bytes per version, tables and indexes',
  run: async ({ urls, seeded }) => {
    const client = await connect(urls.owner)
    try {
      const { rows } = await client.query<{ name: string; total: string; indexes: string }>(
        'SELECT t AS name, pg_total_relation_size(t::regclass) AS total, pg_indexes_size(t::regclass) AS indexes FROM unnest($1::text[]) t',
        [tables],
      )
      const sum = rows.reduce((all, { total }) => all + Number(total), 0)
      return {
        figures: [
          { name: 'all of these', value: sum / seeded.versions, unit: 'bytes per version', target: '≤ 1,700' },
          ...rows.map(({ name, total, indexes }) => ({
            name: `  ${name}`,
            value: Number(total) / seeded.versions,
            unit: `of which indexes ${Math.round(Number(indexes) / seeded.versions)}`,
          })),
        ],
      }
    } finally {
      await client.end()
    }
  },
} satisfies Case
