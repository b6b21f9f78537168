// GET /downloads/acts.json: every act that a published measure cites, as JSON.
import { actDownload } from '#lib/exports/act-download.ts'
import { everyPublishedAct } from '#lib/published/act-queries.ts'

// Asked for anew each time, never made with the build.
export const dynamic = 'force-dynamic'

export const GET = () => actDownload(everyPublishedAct(), 'json', 'acts', { 'access-control-allow-origin': '*' })
