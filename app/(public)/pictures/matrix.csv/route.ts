// GET /pictures/matrix.csv: the matrix that /matrix shows for the same question, as CSV.
import { picture } from '../answer.ts'
import { matrixPicture } from '../matrix.ts'

export const GET = picture('csv', matrixPicture)
