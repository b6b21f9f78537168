// GET /feeds/measures/KZ-0007/feed.json: the changes of one measure, as JSON Feed.
import { feedOfMeasure } from '../../../answer.ts'

export const GET = feedOfMeasure('feed.json')
