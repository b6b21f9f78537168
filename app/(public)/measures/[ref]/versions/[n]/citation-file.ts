// Answers with the citation of one version as a file to keep; what the world does not know is not found.
import { type CitationFormat, citationFormats } from '#lib/exports/citation.ts'
import { getVersion } from '#lib/published/queries.ts'
import { env } from '#lib/system/env.ts'
import { notFound, respond } from '#lib/system/http.ts'

type Context = { params: Promise<{ ref: string; n: string }> }

export const citationFile =
  (format: CitationFormat) =>
  (_request: Request, { params }: Context) =>
    respond(async () => {
      const { ref, n } = await params
      const version = /^[1-9]\d{0,6}$/.test(n) ? await getVersion(ref.toUpperCase(), Number(n)) : null
      if (!version) return notFound('No such version is published.')
      const { mediaType, write } = citationFormats[format]
      return new Response(write(version, env.baseUrl), {
        headers: {
          'content-type': mediaType,
          'content-disposition': `attachment; filename="${version.ref}-v${version.version.number}.${format}"`,
          'cache-control': 'no-cache',
          'access-control-allow-origin': '*',
        },
      })
    })
