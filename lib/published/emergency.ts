// What readers are told of a version that no second person approved before it was published, as sentences. It reads no data and no clock.
import { renderDate } from '#lib/timeline/partial-date.ts'
import type { Emergency } from './schema.ts'

type Told = { publishedAt: string; emergency: Emergency }

const on = (moment: string): string => renderDate(moment.slice(0, 10))

/** While it waits: that it does, who published it, and why it could not before. '' for every other version. */
export const waitingSentence = ({ publishedAt, emergency }: Told): string =>
  emergency && !emergency.approved
    ? `Published in an emergency on ${on(publishedAt)} by ${emergency.publishedBy}, without a second person’s approval: ${emergency.reason}`
    : ''

/** Once a second person approved it: when, who, and why it could not be before. '' for every other version. */
export const approvedSentence = ({ emergency }: Pick<Told, 'emergency'>): string =>
  emergency?.approved
    ? `Published in an emergency, approved afterwards on ${on(emergency.approved.at)} by ${emergency.approved.by}. It could not wait because: ${emergency.reason}`
    : ''
