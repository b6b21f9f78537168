// GET /feeds/measures/KZ-0007/atom.xml: the changes of one measure, as Atom.
import { feedOfMeasure } from '../../../answer.ts'

export const GET = feedOfMeasure('atom.xml')
