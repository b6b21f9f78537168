// GET /feeds/acts/ACT-0007/atom.xml: the changes of measures that cite an act, as Atom.
import { feedOfAct } from '../../../answer.ts'

export const GET = feedOfAct('atom.xml')
