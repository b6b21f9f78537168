// GET /pictures/economies/KZ.svg, .png or .csv: the legal events of an economy by year.
import { namedPicture } from '../../answer.ts'
import { economyPicture } from '../../economy.ts'

export const GET = namedPicture(economyPicture, 'No such economy.')
