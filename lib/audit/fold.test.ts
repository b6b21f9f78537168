import { expect, test } from 'vitest'
import { describe } from './describe.ts'
import type { AuditEvent } from './entry.ts'
import { foldAutosaves } from './fold.ts'

const entry = (time: string, event: AuditEvent, who = 'Edith Amsler', version = 1) => ({
  at: new Date(`2026-11-25T${time}:00Z`),
  who,
  ref: 'KZ-0001',
  version,
  event,
})
const auto = (revision: number): AuditEvent => ({ action: 'draft.autosaved', revision, digest: 'd' })
const told = (entries: ReturnType<typeof entry>[]) => foldAutosaves(entries).map(({ who, event }) => `${who} ${describe(event)}`)

test('the autosaves of a sitting are one sentence', () => {
  expect(told([entry('14:40', auto(5)), entry('14:20', auto(4)), entry('14:00', auto(3))])).toEqual([
    'Edith Amsler autosaved revisions 3 to 5',
  ])
})

test('another deed, person, version, or a long pause parts them', () => {
  expect(
    told([entry('14:02', auto(5)), entry('14:01', { action: 'draft.saved', revision: 4, digest: 'd' }), entry('14:00', auto(3))]),
  ).toHaveLength(3)
  expect(told([entry('14:01', auto(4)), entry('14:00', auto(3), 'Emil Okafor')])).toHaveLength(2)
  expect(told([entry('14:01', auto(4), undefined, 2), entry('14:00', auto(3))])).toHaveLength(2)
  expect(told([entry('14:31', auto(4)), entry('14:00', auto(3))])).toHaveLength(2)
})
