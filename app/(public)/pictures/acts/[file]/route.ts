// GET /pictures/acts/…: the timelines of an act, named by its ref, as .svg, .png or .csv.
import { namedPicture } from '../../answer.ts'
import { actTimeline } from '../../timelines.ts'

export const GET = namedPicture(actTimeline, 'No timeline of such an act is published.')
