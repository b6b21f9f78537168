// Feeds and downloads against a database: every published row once and no draft, and a withdrawal in place of its text.
import { parseCsv } from 'hucre/csv'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { measureFilter } from '#lib/published/filters.ts'
import { type Attacks, underAttack } from '#lib/testing/attacks.ts'
import { everyMeasure } from './every-measure.ts'
import { atom, entriesOfChanges } from './feed.ts'
import { columns, csv } from './measure-table.ts'

let stage: Attacks
let queries: typeof import('#lib/published/queries.ts')
const refs: Record<string, string> = {}

beforeAll(async () => {
  stage = await underAttack()
  queries = await import('#lib/published/queries.ts')
  const { requestWithdrawal } = await import('#lib/review/commands/request-withdrawal.ts')
  const { decideWithdrawal } = await import('#lib/review/commands/decide-withdrawal.ts')
  const { contentWith, draft, published } = stage.build
  for (const [name, economy] of [
    ['one', 'KZ'],
    ['other', 'KZ'],
    ['german', 'DE'],
    ['gone', 'KZ'],
  ] as const) {
    const on = await published(stage.cast, await draft(stage.editor, economy, contentWith({ description: `=Text of ${name}` })))
    refs[name] = on.ref
  }
  const hidden = await draft(stage.editor, 'KZ', contentWith({ description: 'Text of a draft', coverage: 'Hidden coverage' }))
  refs.hidden = hidden.ref
  const gone = { ref: refs.gone ?? '', version: 1 }
  await requestWithdrawal(stage.editor, { ...gone, reason: 'Entered twice.' })
  await decideWithdrawal(stage.reviewer, { ...gone, confirm: true })
})
afterAll(() => stage?.close())

test('a download has the rows of the database, each once', async () => {
  const rows = everyMeasure(measureFilter.parse({}), { find: queries.findMeasures, economies: (await queries.listEconomies()).items })
  const [, ...table] = parseCsv(await new Response(csv(rows, 'https://measures.example.org')).text())
  const stored = await stage.world.query('SELECT ref, digest FROM published.version WHERE is_current ORDER BY economy_code, ref')
  const at = (name: string) => columns.findIndex((column) => column.name === name)
  expect(table.map((row) => ({ ref: row[at('ref')], digest: row[at('digest')] }))).toEqual(stored.rows)
  expect(table.map((row) => row[at('description')])).toEqual(["'=Text of german", "'=Text of one", "'=Text of other"])
})

test('L9 L11 a feed tells of publications and withdrawals, and of no draft and no text', async () => {
  const { listChanges } = await import('#lib/published/change-queries.ts')
  const entries = entriesOfChanges((await listChanges({ page: 1 })).items)
  expect(entries[0]).toMatchObject({ ref: refs.gone, kind: 'withdrawal', note: 'Entered twice.' })
  expect(entries.filter(({ kind }) => kind === 'first version')).toHaveLength(4)
  const xml = atom({ title: 'Changes', baseUrl: 'https://measures.example.org', html: '/changes', self: '/feeds/atom.xml' }, entries)
  expect(xml).not.toMatch(/Text of|Hidden|@test\.org/)
  expect(xml).not.toContain(refs.hidden)
})
