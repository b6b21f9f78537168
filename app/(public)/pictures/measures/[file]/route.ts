// GET /pictures/measures/…: the timelines of a measure, named by its ref, as .svg, .png or .csv.
import { namedPicture } from '../../answer.ts'
import { measureTimelines } from '../../timelines.ts'

export const GET = namedPicture(measureTimelines, 'No timeline of such a measure is published.')
