// The log: newest first and page by page, narrowed by each of its questions, and nothing about people but for administrators.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { LogFilter } from '#lib/audit/log-filter.ts'
import { operator } from '#lib/system/actor.ts'
import { type Attacks, underAttack } from '#lib/testing/attacks.ts'

let stage: Attacks
let log: typeof import('./log-queries.ts')
beforeAll(async () => {
  stage = await underAttack()
  log = await import('./log-queries.ts')
  const { record } = await import('#lib/audit/record.ts')
  const { deskDb } = await import('#lib/system/db.ts')
  for (const economy of ['KZ', 'DE'])
    await stage.build.published(stage.cast, await stage.build.draft(stage.editor, economy, stage.build.contentWith()))
  for (let n = 1; n <= 60; n++)
    await record(
      deskDb(),
      stage.editor,
      { action: 'import.read', subject: 'measures', fileName: `=page ${n}`, items: n, problems: 0 },
      { at: new Date() },
    )
})
afterAll(() => stage?.close())

const all = async (filter: LogFilter, actor = stage.administrator) => {
  const found = []
  for await (const line of log.everyLogLine(actor, filter)) found.push(line)
  return found
}
const stored = async () => (await stage.app.query('SELECT id, action, measure_ref AS ref FROM audit_entry ORDER BY at, id')).rows

test('the pages together hold every entry once, newest first, there and back', async () => {
  const ids = (await stored()).map(({ id }) => id).reverse()
  const seen: number[] = []
  let page = await log.logOf(stage.administrator, {})
  expect(page.newer).toBeNull()
  for (;;) {
    seen.push(...page.items.map(({ id }) => id))
    if (page.older === null) break
    page = await log.logOf(stage.administrator, { before: page.older })
  }
  expect(seen).toEqual(ids)
  const back = await log.logOf(stage.administrator, { after: page.newer ?? 0 })
  expect(back.items.map(({ id }) => id)).toEqual(ids.slice(0, 50))
  expect(back.newer).toBeNull()
})

test('each question narrows it to what it says', async () => {
  const rows = await stored()
  expect((await all({ economy: 'DE' })).map(({ ref }) => ref)).toEqual(
    rows.filter(({ ref }) => ref?.startsWith('DE')).map(({ ref }) => ref),
  )
  expect(new Set((await all({ ref: 'KZ-0001' })).map(({ ref }) => ref))).toEqual(new Set(['KZ-0001']))
  expect(new Set((await all({ personId: stage.reviewer.id })).map(({ who }) => who))).toEqual(new Set([stage.reviewer.name]))
  expect((await all({ topic: 'publication' })).map(({ what, ref }) => `${ref} ${what}`)).toEqual([
    'KZ-0001 published the version',
    'DE-0001 published the version',
  ])
  expect(await all({ topic: 'publication', personId: stage.editor.id })).toEqual([])
})

test('days are inclusive and in UTC', async () => {
  const owner = new (await import('pg')).default.Client({ connectionString: stage.database.ownerUrl })
  await owner.connect()
  await owner.query(`INSERT INTO audit_entry (at, actor_name, action, details) VALUES
    ('2020-02-28T23:59:59.999Z', 'A', 'import.read', '{"fileName": "a", "items": 0, "problems": 0}'),
    ('2020-02-29T00:00:00Z', 'A', 'import.read', '{"fileName": "b", "items": 0, "problems": 0}'),
    ('2020-02-29T23:59:59.999Z', 'A', 'import.read', '{"fileName": "c", "items": 0, "problems": 0}'),
    ('2020-03-01T00:00:00Z', 'A', 'import.read', '{"fileName": "d", "items": 0, "problems": 0}')`)
  await owner.end()
  const names = async (filter: LogFilter) => (await all(filter)).map(({ what }) => what.split(' ')[1])
  expect(await names({ from: '2020-02-29', to: '2020-02-29' })).toEqual(['b', 'c'])
  expect(await names({ from: '2020-01-01', to: '2020-03-01' })).toEqual(['a', 'b', 'c', 'd'])
})

test('L7 what was done about people is for administrators, also when asked for by name', async () => {
  const about = (lines: { event: { action: string } }[]) => lines.filter(({ event }) => event.action.startsWith('person.'))
  const { addPerson } = await import('./commands/add-person.ts')
  await addPerson(operator, { email: 'new@test.org', name: 'New', role: 'editor', password: 'a long enough password', economies: 'all' })
  expect(about(await all({}))).not.toEqual([])
  expect(about(await all({ topic: 'people' }))).not.toEqual([])
  for (const actor of [stage.editor, stage.reviewer]) {
    expect(about(await all({}, actor))).toEqual([])
    expect(await all({ topic: 'people' }, actor)).toEqual([])
    expect((await log.logOf(actor, { topic: 'people' })).items).toEqual([])
  }
})

test('X3 the file has a row for every entry and nothing that a spreadsheet runs', async () => {
  const { logCsv } = await import('#lib/exports/log-table.ts')
  const { parseCsv } = await import('hucre/csv')
  const text = await new Response(logCsv(log.everyLogLine(stage.administrator, {}))).text()
  const [head, ...rows] = parseCsv(text.replace(/^\uFEFF/, ''))
  expect(head).toEqual(['id', 'at', 'who', 'what', 'measure', 'version', 'action', 'details'])
  expect(rows.map(([id]) => Number(id))).toEqual((await stored()).map(({ id }) => id))
  for (const cell of rows.flat()) expect(String(cell)).not.toMatch(/^[=+@]/)
})
