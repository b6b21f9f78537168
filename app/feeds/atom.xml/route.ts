// GET /feeds/atom.xml: all changes of the record, as Atom.
import { feedOfEverything } from '../answer.ts'

export const GET = feedOfEverything('atom.xml')
