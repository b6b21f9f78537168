// S7 S8: local times and instants, the hours that the clocks skip and repeat, and what has passed.
import { describe, expect, test } from 'vitest'
import { Invalid } from '#lib/system/errors.ts'
import { ahead, isZone, resolve, resolveAhead, type Said, tomorrowAtNine, written } from './local-time.ts'

const instant = (said: Said) => resolve(said).at.toISOString()
function issuesOf(said: Said) {
  try {
    return { resolved: instant(said) }
  } catch (error) {
    if (error instanceof Invalid) return error.issues
    throw error
  }
}

test('a local time is an instant by the rules of its zone', () => {
  expect(instant({ local: '2026-11-26T09:00', zone: 'Asia/Almaty' })).toBe('2026-11-26T04:00:00.000Z')
  expect(instant({ local: '2026-07-01T09:00', zone: 'Europe/Berlin' })).toBe('2026-07-01T07:00:00.000Z')
  expect(instant({ local: '2026-12-01T09:00', zone: 'Europe/Berlin' })).toBe('2026-12-01T08:00:00.000Z')
  expect(instant({ local: '2026-01-01T00:30', zone: 'Asia/Kathmandu' })).toBe('2025-12-31T18:45:00.000Z')
})

describe('S7 daylight saving', () => {
  const skipped = { local: '2027-03-28T02:30', zone: 'Europe/Berlin' }
  const repeated = { local: '2026-10-25T02:30', zone: 'Europe/Berlin' }

  test('a time that the clocks skip is refused with the two that may be meant', () => {
    expect(issuesOf(skipped)).toEqual([
      {
        path: 'local',
        message: 'The clocks of Europe/Berlin never show 02:30 on that day, for they are set forward: choose what is meant.',
      },
      { path: 'earlier', message: '01:30 (UTC+01:00)' },
      { path: 'later', message: '03:30 (UTC+02:00)' },
    ])
  })
  test('chosen, it is kept as what the clocks show then', () => {
    expect(resolve({ ...skipped, choice: 'earlier' })).toMatchObject({ local: '2027-03-28T01:30', at: new Date('2027-03-28T00:30:00Z') })
    expect(resolve({ ...skipped, choice: 'later' })).toMatchObject({ local: '2027-03-28T03:30', at: new Date('2027-03-28T01:30:00Z') })
  })
  test('a time that the clocks show twice is refused with both', () => {
    expect(issuesOf(repeated)).toEqual([
      {
        path: 'local',
        message: 'The clocks of Europe/Berlin show 02:30 twice on that day, for they are set back: choose which is meant.',
      },
      { path: 'earlier', message: '02:30 (UTC+02:00)' },
      { path: 'later', message: '02:30 (UTC+01:00)' },
    ])
    expect(instant({ ...repeated, choice: 'earlier' })).toBe('2026-10-25T00:30:00.000Z')
    expect(instant({ ...repeated, choice: 'later' })).toBe('2026-10-25T01:30:00.000Z')
  })
  test('a choice says nothing where there is none', () => {
    expect(instant({ local: '2026-11-26T09:00', zone: 'Europe/Berlin', choice: 'later' })).toBe('2026-11-26T08:00:00.000Z')
  })
})

test('S8 a past time is refused, and so is one that is years ahead', () => {
  const now = new Date('2026-11-26T04:00:00Z')
  const at = (local: string) => () => resolveAhead({ local, zone: 'Asia/Almaty' }, now)
  expect(at('2026-11-26T09:00')).toThrow('26 November 2026, 09:00 (Asia/Almaty) has passed: choose a later time, or do it now.')
  expect(at('2026-11-26T09:01')()).toMatchObject({ local: '2026-11-26T09:01' })
  expect(at('2036-11-26T09:00')).toThrow(/five years/)
})

test('what is no time or no zone is refused', () => {
  for (const local of ['', 'tomorrow', '2026-02-30T09:00', '2026-11-26T25:00', '2026-11-26T09:00:00', '2026-11-26T09:00Z'])
    expect(issuesOf({ local, zone: 'UTC' }), local).toMatchObject([{ path: 'local' }])
  for (const zone of ['', 'Mars/Base', '+05:00', '../etc', 'Asia/Almaty\n'])
    expect(issuesOf({ local: '2026-11-26T09:00', zone }), zone).toMatchObject([{ path: 'zone' }])
  expect(['UTC', 'Asia/Almaty', 'America/Argentina/Buenos_Aires'].every(isZone)).toBe(true)
})

test('words for people', () => {
  expect(written({ local: '2026-11-26T09:00', zone: 'Asia/Almaty' })).toBe('26 November 2026, 09:00 (Asia/Almaty)')
  expect(tomorrowAtNine(new Date('2026-11-25T20:00:00Z'), 'Asia/Almaty')).toBe('2026-11-27T09:00')
  expect(tomorrowAtNine(new Date('2026-11-25T20:00:00Z'), 'America/New_York')).toBe('2026-11-26T09:00')
  const now = new Date('2026-11-25T12:00:00Z')
  const words = (minutes: number) => ahead(new Date(now.getTime() + minutes * 60_000), now)
  expect([1, 59, 119, 120, 47 * 60, 48 * 60, 0, -1, -300].map(words)).toEqual([
    'in 1 minute',
    'in 59 minutes',
    'in 119 minutes',
    'in 2 hours',
    'in 47 hours',
    'in 2 days',
    'now',
    '1 minute overdue',
    '5 hours overdue',
  ])
})
