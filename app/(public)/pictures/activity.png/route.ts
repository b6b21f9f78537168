// GET /pictures/activity.png: what was published and withdrawn in each month, as PNG; of one economy or pillar where asked.
import { activityPicture } from '../activity.ts'
import { picture } from '../answer.ts'

export const GET = picture('png', activityPicture)
