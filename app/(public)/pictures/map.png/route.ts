// GET /pictures/map.png: the map that /map shows for the same question, as PNG.
import { picture } from '../answer.ts'
import { mapPicture } from '../map.ts'

export const GET = picture('png', mapPicture)
