// Answers with a picture as a file, validated by an ETag of what it shows; a PNG is drawn only for who does not have it yet.
import { etagOf, isUnchanged } from '#lib/exports/representation.ts'
import type { Markup } from '#lib/pictures/markup.ts'
import { notFound, respond } from '#lib/system/http.ts'
import { pngOf } from '#lib/system/raster.ts'

/** A file of a picture: what it is called, and how it is made; an image has `scale` times its pixels, 2 where nothing is said. */
export type Picture = { name: string; drawing: () => Markup; csv?: () => string; scale?: number }
export type PictureFormat = 'svg' | 'png' | 'csv'

const mediaTypes = { svg: 'image/svg+xml; charset=utf-8', png: 'image/png', csv: 'text/csv; charset=utf-8; header=present' }

/** The size that an SVG says it has, in pixels. */
function sizeOf(svg: string): { width: number; height: number } {
  const [width = 0, height = 0] = ['width', 'height'].map((name) => Number(svg.match(new RegExp(`^<svg[^>]*? ${name}="([\\d.]+)"`))?.[1]))
  return { width, height }
}

export async function pictureFile(request: Request, format: PictureFormat, { name, drawing, csv, scale }: Picture): Promise<Response> {
  if (format === 'csv' && !csv) return notFound('This picture has no numbers.')
  const text = format === 'csv' && csv ? csv() : `<?xml version="1.0" encoding="UTF-8"?>\n${drawing()}`
  const etag = etagOf(`${format} ${text}`)
  const headers = { 'cache-control': 'no-cache', 'access-control-allow-origin': '*', etag }
  if (isUnchanged(request.headers.get('if-none-match'), etag)) return new Response(null, { status: 304, headers })
  const svg = text.slice(text.indexOf('<svg'))
  return new Response(format === 'png' ? await pngOf(svg, sizeOf(svg), scale) : text, {
    headers: { ...headers, 'content-type': mediaTypes[format], 'content-disposition': `inline; filename="${name}.${format}"` },
  })
}

/** A handler of one format of a picture that its address asks for. */
export const picture =
  (format: PictureFormat, of: (params: URLSearchParams) => Promise<Picture>) =>
  (request: Request): Promise<Response> =>
    respond(async () => pictureFile(request, format, await of(new URL(request.url).searchParams)))

/** A handler of `[file]`: a name and a format, such as `KZ.svg`. What `of` knows not is answered as nothing. */
export const namedPicture =
  (of: (name: string) => Promise<Picture | null>, nothing: string) =>
  (request: Request, { params }: { params: Promise<{ file: string }> }): Promise<Response> =>
    respond(async () => {
      const [, name = '', format = ''] = (await params).file.match(/^([\w-]+)\.(svg|png|csv)$/) ?? []
      const found = name === '' ? null : await of(name)
      return found ? pictureFile(request, format as PictureFormat, found) : notFound(nothing)
    })
