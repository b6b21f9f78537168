// The log as a file, as narrowed as the page that links here; written while it is read.
import { everyLogLine } from '#lib/accounts/log-queries.ts'
import { requireActor } from '#lib/accounts/session.ts'
import { logAddress, logFilterOf } from '#lib/audit/log-filter.ts'
import { logCsv } from '#lib/exports/log-table.ts'

export async function GET(request: Request): Promise<Response> {
  const { filter, asked } = logFilterOf(Object.fromEntries(new URL(request.url).searchParams))
  const actor = await requireActor(logAddress('/desk/log/export.csv', asked))
  return new Response(logCsv(everyLogLine(actor, filter)), {
    headers: {
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': 'attachment; filename="log.csv"',
      'cache-control': 'private, no-store',
    },
  })
}
