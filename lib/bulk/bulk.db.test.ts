// W5: a bulk is single operations with a result each, checked by the same checks; and whatever happens in between, each is done once or not at all.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '#lib/system/actor.ts'
import { type Attacks, type On, underAttack } from '#lib/testing/attacks.ts'
import type { BulkRequest } from './bulk.ts'

let stage: Attacks
let commands: typeof import('./commands/plan-bulk.ts') &
  typeof import('./commands/begin-bulk.ts') &
  typeof import('./commands/stop-bulk.ts')
let queries: typeof import('./queries.ts')
let run: (bulk: number) => Promise<void>
let worker: typeof import('../../scripts/bulk-work.ts')
let foreigner: Actor

beforeAll(async () => {
  process.env.LOG_LEVEL = 'silent' // what fails here fails on purpose
  stage = await underAttack()
  commands = {
    ...(await import('./commands/plan-bulk.ts')),
    ...(await import('./commands/begin-bulk.ts')),
    ...(await import('./commands/stop-bulk.ts')),
  }
  queries = await import('./queries.ts')
  worker = await import('../../scripts/bulk-work.ts')
  run = async (bulk) => {
    while ((await stage.app.query("SELECT FROM bulk WHERE id = $1 AND state = 'running'", [bulk])).rowCount) await worker.runBulk({ bulk })
  }
  foreigner = await stage.build.person({ email: 'fr@test.org', role: 'editor', economies: ['FR'] })
})
afterAll(() => stage?.close())

const begun = (more = {}, economy = 'KZ') => stage.build.draft(stage.editor, economy, stage.build.contentWith(more))
const published = async (economy = 'KZ') => stage.build.published(stage.cast, await begun({}, economy))
const refsOf = (list: On[]) => list.map(({ ref }) => ref)
const plan = async (actor: Actor, request: BulkRequest, list: On[]) =>
  (await commands.planBulk(actor, { request, refs: refsOf(list) })).bulk
const resultsOf = async (bulk: number, actor: Actor = stage.administrator) =>
  (await queries.bulkItems(await queries.bulkOf(actor, bulk), 1)).map(({ ref, state, said }) => ({ ref, state, said }))
async function done(actor: Actor, request: BulkRequest, list: On[]) {
  const bulk = await plan(actor, request, list)
  await commands.beginBulk(actor, { bulk })
  await run(bulk)
  return bulk
}
const stateOf = async (on: On) => (await stage.app.query('SELECT state FROM version WHERE id = $1', [await stage.idOf(on)])).rows[0].state
const entriesOf = async (on: On, action: string) =>
  (await stage.app.query('SELECT actor_name FROM audit_entry WHERE measure_ref = $1 AND action = $2', [on.ref, action])).rows
const sentenceOf = async (work: Promise<unknown>) =>
  work.then(
    () => '',
    (error: Error) => error.message,
  )

