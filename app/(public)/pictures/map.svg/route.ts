// GET /pictures/map.svg: the map that /map shows for the same question, as SVG.
import { picture } from '../answer.ts'
import { mapPicture } from '../map.ts'

export const GET = picture('svg', mapPicture)
