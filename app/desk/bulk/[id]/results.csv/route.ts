// The results of a bulk as a file.
import { requireActor } from '#lib/accounts/session.ts'
import { bulkOf, everyItem } from '#lib/bulk/queries.ts'
import { bulkCsv } from '#lib/exports/bulk-table.ts'
import { NotFound } from '#lib/system/errors.ts'

export async function GET(_request: Request, { params }: RouteContext<'/desk/bulk/[id]/results.csv'>): Promise<Response> {
  const { id } = await params
  const actor = await requireActor(`/desk/bulk/${id}/results.csv`)
  const bulk = await bulkOf(actor, Number(id)).catch((error) => {
    if (error instanceof NotFound) return null
    throw error
  })
  if (!bulk) return new Response('There is no such bulk.', { status: 404, headers: { 'cache-control': 'private, no-store' } })
  return new Response(bulkCsv(await everyItem(bulk)), {
    headers: {
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': `attachment; filename="bulk-${bulk.id}.csv"`,
      'cache-control': 'private, no-store',
    },
  })
}
