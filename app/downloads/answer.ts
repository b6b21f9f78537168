// Answers with all measures that a filter asks for, as a file that is written while it is read from the database.
import { everyMeasure } from '#lib/exports/every-measure.ts'
import { csv, jsonLines, xlsx } from '#lib/exports/measure-table.ts'
import { filterOf } from '#lib/published/filters.ts'
import { findMeasures, listEconomies } from '#lib/published/queries.ts'
import { env } from '#lib/system/env.ts'
import { problem, respond } from '#lib/system/http.ts'

const formats = {
  csv: { mediaType: 'text/csv; charset=utf-8; header=present', write: csv },
  xlsx: { mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', write: xlsx },
  jsonl: { mediaType: 'application/jsonl; charset=utf-8', write: jsonLines },
}

export const download = (format: keyof typeof formats) => (request: Request) =>
  respond(async () => {
    const { filter, problems } = filterOf(new URL(request.url).searchParams)
    const errors = Object.entries(problems).map(([parameter, message]) => ({ parameter, message }))
    if (errors.length > 0) {
      const detail = errors.map(({ parameter, message }) => `${parameter}: ${message}.`).join(' ')
      return problem(400, 'A parameter is not understood', detail, { errors })
    }
    const { mediaType, write } = formats[format]
    const items = everyMeasure(filter, { find: findMeasures, economies: (await listEconomies()).items })
    return new Response(write(items, env.baseUrl), {
      headers: {
        'content-type': mediaType,
        'content-disposition': `attachment; filename="measures.${format}"`,
        'cache-control': 'no-store',
        'access-control-allow-origin': '*',
      },
    })
  })
