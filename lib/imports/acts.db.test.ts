// Acts through files against PostgreSQL: the round trip, the plan carried out step by step, what somebody changed meanwhile, and what the world may download.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Attacks, underAttack } from '#lib/testing/attacks.ts'

let stage: Attacks
let read: typeof import('./commands/read-batch.ts')['readBatch']
let step: typeof import('./commands/carry-out-acts.ts')['carryOutNextAct']
let plans: typeof import('./act-plan-queries.ts')
let acts: typeof import('#lib/acts/queries.ts')
let published: typeof import('#lib/published/act-queries.ts')
let files: typeof import('#lib/exports/act-download.ts')
beforeAll(async () => {
  stage = await underAttack()
  read = (await import('./commands/read-batch.ts')).readBatch
  step = (await import('./commands/carry-out-acts.ts')).carryOutNextAct
  plans = await import('./act-plan-queries.ts')
  acts = await import('#lib/acts/queries.ts')
  published = await import('#lib/published/act-queries.ts')
  files = await import('#lib/exports/act-download.ts')
})
afterAll(() => stage?.close())

const text = async (stream: ReadableStream<Uint8Array>) =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(await new Response(stream).arrayBuffer())
const register = (format: 'csv' | 'json') => text((format === 'csv' ? files.actsAsCsv : files.actsAsJson)(acts.everyAct(stage.editor)))
const planned = async (file: string) => {
  const { batchId } = await read(stage.editor, { fileName: 'acts.csv', bytes: new TextEncoder().encode(file) })
  return { batchId, ...(await plans.batchActs(stage.editor, batchId, 1)) }
}
async function all(batchId: number) {
  const steps = []
  for (let done = false; !done; ) {
    const next = await step(stage.editor, { batchId })
    steps.push(next)
    done = next.done
  }
  return steps
}

test('a table is read, carried out step by step, exported, and read again as there already', async () => {
  const file = `economy;union;title;original_title;original_language;number;events
KZ;;Law on Communications;О связи;ru;567-II;"Since July 2004, as amended in 2016"
;EEU;=Treaty on the Union;Договор о Союзе;ru;;"[{""kind"":""signed"",""date"":""2014-05-29"",""sourceTitle"":""Gazette, 5"",""sourceUrl"":""https://example.org/5""}]"
JO;;Electronic Transactions Law;قانون المعاملات الإلكترونية;ar;15/2015;Since 2015`
  const { batchId, ...plan } = await planned(file)
  expect([plan.create, plan.update, plan.problem]).toEqual([3, 0, 0])
  expect((await all(batchId)).map(({ ref, remaining }) => [ref, remaining])).toEqual([
    ['ACT-0001', 2],
    ['ACT-0002', 1],
    ['ACT-0003', 0],
  ])
  expect(await step(stage.editor, { batchId })).toEqual({ done: true, remaining: 0 })
  expect(await acts.actOf(stage.editor, 'ACT-0002')).toMatchObject({
    title: '=Treaty on the Union',
    union: 'EEU',
    events: [{ sourceTitle: 'Gazette, 5' }],
  })

  const csv = await register('csv')
  expect(csv.startsWith('\ufeffref,edition,economy,')).toBe(true)
  expect(csv).toContain("'=Treaty on the Union")
  for (const again of [csv, await register('json')])
    expect((await planned(again)).items.map(({ outcome }) => outcome)).toEqual(['same', 'same', 'same'])
  expect((await planned(file)).same).toBe(3)
})

test('D3 an act that was changed since the plan was read is left alone, and the next ones are carried out', async () => {
  const { batchId, update } = await planned('ref,issuer\nACT-0001,Parliament\nACT-0003,Parliament')
  expect(update).toBe(2)
  const { editAct } = await import('#lib/acts/commands/edit-act.ts')
  const act = await acts.actOf(stage.editor, 'ACT-0001')
  await editAct(stage.editor, { ref: act.ref, edition: act.edition, act: { ...act, issuer: 'Senate' } })
  const [first, second] = await all(batchId)
  expect(first?.refusal).toMatch(/^Line 2: ACT-0001 was changed since this file was read/)
  expect(second?.ref).toBe('ACT-0003')
  expect((await acts.actOf(stage.editor, 'ACT-0001')).issuer).toBe('Senate')
  expect(await plans.batchActs(stage.editor, batchId, 1)).toMatchObject({ done: 1, refusals: 1 })
})

test('an act that was entered meanwhile is not entered twice', async () => {
  const twice = [await planned('economy,title\nKZ,Law on Buoys'), await planned('economy,title\nKZ,Law on Buoys')]
  const steps = [...(await all(twice[0]?.batchId ?? 0)), ...(await all(twice[1]?.batchId ?? 0))]
  expect(steps.map(({ refusal = '' }) => refusal)).toEqual(['', expect.stringContaining('was entered meanwhile')])
})

test('two rows of one file that are alike are both entered when the second says “new”, and a third that repeats one is not', async () => {
  const { batchId, ...plan } = await planned(
    'ref,economy,title,kind\n,KZ,Law on Locks,law\nnew,KZ,Law on Locks,code\nnew,KZ,Law on Locks,law',
  )
  expect([plan.create, plan.same, plan.items[2]?.firstLine]).toEqual([2, 1, 2])
  expect((await all(batchId)).map(({ refusal = '' }) => refusal)).toEqual(['', ''])
})

test('who may not write on an economy has a problem in each row, and problems keep their columns', async () => {
  const german = await stage.build.person({ email: 'german@test.org', economies: ['DE'] })
  const { batchId } = await read(german, { fileName: 'x', bytes: new TextEncoder().encode('economy,title\nKZ,Law on Ports\nDE,Gesetz') })
  expect(await plans.batchActs(german, batchId, 1)).toMatchObject({ create: 1, problem: 1 })
  const { batchOf } = await import('./queries.ts')
  expect((await batchOf(german, batchId, 1)).problems).toEqual([
    { line: 2, column: 'economy', message: expect.stringContaining('KZ is not one of them') },
  ])
})

test('L9 the world downloads the acts that a published measure cites, and no edition', async () => {
  expect((await text(files.actsAsCsv(published.everyPublishedAct()))).trim().split('\r\n'), 'the heading alone').toHaveLength(1)
  const bases = [stage.build.citing('a', 'ACT-0001', 'Law on Communications', 'Since July 2004')]
  await stage.build.published(stage.cast, await stage.build.draft(stage.editor, 'KZ', stage.build.contentWith({ bases })))
  const [act, ...more] = JSON.parse(await text(files.actsAsJson(published.everyPublishedAct())))
  expect(more).toEqual([])
  expect(act).toMatchObject({ ref: 'ACT-0001', economy: 'KZ', union: '', statement: 'Since July 2004, as amended in 2016' })
  expect(act).not.toHaveProperty('edition')
})
