// A release: all of its versions or none, at one moment; whatever fails is named. Attacked by an item that fails, by the database, and by a kill in the middle.
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Attacks, type On, underAttack } from '#lib/testing/attacks.ts'

let stage: Attacks
let startUpdate: typeof import('#lib/law-changes/commands/start-update.ts').startUpdate
let publishRelease: typeof import('./commands/publish-release.ts').publishRelease
let takeBack: typeof import('./commands/take-back.ts').takeBack

beforeAll(async () => {
  stage = await underAttack()
  ;({ startUpdate } = await import('#lib/law-changes/commands/start-update.ts'))
  ;({ publishRelease } = await import('./commands/publish-release.ts'))
  ;({ takeBack } = await import('./commands/take-back.ts'))
})
afterAll(() => stage?.close())

const statement = 'Since July 2004, last amended in September 2022'
let acts = 0
const seen = async (on: On) => ({ ...on, digest: (await stage.headOf(await stage.idOf(on))).digest })

/** A confirmed law change and an approved update of each of its measures. */
async function prepared(count: number) {
  const { build, cast, editor, app } = stage
  const act = await build.registered(editor, 'KZ', `Law on Communications ${++acts}`, statement)
  for (let n = 0; n < count; n++)
    await build.published(cast, await build.draft(editor, 'KZ', build.contentWith({ bases: [build.citing('a', act, 'Law', statement)] })))
  const lawChangeId = await build.confirmedLawChange(cast, act)
  const { rows } = await app.query('SELECT id FROM impact WHERE law_change_id = $1 ORDER BY id', [lawChangeId])
  const items = []
  for (const { id } of rows) items.push(await seen(await build.approved(cast, await startUpdate(editor, { impactId: id }))))
  return { lawChangeId, items }
}
const current = async (refs: string[]) =>
  (
    await stage.world.query(
      'SELECT ref, number, published_at AS at FROM published.version WHERE is_current AND ref = ANY($1) ORDER BY ref',
      [refs],
    )
  ).rows
const refsOf = (items: On[]) => items.map(({ ref }) => ref)
const releases = async (lawChangeId: number) =>
  (await stage.app.query('SELECT 1 FROM release WHERE law_change_id = $1', [lawChangeId])).rows.length

test('all are published at one moment, with one entry for readers, and their impacts are settled', async () => {
  const { lawChangeId, items } = await prepared(3)
  const { id } = await publishRelease(stage.reviewer, { lawChangeId, items })
  const found = await current(refsOf(items))
  expect(found.map(({ number }) => number)).toEqual([2, 2, 2])
  expect(new Set(found.map(({ at }) => at.toISOString())).size).toBe(1)
  expect(
    (await stage.world.query('SELECT ref FROM published.release_item WHERE release_id = $1 ORDER BY ref', [id])).rows.map(({ ref }) => ref),
  ).toEqual(refsOf(items))
  const open = await stage.app.query('SELECT 1 FROM impact WHERE law_change_id = $1 AND settled_at IS NULL', [lawChangeId])
  expect(open.rows).toEqual([])
  const trail = await stage.app.query(`SELECT actor_name FROM audit_entry WHERE action = 'release.published'`)
  expect(trail.rows).toEqual([{ actor_name: stage.reviewer.name }])
})

test('W5 S4 one that fails publishes none and is named, with its own reason; the rest are as they were', async () => {
  const { lawChangeId, items } = await prepared(3)
  const [first, second, third] = items
  if (!first || !second || !third) throw new Error('three were prepared')
  await takeBack(stage.editor, { ...second, state: 'approved' })
  const error = await publishRelease(stage.reviewer, { lawChangeId, items: [first, second, { ...third, digest: 'f'.repeat(64) }] }).catch(
    (error) => error,
  )
  expect(error.name).toBe('Invalid')
  expect(error.issues.map(({ path }: { path: string }) => path)).toEqual([second.ref, third.ref, ''])
  expect(error.message).toMatch(
    /: Somebody was faster: version 2 is draft since .*: The text changed .*Nothing of the release was published\./,
  )
  expect((await current(refsOf(items))).map(({ number }) => number)).toEqual([1, 1, 1])
  expect(await releases(lawChangeId)).toBe(0)
  await publishRelease(stage.reviewer, { lawChangeId, items: [first, third] })
  expect((await current(refsOf(items))).map(({ number }) => number)).toEqual([2, 1, 2])
})

