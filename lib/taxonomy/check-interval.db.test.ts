// The interval of checks: set by an administrator alone, told in the log, and left alone when the reference data is loaded anew.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Attacks, underAttack } from '#lib/testing/attacks.ts'

let stage: Attacks
let setCheckInterval: typeof import('./commands/set-check-interval.ts').setCheckInterval
let checkIntervals: typeof import('./interval-queries.ts').checkIntervals

beforeAll(async () => {
  stage = await underAttack()
  ;({ setCheckInterval } = await import('./commands/set-check-interval.ts'))
  ;({ checkIntervals } = await import('./interval-queries.ts'))
})
afterAll(() => stage?.close())

const of = async (code: string) => (await checkIntervals(stage.editor)).find(({ subPillar }) => subPillar === code)
const change = (subPillar: string, was: number, months: number) => ({ changes: [{ subPillar, was, months }] })
const trail = async () =>
  (await stage.app.query(`SELECT actor_name AS by, details FROM audit_entry WHERE action = 'interval.set' ORDER BY id`)).rows

test('W1 an administrator sets it; an editor and a reviewer do not', async () => {
  for (const actor of [stage.editor, stage.reviewer])
    await expect(setCheckInterval(actor, change('7.1', 12, 3))).rejects.toThrow(/Only an administrator/)
  expect(await setCheckInterval(stage.administrator, change('7.1', 12, 3))).toEqual({ changed: 1 })
  expect(await of('7.1')).toMatchObject({ months: 3, usual: 12, set: true })
  expect(await trail()).toEqual([{ by: stage.administrator.name, details: { subPillar: '7.1', before: 12, after: 3 } }])
})

test('what is no interval, no sub-pillar, or was set by another meanwhile, is refused with all that came with it', async () => {
  const { administrator } = stage
  const good = { subPillar: '7.2', was: 12, months: 4 }
  for (const months of [0, 121, 1.5, Number.NaN])
    await expect(setCheckInterval(administrator, { changes: [good, { subPillar: '7.3', was: 12, months }] })).rejects.toThrow(
      /whole months/,
    )
  await expect(setCheckInterval(administrator, { changes: [good, { subPillar: '99.9', was: 12, months: 4 }] })).rejects.toThrow(
    /no sub-pillar/,
  )
  await expect(setCheckInterval(administrator, { changes: [good, { subPillar: '7.1', was: 12, months: 4 }] })).rejects.toThrow(
    /to 3 months/,
  )
  expect(await of('7.2')).toMatchObject({ months: 12, set: false })
  expect(await setCheckInterval(administrator, change('7.2', 12, 12))).toEqual({ changed: 0 })
})

test('loading the reference data leaves what was set, and takes up what was set back to the usual', async () => {
  const { loadReference } = await import('#prisma/reference.ts')
  await setCheckInterval(stage.administrator, change('9.1', 6, 2))
  await loadReference()
  expect([(await of('9.1'))?.months, (await of('9.2'))?.months]).toEqual([2, 6])
  await setCheckInterval(stage.administrator, change('9.1', 2, 6))
  expect(await of('9.1')).toMatchObject({ months: 6, set: false })
  await stage.app.query(`UPDATE sub_pillar SET check_every_months = 9 WHERE code = '9.1'`)
  await loadReference()
  expect((await of('9.1'))?.months).toBe(6)
})
