// Whatever happens in the middle of a bulk, each of its items is done once or not at all, and by who may still do it.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { On } from '#lib/testing/attacks.ts'
import { type BulkStage, bulkStage } from '#lib/testing/bulks.ts'

let bulks: BulkStage
beforeAll(async () => {
  process.env.LOG_LEVEL = 'silent' // what fails here fails on purpose
  bulks = await bulkStage()
})
afterAll(() => bulks?.close())

describe('what happens in between', () => {
  let list: On[]
  beforeEach(async () => {
    list = [await bulks.begun(), await bulks.begun(), await bulks.begun()]
  })
  const [first, second, third] = [0, 1, 2].map((n) => () => list[n] as On) as [() => On, () => On, () => On]

  test('S4 one that was saved since the plan is refused as stale, and the others go on', async () => {
    const { editDraft } = await import('#lib/measures/commands/edit-draft.ts')
    const bulk = await bulks.plan(bulks.editor, { deed: 'submit' }, list)
    await editDraft(bulks.reviewer, { ...second(), basedOn: 2, content: bulks.build.contentWith({ coverage: 'Ports' }) })
    await bulks.commands.beginBulk(bulks.editor, { bulk })
    await bulks.run(bulk)
    expect((await bulks.resultsOf(bulk)).map(({ state, said }) => (state === 'done' ? state : said))).toEqual([
      'done',
      'reviewer saved this draft since you opened it.',
      'done',
    ])
    expect(await bulks.stateOf(second())).toBe('draft')

    const again = await bulks.commands.planBulk(bulks.editor, await bulks.queries.leftOver(bulks.editor, bulk))
    await bulks.commands.beginBulk(bulks.editor, again)
    await bulks.run(again.bulk)
    expect((await bulks.resultsOf(again.bulk)).map(({ ref, state }) => [ref, state])).toEqual([[second().ref, 'done']])
  })

  test('a request for withdrawal that was declined and made anew is another one: its confirmation is refused', async () => {
    const { requestWithdrawal } = await import('#lib/review/commands/request-withdrawal.ts')
    const { decideWithdrawal } = await import('#lib/review/commands/decide-withdrawal.ts')
    const on = await bulks.published()
    await requestWithdrawal(bulks.editor, { ...on, reason: 'A duplicate.' })
    const bulk = await bulks.plan(bulks.reviewer, { deed: 'confirm_withdrawal' }, [on])
    await decideWithdrawal(bulks.editor, { ...on, confirm: false })
    await requestWithdrawal(bulks.editor, { ...on, reason: 'Another reason.' })
    await bulks.commands.beginBulk(bulks.reviewer, { bulk })
    await bulks.run(bulk)
    expect((await bulks.resultsOf(bulk))[0]?.said).toMatch(/asked for again/)
    expect(await bulks.stateOf(on)).toBe('published')
  })

  test('W8 whoever is disabled or demoted meanwhile is refused from that item on', async () => {
    const { changePerson } = await import('#lib/accounts/commands/change-person.ts')
    const { requestWithdrawal } = await import('#lib/review/commands/request-withdrawal.ts')
    const { operator } = await import('#lib/system/actor.ts')
    const leaver = await bulks.build.person({ email: 'leaver@test.org', role: 'editor' })
    const bulk = await bulks.plan(leaver, { deed: 'submit' }, list)
    await bulks.commands.beginBulk(leaver, { bulk })
    await changePerson(operator, { email: leaver.email, change: { disable: true } })
    await bulks.run(bulk)
    expect(new Set((await bulks.resultsOf(bulk)).map(({ said }) => said))).toEqual(
      new Set(['The account that asked for this is disabled.']),
    )

    const demoted = await bulks.build.person({ email: 'demoted@test.org', role: 'reviewer' })
    const on = await bulks.published()
    await requestWithdrawal(bulks.editor, { ...on, reason: 'A duplicate.' })
    const second = await bulks.plan(demoted, { deed: 'confirm_withdrawal' }, [on])
    await bulks.commands.beginBulk(demoted, { bulk: second })
    await changePerson(operator, { email: demoted.email, change: { role: 'editor' } })
    await bulks.run(second)
    expect((await bulks.resultsOf(second))[0]).toMatchObject({
      state: 'refused',
      said: 'Only a reviewer or an administrator may decide withdrawal.',
    })
    expect(await bulks.stateOf(on)).toBe('published')
  })

  test('S3 two workers at the same time do each item once', async () => {
    list.push(await bulks.begun(), await bulks.begun(), await bulks.begun())
    const bulk = await bulks.plan(bulks.editor, { deed: 'assign', personId: bulks.reviewer.id }, list)
    await bulks.commands.beginBulk(bulks.editor, { bulk })
    await Promise.all([bulks.run(bulk), bulks.run(bulk), bulks.run(bulk)])
    expect(new Set((await bulks.resultsOf(bulk)).map(({ state }) => state))).toEqual(new Set(['done']))
    for (const on of list) expect(await bulks.entriesOf(on, 'version.assigned')).toHaveLength(1)
  })

  test('who saw a draft through is told who does now, and who gives their own away is not', async () => {
    const { assignVersion } = await import('#lib/measures/commands/assign-version.ts')
    await assignVersion(bulks.reviewer, { ...first(), personId: bulks.administrator.id, seen: bulks.editor.id })
    await assignVersion(bulks.editor, { ...second(), personId: bulks.administrator.id, seen: bulks.editor.id })
    const told = `SELECT person_id AS who, news ->> 'to' AS to FROM notification WHERE kind = 'assigned' AND news ->> 'ref' = $1 ORDER BY id`
    const { id: given, name } = bulks.administrator
    expect((await bulks.app.query(told, [first().ref])).rows).toEqual([
      { who: given, to: null },
      { who: bulks.editor.id, to: name },
    ])
    expect((await bulks.app.query(told, [second().ref])).rows).toEqual([{ who: given, to: null }])
  })

  test('S4 one that was given to somebody else since the plan is refused as stale, and stays theirs', async () => {
    const { assignVersion } = await import('#lib/measures/commands/assign-version.ts')
    const bulk = await bulks.plan(bulks.editor, { deed: 'assign', personId: bulks.reviewer.id }, list)
    await assignVersion(bulks.editor, { ...first(), personId: bulks.administrator.id, seen: bulks.editor.id })
    await bulks.commands.beginBulk(bulks.editor, { bulk })
    await bulks.run(bulk)
    const results = await bulks.resultsOf(bulk)
    expect(results.map(({ state }) => state)).toEqual(['refused', 'done', 'done'])
    expect(results[0]?.said).toBe('It was given to administrator since you looked.')
    expect(await bulks.entriesOf(first(), 'version.assigned')).toHaveLength(1)
  })

  test('stopped between two items, what is done stays done; gone on with, the rest is done', async () => {
    const { nextItem } = await import('./store.ts')
    const bulk = await bulks.plan(bulks.editor, { deed: 'submit' }, list)
    await bulks.commands.beginBulk(bulks.editor, { bulk })
    const { submit } = await import('#lib/review/commands/submit.ts')
    await submit(bulks.editor, { ...first(), basedOn: 2, item: (await nextItem(bulk))?.item })
    await bulks.commands.stopBulk(bulks.editor, { bulk })
    await bulks.worker.runBulk({ bulk })
    expect((await bulks.resultsOf(bulk)).map(({ state }) => state)).toEqual(['done', 'waiting', 'waiting'])
    expect([await bulks.stateOf(first()), await bulks.stateOf(third())]).toEqual(['in_review', 'draft'])
    await expect(bulks.commands.stopBulk(bulks.editor, { bulk })).rejects.toMatchObject({ name: 'Stale' })
    const { scheduler } = await import('#lib/system/actor.ts')
    await bulks.commands.stopBulk(scheduler, { bulk }) // whatever gave its work up is told nothing
    await bulks.commands.beginBulk(bulks.editor, { bulk })
    await bulks.run(bulk)
    expect((await bulks.resultsOf(bulk)).map(({ state }) => state)).toEqual(['done', 'done', 'done'])
    await expect(bulks.commands.beginBulk(bulks.editor, { bulk })).rejects.toMatchObject({ name: 'Stale' })
  })

  test('an item that is settled is not done again: the deed is undone with it', async () => {
    const { assignVersion } = await import('#lib/measures/commands/assign-version.ts')
    const bulk = await bulks.plan(bulks.editor, { deed: 'assign', personId: bulks.reviewer.id }, [first()])
    const { rows } = await bulks.app.query('SELECT id FROM bulk_item WHERE bulk_id = $1', [bulk])
    const item = rows[0].id
    const { settleUndone } = await import('./store.ts')
    await settleUndone(item, 'failed', 'Something went wrong.', new Date())
    const input = { ...first(), personId: bulks.reviewer.id, seen: bulks.editor.id, item }
    await expect(assignVersion(bulks.editor, input)).rejects.toThrow('settled already')
    expect(await bulks.entriesOf(first(), 'version.assigned')).toEqual([])
    expect(await bulks.attempt(["UPDATE bulk_item SET state = 'waiting', message = '' WHERE id = $1", [item]])).toMatch(/is settled/)
    expect(await bulks.attempt(['UPDATE bulk SET created_by_id = $1 WHERE id = $2', [bulks.reviewer.id, bulk]])).toMatch(/never changes/)
  })

  test('L7 nobody else sees a bulk, begins or stops it; an administrator sees and stops it', async () => {
    const bulk = await bulks.plan(bulks.editor, { deed: 'submit' }, list)
    await expect(bulks.queries.bulkOf(bulks.reviewer, bulk)).rejects.toThrow('There is no such bulk.')
    await expect(bulks.queries.leftOver(bulks.reviewer, bulk)).rejects.toThrow('There is no such bulk.')
    await expect(bulks.queries.bulkOf(bulks.editor, 999_999)).rejects.toThrow('There is no such bulk.')
    for (const actor of [bulks.reviewer, bulks.administrator])
      await expect(bulks.commands.beginBulk(actor, { bulk })).rejects.toThrow('There is no such bulk.')
    await bulks.commands.beginBulk(bulks.editor, { bulk })
    await expect(bulks.commands.stopBulk(bulks.reviewer, { bulk })).rejects.toThrow('There is no such bulk.')
    await bulks.commands.stopBulk(bulks.administrator, { bulk })
    expect((await bulks.queries.bulkOf(bulks.administrator, bulk)).mine).toBe(false)
    expect((await bulks.queries.myBulks(bulks.administrator)).map(({ id }) => id)).not.toContain(bulk)
  })
})