describe('W5 a mixed selection: each has the result of the single command, in its words', () => {
  test('submit: drafts and returned ones are submitted; others are refused in the plan already, as one would be', async () => {
    const { submit } = await import('#lib/review/commands/submit.ts')
    const { build, cast, editor } = stage
    const draft = await begun()
    const returned = await build.returned(cast, await begun(), 'Name it.')
    const incomplete = await begun({ coverage: '', description: '' })
    const inReview = await build.submitted(editor, await begun())
    const text = await published()
    const list = [draft, returned, incomplete, inReview, text]
    const bulk = await plan(editor, { deed: 'submit' }, list)
    const single = await Promise.all(
      [incomplete, inReview, text].map(async (on) =>
        sentenceOf(submit(editor, { ...on, basedOn: (await stage.headOf(await stage.idOf(on))).number })),
      ),
    )
    expect(single.every((sentence) => sentence !== '')).toBe(true)
    expect((await resultsOf(bulk)).slice(2)).toEqual(
      [incomplete, inReview, text].map(({ ref }, index) => ({ ref, state: 'refused', said: single[index] })),
    )
    expect([await stateOf(draft), await stateOf(returned)]).toEqual(['draft', 'returned'])

    await commands.beginBulk(editor, { bulk })
    await run(bulk)
    expect((await resultsOf(bulk)).map(({ state }) => state)).toEqual(['done', 'done', 'refused', 'refused', 'refused'])
    expect(await Promise.all(list.map(stateOf))).toEqual(['in_review', 'in_review', 'draft', 'in_review', 'published'])
    expect(await entriesOf(draft, 'version.submitted')).toEqual([{ actor_name: editor.name }])
    expect((await queries.bulkOf(editor, bulk)).state).toBe('done')
  })

  test('economies that are not one’s own are refused one by one, for every deed', async () => {
    const { build, cast, administrator } = stage
    const own = await begun({}, 'FR')
    const other = await begun()
    const pair = [await published('FR'), await published()]
    const deeds: [BulkRequest, On[]][] = [
      [{ deed: 'submit' }, [own, other]],
      [{ deed: 'assign', personId: administrator.id }, [await begun({}, 'FR'), other]],
      [{ deed: 'request_withdrawal', reason: 'Wrong.' }, pair],
      [
        { deed: 'move', subPillar: '8.3', reason: 'It belongs there.' },
        [await build.published(cast, await begun({}, 'FR')), await published()],
      ],
    ]
    for (const [request, list] of deeds) {
      const results = await resultsOf(await done(foreigner, request, list))
      expect(
        results.map(({ state }) => state),
        request.deed,
      ).toEqual(['done', 'refused'])
      expect(results[1]?.said).toContain('KZ is not one of them')
    }
  })

  test('reassign: one person is responsible from then on, who works on that economy', async () => {
    const { editor, reviewer } = stage
    const mine = await begun()
    const text = await published()
    const bulk = await done(editor, { deed: 'assign', personId: reviewer.id }, [mine, text])
    expect((await resultsOf(bulk)).map(({ state }) => state)).toEqual(['done', 'refused'])
    const { deskMeasures, myDrafts } = await import('#lib/measures/list-queries.ts')
    const { items } = await deskMeasures(editor, { responsible: reviewer.id })
    expect(items).toMatchObject([{ ref: mine.ref, responsible: reviewer.name, author: editor.name }])
    expect((await myDrafts(reviewer)).map(({ ref }) => ref)).toContain(mine.ref)
    expect((await myDrafts(editor)).map(({ ref }) => ref)).not.toContain(mine.ref)
    const toForeigner = await plan(editor, { deed: 'assign', personId: foreigner.id }, [mine])
    expect((await resultsOf(toForeigner))[0]).toMatchObject({ state: 'refused', said: 'fr does not work on Kazakhstan.' })
  })

  test('W4 withdrawals need two people as well: who asked for them confirms none', async () => {
    const { editor, reviewer } = stage
    const [first, second, draft] = [await published(), await published(), await begun()]
    const bulk = await done(reviewer, { deed: 'request_withdrawal', reason: 'The act was annulled.' }, [first, draft])
    expect((await resultsOf(bulk)).map(({ state }) => state)).toEqual(['done', 'refused'])
    await done(editor, { deed: 'request_withdrawal', reason: 'A duplicate.' }, [second])
    expect([await stateOf(first), await stateOf(second)]).toEqual(['published', 'published'])

    const byAsker = await resultsOf(await done(reviewer, { deed: 'confirm_withdrawal' }, [first, second, draft]))
    expect(byAsker.map(({ state }) => state)).toEqual(['refused', 'done', 'refused'])
    expect(byAsker[0]?.said).toBe('You asked for this withdrawal, so somebody else has to confirm it.')
    expect([await stateOf(first), await stateOf(second)]).toEqual(['published', 'withdrawn'])
    const byEditor = await resultsOf(await plan(editor, { deed: 'confirm_withdrawal' }, [first]))
    expect(byEditor[0]).toMatchObject({ state: 'refused', said: 'Only a reviewer or an administrator may decide withdrawal.' })
  })

  test('L4 a move makes drafts and nothing public: a reclassification with its note, or the open draft under its new place', async () => {
    const { editor, build } = stage
    const { loadVersion } = await import('#lib/measures/queries.ts')
    const { deskDb } = await import('#lib/system/db.ts')
    const [text, draft, there, inReview] = [
      await published(),
      await begun(),
      await begun({ subPillar: '8.3' }),
      await build.submitted(editor, await begun()),
    ]
    const { ref } = await published()
    const amendment = await build.amendment(editor, ref, build.contentWith({ changeKind: 'amendment', changeNote: 'The law changed.' }))
    const before = (await stage.world.query('SELECT count(*), max(published_at) FROM published.version')).rows
    const list = [text, draft, there, inReview, amendment]
    const results = await resultsOf(await done(editor, { deed: 'move', subPillar: '8.3', reason: 'It belongs there.' }, list))
    expect(results.map(({ state }) => state)).toEqual(['done', 'done', 'refused', 'refused', 'done'])
    expect((await stage.world.query('SELECT count(*), max(published_at) FROM published.version')).rows).toEqual(before)
    const moved = await loadVersion(deskDb(), text.ref, 2)
    expect(moved).toMatchObject({
      state: 'draft',
      head: { number: 1, content: { subPillar: '8.3', changeKind: 'reclassification', changeNote: 'It belongs there.' } },
    })
    expect((await loadVersion(deskDb(), text.ref, 1)).head.content.subPillar).toBe('8.4')
    expect((await loadVersion(deskDb(), draft.ref, 1)).head).toMatchObject({
      number: 3,
      content: { subPillar: '8.3', changeKind: null, changeNote: '' },
    })
    expect((await loadVersion(deskDb(), ref, 2)).head.content).toMatchObject({
      changeKind: 'amendment',
      changeNote: 'The law changed.\n\nIt belongs there.',
    })
  })

  test.each<[string, BulkRequest]>([
    ['nobody', { deed: 'assign', personId: 999_999 }],
    ['no reason', { deed: 'request_withdrawal', reason: ' ' }],
    ['no such place', { deed: 'move', subPillar: '99.9', reason: 'x' }],
    ['no note', { deed: 'move', subPillar: '8.3', reason: '' }],
  ])('what the deed needs is asked for before any plan: %s', async (_, request) => {
    await expect(plan(stage.editor, request, [await begun()])).rejects.toMatchObject({ name: 'Invalid' })
    await expect(commands.planBulk(stage.editor, { request: { deed: 'submit' }, refs: ['KZ-9999', "'"] })).rejects.toThrow(
      'Choose at least one',
    )
    const many = Array.from({ length: 1001 }, (_, n) => `KZ-${String(n).padStart(4, '0')}`)
    await expect(commands.planBulk(stage.editor, { request: { deed: 'submit' }, refs: many })).rejects.toThrow('At most 1,000')
  })
})

