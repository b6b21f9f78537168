// Who is told of what, when the daily e-mail is due, and what an unsubscribe token opens: nothing else.
import { describe, expect, test } from 'vitest'
import type { News } from './news.ts'
import { isDigestDue } from './preferences.ts'
import { type Candidate, recipientsOf } from './recipients.ts'
import { readToken, tokenOf } from './unsubscribe-token.ts'

const people: Candidate[] = [
  { id: 1, role: 'editor', economies: ['KZ'] },
  { id: 2, role: 'editor', economies: 'all' },
  { id: 3, role: 'reviewer', economies: ['KZ'] },
  { id: 4, role: 'reviewer', economies: ['DE'] },
  { id: 5, role: 'administrator', economies: 'all' },
]
const on = { ref: 'KZ-0007', version: 3, economy: 'KZ' }
const ids = (...args: Parameters<typeof recipientsOf>) => recipientsOf(...args).map(({ personId }) => personId)

describe('recipients', () => {
  test('W1 a submission goes to who may approve it: not to its authors, not to another economy, not to editors', () => {
    expect(ids({ kind: 'submitted', ...on, by: 'x' }, { doneBy: 1, authors: [1] }, people)).toEqual([3, 5])
    expect(ids({ kind: 'submitted', ...on, by: 'x' }, { doneBy: 1, authors: [1, 5] }, people)).toEqual([3])
  })
  test('what was decided goes to all authors, and to nobody for their own deed', () => {
    for (const kind of ['returned', 'approved', 'published'] as const)
      expect(ids({ kind, ...on, by: 'x', reason: 'y' }, { doneBy: 2, authors: [1, 2] }, people)).toEqual([1])
  })
  test('what was decided also goes to who submitted the version and to who sees it through, each once', () => {
    for (const kind of ['returned', 'approved', 'published'] as const) {
      const told = { kind, ...on, by: 'x', reason: 'y' }
      expect(recipientsOf(told, { doneBy: 3, authors: [1], submittedBy: 2, responsible: 5 }, people)).toEqual([
        { personId: 1, why: 'you wrote part of this version' },
        { personId: 2, why: 'you submitted it for review' },
        { personId: 5, why: 'you are to see it through' },
      ])
      expect(ids(told, { doneBy: 3, authors: [1, 2], submittedBy: 2, responsible: 1 }, people)).toEqual([1, 2])
      expect(ids(told, { doneBy: 3, authors: [1], submittedBy: 3, responsible: 3 }, people)).toEqual([1])
    }
  })
  test('S9 a failed schedule goes to who scheduled it, the authors and the administrators, each once and with their reason', () => {
    const told = { kind: 'schedule failed', ...on, deed: 'publish', when: 'x', problem: 'y' } as const
    expect(recipientsOf(told, { doneBy: -1, authors: [1], scheduledBy: 3 }, people)).toEqual([
      { personId: 1, why: 'you wrote part of this version' },
      { personId: 3, why: 'you scheduled it' },
      { personId: 5, why: 'you are an administrator' },
    ])
  })
  test('what is taken off the schedule is told to who had put it there, and to nobody for their own deed', () => {
    const told = { kind: 'schedule cancelled', ...on, deed: 'publish', when: 'x', by: 'y', reason: '' } as const
    expect(recipientsOf(told, { doneBy: 5, authors: [1], scheduledBy: 3 }, people)).toEqual([{ personId: 3, why: 'you scheduled it' }])
    expect(ids(told, { doneBy: 3, authors: [1], scheduledBy: 3 }, people)).toEqual([])
  })
  test('an emergency goes to everybody who may approve it and to all administrators, an approval of it to who published it', () => {
    const told = { kind: 'emergency', ...on, by: 'x', reason: 'y' } as const
    const admins = [...people, { id: 6, role: 'administrator', economies: ['DE'] } as const]
    expect(recipientsOf(told, { doneBy: 5, authors: [1] }, admins)).toEqual([
      { personId: 3, why: 'you may approve versions of KZ, and neither wrote nor published this one' },
      { personId: 6, why: 'you are an administrator' },
    ])
    const approved = { kind: 'approved', ...on, by: 'x' } as const
    expect(recipientsOf(approved, { doneBy: 3, authors: [1], publishedBy: 5 }, people)).toEqual([
      { personId: 1, why: 'you wrote part of this version' },
      { personId: 5, why: 'you published this version in an emergency' },
    ])
  })
  test('a comment goes to the authors and to who speaks in its thread, and to nobody who may not read it', () => {
    const told = { kind: 'comment', ...on, by: 'x', field: 'Description', mustSettle: false } as const
    expect(ids({ ...told, deed: 'began' }, { doneBy: 3, authors: [1, 2, 4] }, people)).toEqual([1, 2])
    expect(recipientsOf({ ...told, deed: 'answered' }, { doneBy: 1, authors: [1], speakers: [1, 3, 4] }, people)).toEqual([
      { personId: 3, why: 'you take part in this thread' },
    ])
    expect(ids({ ...told, deed: 'settled' }, { doneBy: 5, authors: [1], speakers: [3, 5] }, people)).toEqual([3])
    expect(ids({ ...told, deed: 'settled', mustSettle: true }, { doneBy: 5, authors: [1], speakers: [3] }, people)).toEqual([1, 3])
  })
  test('a review that is taken is told to the authors and to who had it, one that is handed over to who gets it', () => {
    const by = { ...on, by: 'x' }
    expect(ids({ kind: 'review taken', ...by, to: 'y' }, { doneBy: 5, authors: [1], reviewers: [3] }, people)).toEqual([1, 3])
    expect(ids({ kind: 'review handed over', ...by }, { doneBy: 5, reviewers: [3] }, people)).toEqual([3])
    expect(ids({ kind: 'review handed over', ...by }, { doneBy: 3, reviewers: [3] }, people)).toEqual([])
  })
  test('a version that is given to somebody is told to them, and to whoever saw it through until then', () => {
    const told = { kind: 'assigned', ...on, by: 'x' } as const
    expect(recipientsOf(told, { doneBy: 5, givenTo: 2 }, people)).toEqual([{ personId: 2, why: 'you are to see it through' }])
    expect(ids(told, { doneBy: 2, givenTo: 2 }, people)).toEqual([])
    const away = { ...told, to: 'y' }
    expect(recipientsOf(away, { doneBy: 5, takenFrom: 3 }, people)).toEqual([{ personId: 3, why: 'you were to see it through until now' }])
    expect(ids(away, { doneBy: 3, takenFrom: 3 }, people)).toEqual([])
  })
  test('a request goes to who may decide it, a law change to whose measures it concerns', () => {
    expect(ids({ kind: 'withdrawal requested', ...on, by: 'x', reason: 'y', when: null }, { doneBy: 3 }, people)).toEqual([5])
    const decided = { kind: 'withdrawal decided', ...on, by: 'x', outcome: 'declined', when: null } as const
    expect(recipientsOf(decided, { doneBy: 5, askedBy: 2, authors: [1, 2], responsible: 3 }, people)).toEqual([
      { personId: 1, why: 'you wrote part of this version' },
      { personId: 2, why: 'you asked for it' },
      { personId: 3, why: 'you are to see it through' },
    ])
    expect(ids(decided, { doneBy: 2, askedBy: 2, authors: [2] }, people)).toEqual([])
    const told: News = { kind: 'law change', by: 'x', lawChange: 1, act: 'a', change: 'c', measures: ['KZ-0007'] }
    expect(ids(told, { doneBy: 3, owners: [2, 3] }, people)).toEqual([2])
  })
})

