import { expect, test } from 'vitest'
import { emptyAct } from '#lib/acts/schema.ts'
import { readActCsv, readActJson } from './act-rows.ts'
import { planActs, type Register, type StandingAct } from './plan-acts.ts'

const source = { sourceTitle: 'Gazette', sourceUrl: '' }
const post: StandingAct = {
  ...{ ...emptyAct, ref: 'ACT-0001', edition: 2, mergedInto: null, economy: 'KZ', title: 'Law on Post', number: '94-V', kind: 'law' },
  events: [{ kind: 'since', date: '2004-07', ...source }],
}
const merged: StandingAct = { ...post, ref: 'ACT-0002', title: 'Law of Post', mergedInto: 'ACT-0001' }
const register: Register = {
  acts: [post, merged],
  economies: [{ code: 'KZ', name: 'Kazakhstan', aliases: [] }],
  unions: [{ code: 'EEU', name: 'Eurasian Economic Union', aliases: [] }],
  refused: () => null,
}
const planned = (text: string, given: Partial<Register> = {}) => planActs(readActCsv(text).rows, { ...register, ...given })
const told = (text: string, given: Partial<Register> = {}) =>
  planned(text, given).map(({ outcome, problems: [problem] }) =>
    problem ? `${problem.line} ${problem.column}: ${problem.message}` : outcome,
  )

test('an act that is new is entered, for an economy or a union by code or name', () => {
  const [law, treaty] = planned('economy,union,title,events\nKazakhstan,,Law on Buoys,"Since 2004, last amended in 2022"\n,eeu,Treaty,')
  expect(law).toMatchObject({
    outcome: 'create',
    act: { economy: 'KZ', title: 'Law on Buoys', events: [{ date: '2004' }, { latest: true }] },
  })
  expect(treaty).toMatchObject({ outcome: 'create', act: { economy: '', union: 'EEU', events: [] } })
})

test('an act that a row names is changed in what the columns say and nothing else; a statement keeps the sources', () => {
  const [plan] = planned('ref,title,events\nact-0001,Law on Post and Parcels,"Since July 2004, last amended in 2022"')
  expect(plan).toMatchObject({ outcome: 'update', ref: 'ACT-0001', edition: 2, after: { title: 'Law on Post and Parcels' } })
  expect(plan?.act).toMatchObject({ number: '94-V', events: [{ sourceTitle: 'Gazette' }, { date: '2022', latest: true, sourceTitle: '' }] })
  expect(planned('ref,number\nACT-0001,')[0]).toMatchObject({ outcome: 'update', before: { number: '94-V' }, after: { number: '' } })
})

test('what says nothing new is there already', () => {
  expect(told('ref,title\nACT-0001,Law on Post')).toEqual(['same'])
  expect(told('economy,title,number\nKZ,Law on Post,94-V\nKZ,Law on Buoys,\nKZ,Law on Buoys,')).toEqual(['same', 'create', 'same'])
})

test('a row that is probably an act that stands has to say which', () => {
  expect(told('economy,title,number\nKZ,The Law on Post,94-V')).toEqual([
    expect.stringMatching(/^2 ref: This is probably ACT-0001, Law on Post: /),
  ])
  expect(told('ref,economy,title,number\nnew,KZ,The Law on Post,94-V')).toEqual(['create'])
  expect(told('economy,title,kind\nKZ,Law on Buoys,law\nKZ,Law on Buoys,code')).toEqual([
    'create',
    expect.stringMatching(/^3 ref: Line 2 tells/),
  ])
  expect(told('ref,economy,title,number\n,KZ,Law on Buoys,7\n,KZ,Law on the Buoys,7\nnew,KZ,Law on the Buoys,7')).toEqual([
    'create',
    expect.stringMatching(/^3 ref: Line 2 tells/),
    'create',
  ])
})

test('a row that says “new” and repeats another word for word is one act, and says which line it repeats', () => {
  const rows = planned('ref,economy,title,kind\nnew,KZ,Law on Buoys,law\nnew,KZ,Law on Buoys,code\nnew,KZ,Law on Buoys,law')
  expect(rows).toMatchObject([{ outcome: 'create' }, { outcome: 'create' }, { outcome: 'same', ref: null, firstLine: 2 }])
})

test('D3 an edition that does not stand any more is refused, but not for what changes nothing', () => {
  expect(told('ref,edition,title\nACT-0001,1,Law on Mail')).toEqual([
    expect.stringMatching(/^2 edition: ACT-0001 was changed since this was exported/),
  ])
  expect(told('ref,edition,title\nACT-0001,2,Law on Mail\n')).toEqual(['update'])
  expect(told('ref,edition,title\nACT-0001,1,Law on Post')).toEqual(['same'])
})

test('what cannot be is named by line and column', () => {
  const cases: [string, RegExp][] = [
    ['ref,title\nACT-9,x', /^2 ref: “ACT-9” is no ref/],
    ['ref,economy,title\nACT-0009,KZ,x', /^2 ref: There is no act ACT-0009/],
    ['ref,title\nACT-0002,x', /^2 ref: ACT-0002 was merged into ACT-0001/],
    ['ref,title\nACT-0001,x\nACT-0001,y', /^3 ref: Line 2 is about ACT-0001 already/],
    ['economy,title\nAtlantis,x', /^2 economy: “Atlantis” is no economy/],
    ['economy,title\n,x', /^2 economy: Choose the economy or the union/],
    ['economy,title\nKZ,', /^2 title: Give the English title/],
    ['economy,title,kind\nKZ,x,poem', /^2 kind: Choose a kind/],
    ['economy,title,url\nKZ,x,javascript:alert(1)', /^2 url: Not a web address/],
    ['economy,title,events\nKZ,x,Since Smarch 2004', /^2 events: .*Smarch/],
    ['economy,title,events\nKZ,x,"[{""kind"":""adopted"",""date"":""2004-13""}]"', /^2 events: Event 1: /],
    ['economy,title,events\nKZ,x,[{', /^2 events: This is not JSON/],
    ['economy,title,original_title\nKZ,x,О связи', /^2 original_language: Say in which language/],
  ]
  for (const [text, problem] of cases) expect([text, told(text).at(-1)]).toEqual([text, expect.stringMatching(problem)])
  const [plan] = planActs(readActJson('{"economy":"KZ","title":{"en":"x"}}').rows, register)
  expect(plan?.problems).toEqual([{ line: 1, column: 'title', message: 'Write a text here.' }])
})

test('who may not is told before anything is written', () =>
  expect(told('economy,title\nKZ,x\n', { refused: () => 'Not yours.' })).toEqual(['2 economy: Not yours.']))
