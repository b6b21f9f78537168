// GET /pictures/activity.svg: what was published and withdrawn in each month, as SVG; of one economy or pillar where asked.
import { activityPicture } from '../activity.ts'
import { picture } from '../answer.ts'

export const GET = picture('svg', activityPicture)
