// Who acts: a typed argument of every command and of every desk query, never ambient. Made by lib/accounts from a session, or by an operator's command.

export const roles = ['editor', 'reviewer', 'administrator'] as const
export type Role = (typeof roles)[number]

/** A signed-in, not disabled person. `economies` are the codes that they may write on, or 'all'. */
export type Actor = {
  id: number
  name: string
  email: string
  role: Role
  economies: 'all' | readonly string[]
}

/** Does at its time what a person scheduled, in that person's name. Signs in nowhere. */
export const scheduler: Actor = { id: -1, name: 'Scheduler', email: '', role: 'reviewer', economies: 'all' }

/** Whoever runs commands on the machine itself: adds people, loads the sample. Signs in nowhere, so has no person behind it. */
export const operator: Actor = { id: 0, name: 'Operator', email: '', role: 'administrator', economies: 'all' }

/** Somebody outside with a preview link, in the audit trail: no role and no economy lets them do anything, the token of their link alone does. */
export const outsideExpert = (name: string): Actor => ({
  id: -2,
  name: `${name} (outside expert)`,
  email: '',
  role: 'editor',
  economies: [],
})
