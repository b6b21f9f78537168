// GET /feeds/feed.json: all changes of the record, as JSON Feed.
import { feedOfEverything } from '../answer.ts'

export const GET = feedOfEverything('feed.json')
