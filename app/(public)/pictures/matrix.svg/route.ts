// GET /pictures/matrix.svg: the matrix that /matrix shows for the same question, as SVG.
import { picture } from '../answer.ts'
import { matrixPicture } from '../matrix.ts'

export const GET = picture('svg', matrixPicture)
