// GET /pictures/matrix.png: the matrix that /matrix shows for the same question, as PNG.
import { picture } from '../answer.ts'
import { matrixPicture } from '../matrix.ts'

export const GET = picture('png', matrixPicture)
