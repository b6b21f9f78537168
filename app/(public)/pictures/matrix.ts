// The matrix as a file, of the same question as the page.

import { matrixAsked, matrixOf, matrixPath } from '#lib/pictures/matrix.ts'
import { drawMatrix } from '#lib/pictures/matrix-drawing.ts'
import { matrixCsv } from '#lib/pictures/picture-csv.ts'
import { countsByPlace } from '#lib/published/matrix-queries.ts'
import { publishedNames } from '#lib/published/name-queries.ts'
import { systemClock } from '#lib/system/clock.ts'
import { env } from '#lib/system/env.ts'
import type { Picture } from './answer.ts'

export async function matrixPicture(params: URLSearchParams): Promise<Picture> {
  const asked = matrixAsked(params)
  const today = systemClock().toISOString().slice(0, 10)
  const [counts, names] = await Promise.all([countsByPlace(), publishedNames()])
  const matrix = matrixOf(counts, names, asked, today)
  const source = `As Amended, ${env.baseUrl}${matrixPath(asked)}, ${today}`
  return { name: 'matrix', drawing: () => drawMatrix(matrix, source), csv: () => matrixCsv(matrix) }
}
