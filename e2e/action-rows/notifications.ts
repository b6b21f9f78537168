// The actions of notifications: everybody has their own, and nobody opens another's.
import { all } from '../askers.ts'
import { type ActionRows, form, reads, writes } from './shared.ts'

let turns = 0
/** Another choice each time, so that each writes. */
const nextPace = () => (turns++ % 2 === 0 ? 'daily' : 'never')

export const notificationRows: ActionRows = {
  'app/desk/notifications/actions.ts openNotification': {
    answers: all('not found', { anonymous: 'signed out', disabled: 'signed out' }),
    reads: true,
    prepare: async () => form('/desk/notifications', { id: 2_000_000_000 }),
  },
  'app/desk/notifications/actions.ts readAll': { answers: reads, reads: true, prepare: async () => form('/desk/notifications', {}) },
  'app/desk/notifications/actions.ts savePreferences': {
    answers: { ...writes, foreigner: 'done' },
    prepare: async () => form('/desk/notifications/preferences', { submitted: nextPace(), timeZone: '', digestHour: 8 }),
  },
}
