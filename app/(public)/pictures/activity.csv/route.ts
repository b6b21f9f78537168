// GET /pictures/activity.csv: what was published and withdrawn in each month, as CSV; of one economy or pillar where asked.
import { activityPicture } from '../activity.ts'
import { picture } from '../answer.ts'

export const GET = picture('csv', activityPicture)
