// GET /feeds/pillars/8/feed.json: the changes of one pillar, as JSON Feed.
import { feedOfPillar } from '../../../answer.ts'

export const GET = feedOfPillar('feed.json')
