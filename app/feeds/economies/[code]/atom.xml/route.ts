// GET /feeds/economies/KZ/atom.xml: the changes of one economy, as Atom.
import { feedOfEconomy } from '../../../answer.ts'

export const GET = feedOfEconomy('atom.xml')
