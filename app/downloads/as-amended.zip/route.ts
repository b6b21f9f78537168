// GET /downloads/as-amended.zip: all measures with all their versions, as a data package that is written while it is read.
import { dataPackage } from '#lib/exports/data-package.ts'
import { publishedNames } from '#lib/published/name-queries.ts'
import { everyAct, everyPublishedMeasure, everyVersion, everyWithdrawal } from '#lib/published/package-queries.ts'
import { systemClock } from '#lib/system/clock.ts'
import { env } from '#lib/system/env.ts'
import { respond } from '#lib/system/http.ts'

export const GET = () =>
  respond(async () => {
    const made = systemClock()
    const sources = {
      measures: () => everyPublishedMeasure(made),
      versions: () => everyVersion(made),
      withdrawals: () => everyWithdrawal(made),
      acts: everyAct,
      names: await publishedNames(),
    }
    return new Response(dataPackage(sources, env.baseUrl, made, env.dataLicence), {
      headers: {
        'content-type': 'application/zip',
        'content-disposition': `attachment; filename="as-amended-${made.toISOString().slice(0, 10)}.zip"`,
        'cache-control': 'no-store',
        'access-control-allow-origin': '*',
        // Its length is not known before it is read; a proxy that waits for the end would keep the reader waiting too.
        'x-accel-buffering': 'no',
      },
    })
  })