describe('the daily e-mail', () => {
  const at = (iso: string) => new Date(iso)
  const almaty = { timeZone: 'Asia/Almaty', digestHour: 8, digestAt: at('2026-11-24T03:05:00Z') }
  test('is due once a day from the hour on, by the clocks of the person', () => {
    expect(isDigestDue(almaty, at('2026-11-25T02:59:00Z'))).toBe(false)
    expect(isDigestDue(almaty, at('2026-11-25T03:00:00Z'))).toBe(true)
    expect(isDigestDue({ ...almaty, digestAt: at('2026-11-25T03:00:00Z') }, at('2026-11-25T18:00:00Z'))).toBe(false)
  })
  test('S2 after an outage it is sent on return, S7 also on the days when the clocks jump', () => {
    expect(isDigestDue(almaty, at('2026-11-25T15:00:00Z'))).toBe(true)
    const berlin = { timeZone: 'Europe/Berlin', digestHour: 2, digestAt: at('2027-03-27T01:00:00Z') }
    expect(isDigestDue(berlin, at('2027-03-28T01:00:00Z'))).toBe(true) // 03:00: there is no 02:00
  })
})

describe('an unsubscribe token', () => {
  const token = tokenOf('a secret', { personId: 7, what: 'schedule failed' })
  test('names a person and a kind, and survives an address', () => {
    expect(readToken('a secret', token)).toEqual({ personId: 7, what: 'schedule failed' })
    expect(encodeURIComponent(token)).toBe(token)
    expect(readToken('a secret', tokenOf('a secret', { personId: 7, what: 'daily' }))).toEqual({ personId: 7, what: 'daily' })
  })
  test('is worth nothing changed, cut or signed by another', () => {
    const forged = [token.replace('7.', '8.'), token.replace('schedule-failed', 'daily'), token.slice(0, -1), `${token}x`, '', 'a.b.c']
    for (const one of forged) expect(readToken('a secret', one), one).toBeNull()
    expect(readToken('another secret', token)).toBeNull()
  })
})
