// GET /feeds/economies/KZ/feed.json: the changes of one economy, as JSON Feed.
import { feedOfEconomy } from '../../../answer.ts'

export const GET = feedOfEconomy('feed.json')
