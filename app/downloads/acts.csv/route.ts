// GET /downloads/acts.csv: every act that a published measure cites, as CSV.
import { actDownload } from '#lib/exports/act-download.ts'
import { everyPublishedAct } from '#lib/published/act-queries.ts'

// Asked for anew each time, never made with the build.
export const dynamic = 'force-dynamic'

export const GET = () => actDownload(everyPublishedAct(), 'csv', 'acts', { 'access-control-allow-origin': '*' })
