// Cursors: what we gave out is read back, everything else is told as what it is.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cursorTo, placeOf } from './cursor.ts'

test('a cursor is read back, by its own list alone', () => {
  const place = { turn: 2, after: 'KZ-0007' }
  const cursor = cursorTo('measures', place)
  expect(cursor).toMatch(/^[\w-]+$/)
  expect(placeOf('measures', cursor)).toEqual({ place })
  expect(placeOf('acts', cursor).problem).toMatch(/^Not a cursor/)
  const change = { turn: 3, after: { at: '2024-01-01T00:00:00.000Z', key: 'release 7' } }
  expect(placeOf('changes', cursorTo('changes', change))).toEqual({ place: change })
  expect(placeOf('changes', '*')).toEqual({ place: null })
  expect(placeOf('changes', null)).toEqual({ place: undefined })
})

test('whatever somebody makes up is no cursor, and breaks nothing', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      for (const cursor of [text, Buffer.from(text).toString('base64url')]) {
        const { place, problem } = placeOf('measures', cursor)
        expect(problem !== undefined || cursor === '' || cursor === '*' || place !== undefined).toBe(true)
      }
    }),
  )
  for (const after of ["KZ-0007'--", '', null, { at: 'x' }])
    expect(placeOf('measures', Buffer.from(JSON.stringify(['measures', { turn: 1, after }])).toString('base64url')).problem).toBeDefined()
})
