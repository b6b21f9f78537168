// GET /feeds/acts/ACT-0007/feed.json: the changes of measures that cite an act, as JSON Feed.
import { feedOfAct } from '../../../answer.ts'

export const GET = feedOfAct('feed.json')
