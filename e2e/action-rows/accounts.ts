// The actions on people: administrators alone add and change them, and each call names the edition that was seen.
import { randomUUID } from 'node:crypto'
import { all } from '../askers.ts'
import { person } from '../fixtures.ts'
import { type ActionRows, form } from './shared.ts'

const administrators = all('not allowed', { anonymous: 'signed out', disabled: 'signed out', administrator: 'done' })
const somebody = async () => {
  const { id } = await person({ email: `${randomUUID()}@example.org`, role: 'reviewer' })
  return { id, edition: 1 }
}

/** For everybody with an account, who has to know their present password. */
const guessing = all('invalid', { anonymous: 'signed out', disabled: 'signed out' })

export const accountRows: ActionRows = {
  'app/desk/account/actions.ts changePassword': {
    answers: guessing,
    prepare: async () => form('/desk/account', { present: 'a guess', next: 'a new password 1', again: 'a new password 1' }),
  },
  'app/desk/people/actions.ts addSomebody': {
    answers: administrators,
    prepare: async () => ({
      page: '/desk/people/new',
      input: { email: `${randomUUID()}@example.org`, name: 'Somebody', role: 'administrator', economies: 'all' },
    }),
  },
  'app/desk/people/actions.ts changeSomebody': {
    answers: administrators,
    prepare: async () => {
      const seen = await somebody()
      return { page: `/desk/people/${seen.id}`, input: { ...seen, change: { role: 'editor', economies: ['KZ'] } } }
    },
  },
  'app/desk/people/actions.ts resetPassword': {
    answers: administrators,
    prepare: async () => {
      const seen = await somebody()
      return { page: `/desk/people/${seen.id}`, input: seen }
    },
  },
}
