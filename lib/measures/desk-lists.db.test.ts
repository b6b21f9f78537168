// The lists of the desk: what is found by words, economy and state, what waits for whom, and who may see it.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Attacks, type On, underAttack } from '#lib/testing/attacks.ts'

let stage: Attacks
let queries: typeof import('./queries.ts') & typeof import('./list-queries.ts')
let review: typeof import('#lib/review/queries.ts')
const on: Record<string, On> = {}

beforeAll(async () => {
  stage = await underAttack()
  queries = { ...(await import('./queries.ts')), ...(await import('./list-queries.ts')) }
  review = await import('#lib/review/queries.ts')
  const { act, contentWith, draft, returned, submitted, approved, published, amendment } = stage.build
  const begin = (economy: string, title: string) => draft(stage.editor, economy, contentWith({ bases: [act('a', title, 'Since 2004')] }))
  on.draft = await begin('KZ', 'Draft law on 100% "quoted" names')
  on.waiting = await submitted(stage.editor, await begin('KZ', 'Law in review'))
  on.returned = await returned(stage.cast, await begin('DE', 'Returned law'), 'Name it.')
  on.approved = await approved(stage.cast, await begin('DE', 'Approved law'))
  on.published = await published(stage.cast, await begin('JP', 'Закон о связи'))
  on.amended = await published(stage.cast, await begin('JP', 'Old title'))
  await amendment(stage.administrator, on.amended.ref, contentWith({ bases: [act('a', 'New title', 'Since 2004')] }))
})
afterAll(() => stage?.close())

const nameOf = (ref: string) => Object.keys(on).find((name) => on[name]?.ref === ref)
const find = async (filter: Parameters<typeof queries.deskMeasures>[1]) =>
  (await queries.deskMeasures(stage.editor, filter)).items.map(({ ref }) => nameOf(ref)).sort()
const all = ['amended', 'approved', 'draft', 'published', 'returned', 'waiting']

describe('measures', () => {
  test('each once, by its newest version', async () => {
    expect(await find({})).toEqual(all)
    const { items, total } = await queries.deskMeasures(stage.editor, {})
    expect(total).toBe(6)
    expect(items.find(({ ref }) => ref === on.amended?.ref)).toMatchObject({
      title: 'New title',
      number: 2,
      state: 'draft',
      author: 'administrator',
    })
  })
  test.each([
    [{ economy: 'DE' }, ['approved', 'returned']],
    [{ economy: "D'" }, []],
    [{ state: 'returned' as const }, ['returned']],
    [{ state: 'draft' as const, economy: 'JP' }, ['amended']],
    [{ q: 'law' }, ['approved', 'draft', 'returned', 'waiting']],
    [{ q: 'LAW IN' }, ['waiting']],
    [{ q: 'связи' }, ['published']],
    [{ q: 'Old title' }, []],
    [{ q: 'operators keep' }, all],
    [{ q: '100%' }, ['draft']],
    [{ q: '"quoted"' }, ['draft']],
    [{ q: 'de-000' }, ['approved', 'returned']],
    [{ page: 9 }, []],
  ])('%o', async (filter, expected) => expect(await find(filter)).toEqual(expected))

  test.each(['description', 'schemaVersion', 'bases', 'kind', 'null', '{', '%', '_', '\\', '": "', 'DE_0001', 'a\0b', '\ud800'])(
    'the word %o, of which no text says anything, finds nothing and breaks nothing',
    async (q) => expect(await find({ q })).toEqual(q === '%' ? ['draft'] : []),
  )
})

describe('what waits', () => {
  test('my drafts are those that I wrote any of', async () => {
    const mine = async (actor: typeof stage.editor) => (await queries.myDrafts(actor)).map(({ ref }) => nameOf(ref)).sort()
    expect(await mine(stage.editor)).toEqual(['approved', 'draft', 'returned', 'waiting'])
    expect(await mine(stage.administrator)).toEqual(['amended'])
    expect(await mine(stage.reviewer)).toEqual([])
  })
  test('the queue holds what is in review or approved, of the reviewer’s economies, and marks their own', async () => {
    const queue = async (actor: typeof stage.editor) =>
      (await review.reviewQueue(actor)).map(({ ref, mine }) => `${nameOf(ref)}${mine ? ', mine' : ''}`)
    expect(await queue(stage.reviewer)).toEqual(['waiting', 'approved'])
    expect(await queue(stage.editor)).toEqual(['waiting, mine', 'approved, mine'])
    expect(await queue(await stage.build.person({ email: 'de@test.org', role: 'reviewer', economies: ['DE'] }))).toEqual(['approved'])
    expect(await queue(await stage.build.person({ email: 'none@test.org', role: 'reviewer', economies: [] }))).toEqual([])
  })
  test('a withdrawal waits for somebody else, and for nobody once it is decided', async () => {
    const { requestWithdrawal } = await import('#lib/review/commands/request-withdrawal.ts')
    const { decideWithdrawal } = await import('#lib/review/commands/decide-withdrawal.ts')
    const wrong = on.published as On
    await requestWithdrawal(stage.editor, { ...wrong, reason: 'Wrong.' })
    expect(await review.waitingWithdrawals(stage.editor)).toMatchObject([{ ref: wrong.ref, reason: 'Wrong.', by: 'editor', mine: true }])
    expect(await review.waitingWithdrawals(stage.reviewer, on.draft?.ref)).toEqual([])
    await decideWithdrawal(stage.editor, { ...wrong, confirm: false })
    expect(await review.waitingWithdrawals(stage.reviewer)).toEqual([])
  })
})

describe('one measure', () => {
  test('tells which version is open, which published and which the newest', async () => {
    const measure = await queries.deskMeasure(stage.editor, on.amended?.ref ?? '')
    expect([measure.open?.number, measure.published?.number, measure.latest?.number]).toEqual([2, 1, 2])
    expect(await queries.comparedWith(stage.editor, measure.open as never)).toMatchObject({ number: 1 })
    expect(await queries.comparedWith(stage.editor, measure.published as never)).toBeNull()
  })
  test.each(['', 'kz-0001', 'KZ-9999', 'KZ-0001\0', "KZ-0001'"])('%o is none', async (ref) => {
    await expect(queries.deskMeasure(stage.editor, ref)).rejects.toMatchObject({ name: 'NotFound' })
    expect(await queries.versionForDesk(stage.editor, ref, 1)).toBeNull()
  })
})
