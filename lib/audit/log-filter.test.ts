// The log's question in an address: what was asked survives it, what is not understood is not asked, and every deed has its topic.
import { expect, test } from 'vitest'
import { actionsOf, auditActions, logAddress, logFilterOf, logTopics, topicOfAction } from './log-filter.ts'

test('every action is found under exactly one topic, and no topic is empty', () => {
  expect(logTopics.flatMap(actionsOf).sort()).toEqual([...auditActions].sort())
  expect(logTopics.filter((topic) => actionsOf(topic).length === 0)).toEqual([])
})

test.each([
  ['measure.created', 'drafts'],
  ['version.started', 'drafts'],
  ['revision.restored', 'drafts'],
  ['version.approved', 'review'],
  ['version.published', 'publication'],
  ['release.published', 'publication'],
  ['withdrawal.requested', 'publication'],
  ['version.verified', 'verification'],
  ['interval.set', 'verification'],
  ['law change.confirmed', 'law changes'],
  ['impact.reopened', 'law changes'],
  ['act.merged', 'acts'],
  ['person.disabled', 'people'],
])('%s is about %s', (action, topic) => expect(topicOfAction(action)).toBe(topic))

test('a whole question survives its address', () => {
  const asked = { person: '3', economy: 'KZ', measure: 'KZ-0007', topic: 'law changes', from: '2026-01-31', to: '2026-02-01' }
  const url = new URL(logAddress('/desk/log', { ...asked, before: '900' }), 'http://localhost')
  expect(logFilterOf(Object.fromEntries(url.searchParams))).toEqual({
    filter: { personId: 3, economy: 'KZ', ref: 'KZ-0007', topic: 'law changes', from: '2026-01-31', to: '2026-02-01', before: 900 },
    asked,
  })
  expect(logAddress('/desk/log', {})).toBe('/desk/log')
})

test('a ref is found however it was typed', () => expect(logFilterOf({ measure: ' kz-0007 ' }).filter).toEqual({ ref: 'KZ-0007' }))

test.each([
  { person: '0' },
  { person: '3 OR 1=1' },
  { person: '99999999999' },
  { economy: 'kz' },
  { measure: "KZ-0001'" },
  { topic: 'everything' },
  { from: '2026-02-31x' },
  { to: '2026-13-01' },
  { before: '-1' },
  { person: ['1', '2'] },
])('%o is not a question', (address) => expect(logFilterOf(address)).toEqual({ filter: {}, asked: {} }))
