// GET /pictures/map.csv: the map that /map shows for the same question, as CSV.
import { picture } from '../answer.ts'
import { mapPicture } from '../map.ts'

export const GET = picture('csv', mapPicture)
