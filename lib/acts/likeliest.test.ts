import { expect, test } from 'vitest'
import { isCertain, likeliestAmong } from './likeliest.ts'

const act = (ref: string, title: string, number = '', originalTitle = '') => ({ ref, title, number, originalTitle })
const among = likeliestAmong([
  act('ACT-0001', 'Law on Communications', '567-II', 'О связи'),
  act('ACT-0002', 'Law on Personal Data and their Protection', '94-V'),
  act('ACT-0003', 'Law on Communication of Statistics'),
  act('ACT-0004', 'Rules', '94-V'),
])
const found = (title: string, number = '') => among({ title, number })

test('the act of the same title is certain', () => {
  const likely = found('Law on Communications')
  expect(likely[0]).toEqual({ ref: 'ACT-0001', score: 0.95, why: 'the same title' })
  expect(isCertain(likely)).toBe(true)
})

test('a number with a similar title is certain; a number alone is not', () => {
  expect(found('Law No. 94-V on Personal Data')[0]).toMatchObject({ ref: 'ACT-0002', score: 1 })
  expect(isCertain(found('Law No. 94-V on Personal Data'))).toBe(true)
  expect(found('Order No. 94-V on Ships').map(({ ref }) => ref)).toEqual(['ACT-0002', 'ACT-0004'])
  expect(isCertain(found('Order No. 94-V on Ships'))).toBe(false)
})

test('an original title is a title', () => expect(found('О связи')[0]?.ref).toBe('ACT-0001'))
test('two acts that are equally likely are not certain', () => {
  const twice = likeliestAmong([act('ACT-0001', 'Law on Post'), act('ACT-0002', 'Law on Post')])({ title: 'Law on Post', number: '' })
  expect([twice.length, isCertain(twice)]).toEqual([2, false])
})
test('nothing is proposed for what is like nothing', () => expect(found('Ordinance 2000/31')).toEqual([]))
