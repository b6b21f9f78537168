// W5: a bulk is single operations with a result each, checked by the same checks. What happens in between is the other test's.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#lib/system/actor.ts'
import type { On } from '#lib/testing/attacks.ts'
import { type BulkStage, bulkStage } from '#lib/testing/bulks.ts'
import type { BulkRequest } from './bulk.ts'

let bulks: BulkStage
let foreigner: Actor
beforeAll(async () => {
  bulks = await bulkStage()
  foreigner = await bulks.build.person({ email: 'fr@test.org', role: 'editor', economies: ['FR'] })
})
afterAll(() => bulks?.close())

const sentenceOf = async (work: Promise<unknown>) =>
  work.then(
    () => '',
    (error: Error) => error.message,
  )

describe('W5 a mixed selection: each has the result of the single command, in its words', () => {
  test('submit: drafts and returned ones are submitted; others are refused in the plan already, as one would be', async () => {
    const { submit } = await import('#lib/review/commands/submit.ts')
    const { build, cast, editor } = bulks
    const draft = await bulks.begun()
    const returned = await build.returned(cast, await bulks.begun(), 'Name it.')
    const incomplete = await bulks.begun({ coverage: '', description: '' })
    const inReview = await build.submitted(editor, await bulks.begun())
    const text = await bulks.published()
    const list = [draft, returned, incomplete, inReview, text]
    const bulk = await bulks.plan(editor, { deed: 'submit' }, list)
    const single = await Promise.all(
      [incomplete, inReview, text].map(async (on) =>
        sentenceOf(submit(editor, { ...on, basedOn: (await bulks.headOf(await bulks.idOf(on))).number })),
      ),
    )
    expect(single.every((sentence) => sentence !== '')).toBe(true)
    expect((await bulks.resultsOf(bulk)).slice(2)).toEqual(
      [incomplete, inReview, text].map(({ ref }, index) => ({ ref, state: 'refused', said: single[index] })),
    )
    expect([await bulks.stateOf(draft), await bulks.stateOf(returned)]).toEqual(['draft', 'returned'])

    await bulks.commands.beginBulk(editor, { bulk })
    await bulks.run(bulk)
    expect((await bulks.resultsOf(bulk)).map(({ state }) => state)).toEqual(['done', 'done', 'refused', 'refused', 'refused'])
    expect(await Promise.all(list.map(bulks.stateOf))).toEqual(['in_review', 'in_review', 'draft', 'in_review', 'published'])
    expect(await bulks.entriesOf(draft, 'version.submitted')).toEqual([{ actor_name: editor.name }])
    expect((await bulks.queries.bulkOf(editor, bulk)).state).toBe('done')
  })

  test('economies that are not one’s own are refused one by one, for every deed', async () => {
    const { build, cast, administrator } = bulks
    const own = await bulks.begun({}, 'FR')
    const other = await bulks.begun()
    const pair = [await bulks.published('FR'), await bulks.published()]
    const deeds: [BulkRequest, On[]][] = [
      [{ deed: 'submit' }, [own, other]],
      [{ deed: 'assign', personId: administrator.id }, [await bulks.begun({}, 'FR'), other]],
      [{ deed: 'request_withdrawal', reason: 'Wrong.' }, pair],
      [
        { deed: 'move', subPillar: '8.3', reason: 'It belongs there.' },
        [await build.published(cast, await bulks.begun({}, 'FR')), await bulks.published()],
      ],
    ]
    for (const [request, list] of deeds) {
      const results = await bulks.resultsOf(await bulks.done(foreigner, request, list))
      expect(
        results.map(({ state }) => state),
        request.deed,
      ).toEqual(['done', 'refused'])
      expect(results[1]?.said).toContain('KZ is not one of them')
    }
  })

  test('reassign: one person is responsible from then on, who works on that economy', async () => {
    const { editor, reviewer } = bulks
    const mine = await bulks.begun()
    const text = await bulks.published()
    const bulk = await bulks.done(editor, { deed: 'assign', personId: reviewer.id }, [mine, text])
    expect((await bulks.resultsOf(bulk)).map(({ state }) => state)).toEqual(['done', 'refused'])
    const { deskMeasures, myDrafts } = await import('#lib/measures/list-queries.ts')
    const { items } = await deskMeasures(editor, { responsible: reviewer.id })
    expect(items).toMatchObject([{ ref: mine.ref, responsible: reviewer.name, author: editor.name }])
    expect((await myDrafts(reviewer)).map(({ ref }) => ref)).toContain(mine.ref)
    expect((await myDrafts(editor)).map(({ ref }) => ref)).not.toContain(mine.ref)
    const toForeigner = await bulks.plan(editor, { deed: 'assign', personId: foreigner.id }, [mine])
    expect((await bulks.resultsOf(toForeigner))[0]).toMatchObject({ state: 'refused', said: 'fr does not work on Kazakhstan.' })
  })

  test('W4 withdrawals need two people as well: who asked for them confirms none', async () => {
    const { editor, reviewer } = bulks
    const [first, second, draft] = [await bulks.published(), await bulks.published(), await bulks.begun()]
    const bulk = await bulks.done(reviewer, { deed: 'request_withdrawal', reason: 'The act was annulled.' }, [first, draft])
    expect((await bulks.resultsOf(bulk)).map(({ state }) => state)).toEqual(['done', 'refused'])
    await bulks.done(editor, { deed: 'request_withdrawal', reason: 'A duplicate.' }, [second])
    expect([await bulks.stateOf(first), await bulks.stateOf(second)]).toEqual(['published', 'published'])

    const byAsker = await bulks.resultsOf(await bulks.done(reviewer, { deed: 'confirm_withdrawal' }, [first, second, draft]))
    expect(byAsker.map(({ state }) => state)).toEqual(['refused', 'done', 'refused'])
    expect(byAsker[0]?.said).toBe('You asked for this withdrawal, so somebody else has to confirm it.')
    expect([await bulks.stateOf(first), await bulks.stateOf(second)]).toEqual(['published', 'withdrawn'])
    const byEditor = await bulks.resultsOf(await bulks.plan(editor, { deed: 'confirm_withdrawal' }, [first]))
    expect(byEditor[0]).toMatchObject({ state: 'refused', said: 'Only a reviewer or an administrator may decide withdrawal.' })
  })

  test('L4 a move makes drafts and nothing public: a reclassification with its note, or the open draft under its new place', async () => {
    const { editor, build } = bulks
    const { loadVersion } = await import('#lib/measures/queries.ts')
    const { deskDb } = await import('#lib/system/db.ts')
    const [text, draft, there, inReview] = [
      await bulks.published(),
      await bulks.begun(),
      await bulks.begun({ subPillar: '8.3' }),
      await build.submitted(editor, await bulks.begun()),
    ]
    const { ref } = await bulks.published()
    const amendment = await build.amendment(editor, ref, build.contentWith({ changeKind: 'amendment', changeNote: 'The law changed.' }))
    const before = (await bulks.world.query('SELECT count(*), max(published_at) FROM published.version')).rows
    const list = [text, draft, there, inReview, amendment]
    const results = await bulks.resultsOf(await bulks.done(editor, { deed: 'move', subPillar: '8.3', reason: 'It belongs there.' }, list))
    expect(results.map(({ state }) => state)).toEqual(['done', 'done', 'refused', 'refused', 'done'])
    expect((await bulks.world.query('SELECT count(*), max(published_at) FROM published.version')).rows).toEqual(before)
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

  test('all that it needs is asked for at once, each with its field', async () => {
    const { planBulk } = bulks.commands
    await expect(planBulk(bulks.editor, { request: { deed: 'move', subPillar: '', reason: ' ' }, refs: [] })).rejects.toMatchObject({
      issues: [{ path: 'refs' }, { path: 'subPillar' }, { path: 'reason' }],
    })
    await expect(planBulk(bulks.editor, { request: { deed: 'assign', personId: 0 }, refs: ['KZ-9999'] })).rejects.toMatchObject({
      issues: [{ path: 'refs' }, { path: 'personId' }],
    })
  })

  test.each<[string, BulkRequest]>([
    ['nobody', { deed: 'assign', personId: 999_999 }],
    ['no reason', { deed: 'request_withdrawal', reason: ' ' }],
    ['no such place', { deed: 'move', subPillar: '99.9', reason: 'x' }],
    ['no note', { deed: 'move', subPillar: '8.3', reason: '' }],
  ])('what the deed needs is asked for before any plan: %s', async (_, request) => {
    await expect(bulks.plan(bulks.editor, request, [await bulks.begun()])).rejects.toMatchObject({ name: 'Invalid' })
    await expect(bulks.commands.planBulk(bulks.editor, { request: { deed: 'submit' }, refs: ['KZ-9999', "'"] })).rejects.toThrow(
      'Choose at least one',
    )
    const many = Array.from({ length: 1001 }, (_, n) => `KZ-${String(n).padStart(4, '0')}`)
    await expect(bulks.commands.planBulk(bulks.editor, { request: { deed: 'submit' }, refs: many })).rejects.toThrow('At most 1,000')
  })
})
