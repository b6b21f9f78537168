// GET /feeds/pillars/8/atom.xml: the changes of one pillar, as Atom.
import { feedOfPillar } from '../../../answer.ts'

export const GET = feedOfPillar('atom.xml')
