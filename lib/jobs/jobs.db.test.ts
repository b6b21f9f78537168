// Work that is done later: asked for with the transaction, done by one of several workers, tried again, given up visibly.
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { type Attacks, underAttack } from '#lib/testing/attacks.ts'
import type { Handlers } from './run-due.ts'

let stage: Attacks
let enqueue: typeof import('./enqueue.ts').enqueue
let unqueue: typeof import('./enqueue.ts').unqueue
let runDue: typeof import('./run-due.ts').runDue
let deskDb: typeof import('#lib/system/db.ts').deskDb
const workers: { stop: () => Promise<void> }[] = []

beforeAll(async () => {
  process.env.LOG_LEVEL = 'silent' // what fails here fails on purpose
  stage = await underAttack()
  ;({ enqueue, unqueue } = await import('./enqueue.ts'))
  ;({ runDue } = await import('./run-due.ts'))
  ;({ deskDb } = await import('#lib/system/db.ts'))
  await stage.app.query('UPDATE jobs.queue SET retry_delay = 0, retry_backoff = false, retry_limit = 1')
})
afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.stop()))
})
afterAll(() => stage?.close())

const idle = async () => {}
const nothing: Handlers = {
  'run-schedule': idle,
  'fail-schedule': idle,
  'send-mail': idle,
  'fail-mail': idle,
  'run-bulk': idle,
  'stop-bulk': idle,
  'send-digests': idle,
  'tell-checks-due': idle,
}
const start = async (handlers: Partial<Handlers>) => workers.push(await runDue({ ...nothing, ...handlers }))
const ask = (schedule: number, after?: Date) => deskDb().$transaction((tx) => enqueue(tx, 'run-schedule', { schedule }, after))
const stateOf = async (id: string) => (await stage.app.query('SELECT state FROM jobs.job WHERE id = $1', [id])).rows[0]?.state
const until = (probe: () => unknown) => vi.waitFor(() => expect(probe()).toBeTruthy(), { timeout: 20_000, interval: 50 })

test('S5 work asked for in a transaction that is rolled back was never asked for, and what is taken back leaves no row', async () => {
  let id = ''
  const failing = deskDb().$transaction(async (tx) => {
    id = await enqueue(tx, 'run-schedule', { schedule: 1 })
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  expect(await stateOf(id)).toBeUndefined()

  const kept = await ask(2, new Date(Date.now() + 3_600_000))
  expect(await stateOf(kept)).toBe('created')
  await deskDb().$transaction((tx) => unqueue(tx, 'run-schedule', kept))
  expect(await stateOf(kept)).toBeUndefined()
})

test('S3 of several workers one does each piece of work, and S2 what was asked for while none ran is done on return', async () => {
  for (let schedule = 100; schedule < 130; schedule++) await ask(schedule)
  const done: number[] = []
  for (let worker = 0; worker < 3; worker++) await start({ 'run-schedule': async ({ schedule }) => void done.push(schedule) })
  await until(() => done.length >= 30)
  expect(done.toSorted()).toEqual(Array.from({ length: 30 }, (_, index) => 100 + index))
})

test('S4 a piece that fails does not stop the rest; it is tried again and S9 told as given up', async () => {
  const tried: number[] = []
  const givenUp: number[] = []
  const bad = await ask(200)
  const good = await ask(201)
  await start({
    'run-schedule': async ({ schedule }) => {
      tried.push(schedule)
      if (schedule === 200) throw new Error('It cannot be done.')
    },
    'fail-schedule': async ({ schedule }) => void givenUp.push(schedule),
  })
  await until(() => givenUp.length > 0)
  expect(givenUp).toEqual([200])
  expect(tried.filter((schedule) => schedule === 200)).toHaveLength(2)
  expect(tried).toContain(201)
  await vi.waitFor(async () => expect([await stateOf(bad), await stateOf(good)]).toEqual(['failed', 'completed']))
})

test('the running program owns none of it, and the world reads none of it', async () => {
  await expect(stage.app.query('CREATE TABLE jobs.mine (id int)')).rejects.toMatchObject({ code: '42501' })
  await expect(stage.app.query('DROP TABLE jobs.job')).rejects.toMatchObject({ code: '42501' })
  await expect(stage.world.query('SELECT FROM jobs.job')).rejects.toMatchObject({ code: '42501' })
})