describe('what happens in between', () => {
  let list: On[]
  beforeEach(async () => {
    list = [await begun(), await begun(), await begun()]
  })
  const [first, second, third] = [0, 1, 2].map((n) => () => list[n] as On) as [() => On, () => On, () => On]

  test('S4 one that was saved since the plan is refused as stale, and the others go on', async () => {
    const { editDraft } = await import('#lib/measures/commands/edit-draft.ts')
    const bulk = await plan(stage.editor, { deed: 'submit' }, list)
    await editDraft(stage.reviewer, { ...second(), basedOn: 2, content: stage.build.contentWith({ coverage: 'Ports' }) })
    await commands.beginBulk(stage.editor, { bulk })
    await run(bulk)
    expect((await resultsOf(bulk)).map(({ state, said }) => (state === 'done' ? state : said))).toEqual([
      'done',
      'reviewer saved this draft since you opened it.',
      'done',
    ])
    expect(await stateOf(second())).toBe('draft')

    const again = await commands.planBulk(stage.editor, await queries.leftOver(stage.editor, bulk))
    await commands.beginBulk(stage.editor, again)
    await run(again.bulk)
    expect((await resultsOf(again.bulk)).map(({ ref, state }) => [ref, state])).toEqual([[second().ref, 'done']])
  })

  test('a request for withdrawal that was declined and made anew is another one: its confirmation is refused', async () => {
    const { requestWithdrawal } = await import('#lib/review/commands/request-withdrawal.ts')
    const { decideWithdrawal } = await import('#lib/review/commands/decide-withdrawal.ts')
    const on = await published()
    await requestWithdrawal(stage.editor, { ...on, reason: 'A duplicate.' })
    const bulk = await plan(stage.reviewer, { deed: 'confirm_withdrawal' }, [on])
    await decideWithdrawal(stage.editor, { ...on, confirm: false })
    await requestWithdrawal(stage.editor, { ...on, reason: 'Another reason.' })
    await commands.beginBulk(stage.reviewer, { bulk })
    await run(bulk)
    expect((await resultsOf(bulk))[0]?.said).toMatch(/asked for again/)
    expect(await stateOf(on)).toBe('published')
  })

  test('W8 whoever is disabled or demoted meanwhile is refused from that item on', async () => {
    const { changePerson } = await import('#lib/accounts/commands/change-person.ts')
    const { requestWithdrawal } = await import('#lib/review/commands/request-withdrawal.ts')
    const { operator } = await import('#lib/system/actor.ts')
    const leaver = await stage.build.person({ email: 'leaver@test.org', role: 'editor' })
    const bulk = await plan(leaver, { deed: 'submit' }, list)
    await commands.beginBulk(leaver, { bulk })
    await changePerson(operator, { email: leaver.email, change: { disable: true } })
    await run(bulk)
    expect(new Set((await resultsOf(bulk)).map(({ said }) => said))).toEqual(new Set(['The account that asked for this is disabled.']))

    const demoted = await stage.build.person({ email: 'demoted@test.org', role: 'reviewer' })
    const on = await published()
    await requestWithdrawal(stage.editor, { ...on, reason: 'A duplicate.' })
    const second = await plan(demoted, { deed: 'confirm_withdrawal' }, [on])
    await commands.beginBulk(demoted, { bulk: second })
    await changePerson(operator, { email: demoted.email, change: { role: 'editor' } })
    await run(second)
    expect((await resultsOf(second))[0]).toMatchObject({
      state: 'refused',
      said: 'Only a reviewer or an administrator may decide withdrawal.',
    })
    expect(await stateOf(on)).toBe('published')
  })

  test('S3 two workers at the same time do each item once', async () => {
    list.push(await begun(), await begun(), await begun())
    const bulk = await plan(stage.editor, { deed: 'assign', personId: stage.reviewer.id }, list)
    await commands.beginBulk(stage.editor, { bulk })
    await Promise.all([run(bulk), run(bulk), run(bulk)])
    expect(new Set((await resultsOf(bulk)).map(({ state }) => state))).toEqual(new Set(['done']))
    for (const on of list) expect(await entriesOf(on, 'version.assigned')).toHaveLength(1)
  })

  test('stopped between two items, what is done stays done; gone on with, the rest is done', async () => {
    const { nextItem } = await import('./store.ts')
    const bulk = await plan(stage.editor, { deed: 'submit' }, list)
    await commands.beginBulk(stage.editor, { bulk })
    const { submit } = await import('#lib/review/commands/submit.ts')
    await submit(stage.editor, { ...first(), basedOn: 2, item: (await nextItem(bulk))?.item })
    await commands.stopBulk(stage.editor, { bulk })
    await worker.runBulk({ bulk })
    expect((await resultsOf(bulk)).map(({ state }) => state)).toEqual(['done', 'waiting', 'waiting'])
    expect([await stateOf(first()), await stateOf(third())]).toEqual(['in_review', 'draft'])
    await expect(commands.stopBulk(stage.editor, { bulk })).rejects.toMatchObject({ name: 'Stale' })
    const { scheduler } = await import('#lib/system/actor.ts')
    await commands.stopBulk(scheduler, { bulk }) // whatever gave its work up is told nothing
    await commands.beginBulk(stage.editor, { bulk })
    await run(bulk)
    expect((await resultsOf(bulk)).map(({ state }) => state)).toEqual(['done', 'done', 'done'])
    await expect(commands.beginBulk(stage.editor, { bulk })).rejects.toMatchObject({ name: 'Stale' })
  })

  test('an item that is settled is not done again: the deed is undone with it', async () => {
    const { assignVersion } = await import('#lib/measures/commands/assign-version.ts')
    const bulk = await plan(stage.editor, { deed: 'assign', personId: stage.reviewer.id }, [first()])
    const { rows } = await stage.app.query('SELECT id FROM bulk_item WHERE bulk_id = $1', [bulk])
    const item = rows[0].id
    const { settleUndone } = await import('./store.ts')
    await settleUndone(item, 'failed', 'Something went wrong.', new Date())
    const input = { ...first(), personId: stage.reviewer.id, seen: stage.editor.id, item }
    await expect(assignVersion(stage.editor, input)).rejects.toThrow('settled already')
    expect(await entriesOf(first(), 'version.assigned')).toEqual([])
    expect(await stage.attempt(["UPDATE bulk_item SET state = 'waiting', message = '' WHERE id = $1", [item]])).toMatch(/is settled/)
    expect(await stage.attempt(['UPDATE bulk SET created_by_id = $1 WHERE id = $2', [stage.reviewer.id, bulk]])).toMatch(/never changes/)
  })

  test('L7 nobody else sees a bulk, begins or stops it; an administrator sees and stops it', async () => {
    const bulk = await plan(stage.editor, { deed: 'submit' }, list)
    await expect(queries.bulkOf(stage.reviewer, bulk)).rejects.toThrow('There is no such bulk.')
    await expect(queries.leftOver(stage.reviewer, bulk)).rejects.toThrow('There is no such bulk.')
    await expect(queries.bulkOf(stage.editor, 999_999)).rejects.toThrow('There is no such bulk.')
    for (const actor of [stage.reviewer, stage.administrator])
      await expect(commands.beginBulk(actor, { bulk })).rejects.toThrow('There is no such bulk.')
    await commands.beginBulk(stage.editor, { bulk })
    await expect(commands.stopBulk(stage.reviewer, { bulk })).rejects.toThrow('There is no such bulk.')
    await commands.stopBulk(stage.administrator, { bulk })
    expect((await queries.bulkOf(stage.administrator, bulk)).mine).toBe(false)
    expect((await queries.myBulks(stage.administrator)).map(({ id }) => id)).not.toContain(bulk)
  })
})