test('what was not started for the law change, or is written in a foreign economy, is not released with it', async () => {
  const { lawChangeId, items } = await prepared(1)
  const alien = await seen(await stage.build.approved(stage.cast, await stage.build.draft(stage.editor, 'DE', stage.build.contentWith())))
  await expect(publishRelease(stage.reviewer, { lawChangeId, items: [...items, alien] })).rejects.toThrow(/not started for this law change/)
  const foreigner = await stage.build.person({ email: 'foreigner@test.org', role: 'reviewer', economies: ['DE'] })
  await expect(publishRelease(foreigner, { lawChangeId, items })).rejects.toThrow(/KZ is not one of them/)
  await expect(publishRelease(stage.editor, { lawChangeId, items })).rejects.toThrow(/Only a reviewer/)
  await expect(publishRelease(stage.reviewer, { lawChangeId, items: [] })).rejects.toThrow(/at least one/)
})

test('one that the database refuses when others are written already publishes none, and is named', async () => {
  const { lawChangeId, items } = await prepared(3)
  const last = items[2]?.ref ?? ''
  const owner = new pg.Client({ connectionString: stage.database.ownerUrl })
  await owner.connect()
  await owner.query(
    `CREATE FUNCTION refuse_one() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.ref = '${last}' THEN RAISE 'no'; END IF; RETURN NEW; END $$`,
  )
  await owner.query('CREATE TRIGGER refuse_one BEFORE INSERT ON published.snapshot FOR EACH ROW EXECUTE FUNCTION refuse_one()')
  try {
    await expect(publishRelease(stage.reviewer, { lawChangeId, items })).rejects.toThrow(`${last}: the database refused it.`)
  } finally {
    await owner.query('DROP TRIGGER refuse_one ON published.snapshot')
    await owner.end()
  }
  expect((await current(refsOf(items))).map(({ number }) => number)).toEqual([1, 1, 1])
})

test('a database that goes away in the middle is no refusal: nobody is told that a measure cannot be published', async () => {
  const { lawChangeId, items } = await prepared(3)
  const [last] = refsOf(items).toSorted().reverse()
  await stage.app.query('BEGIN')
  await stage.app.query('SELECT 1 FROM published.measure WHERE ref = $1 FOR UPDATE', [last])
  const owner = new pg.Client({ connectionString: stage.database.ownerUrl })
  await owner.connect()
  const failed = publishRelease(stage.reviewer, { lawChangeId, items }).catch((error) => error)
  const end = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%published.measure%'`
  await expect.poll(async () => (await owner.query(end)).rowCount, { timeout: 20_000 }).toBe(1)
  await stage.app.query('ROLLBACK')
  await owner.end()
  expect((await failed).name).not.toBe('Invalid')
  expect((await current(refsOf(items))).map(({ number }) => number)).toEqual([1, 1, 1])
  await publishRelease(stage.reviewer, { lawChangeId, items })
})

test('a kill -9 in the middle publishes nothing, and the release can be made afterwards', async () => {
  const { lawChangeId, items } = await prepared(3)
  const [last] = refsOf(items).toSorted().reverse()
  // The row of the last measure is held: the release has written the others when it waits for it.
  await stage.app.query('BEGIN')
  await stage.app.query('SELECT 1 FROM published.measure WHERE ref = $1 FOR UPDATE', [last])
  const program = `
    const { publishRelease } = await import('#lib/review/commands/publish-release.ts')
    await publishRelease(${JSON.stringify(stage.reviewer)}, ${JSON.stringify({ lawChangeId, items })})`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    env: process.env,
    stdio: 'ignore',
  })
  const ended = new Promise<NodeJS.Signals | null>((resolve) => child.on('exit', (_code, signal) => resolve(signal)))
  const waits = `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%published.measure%'`
  const watch = new pg.Client({ connectionString: stage.database.ownerUrl })
  await watch.connect()
  await expect.poll(async () => (await watch.query(waits)).rows.length, { timeout: 20_000 }).toBe(1)
  child.kill('SIGKILL')
  expect(await ended).toBe('SIGKILL')
  await stage.app.query('ROLLBACK')
  const busy = `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND state <> 'idle' AND pid <> pg_backend_pid()`
  await expect.poll(async () => (await watch.query(busy)).rows.length, { timeout: 20_000 }).toBe(0)
  await watch.end()
  expect((await current(refsOf(items))).map(({ number }) => number)).toEqual([1, 1, 1])
  expect(await releases(lawChangeId)).toBe(0)
  const states = await stage.app.query(
    'SELECT DISTINCT state FROM version v JOIN measure m ON m.id = v.measure_id WHERE v.number = 2 AND m.ref = ANY($1)',
    [refsOf(items)],
  )
  expect(states.rows).toEqual([{ state: 'approved' }])
  await publishRelease(stage.reviewer, { lawChangeId, items })
  expect((await current(refsOf(items))).map(({ number }) => number)).toEqual([2, 2, 2])
})
