// The public changes: each publication and withdrawal once, a release as one, newest first, and no law change before it is confirmed.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Attacks, underAttack } from '#lib/testing/attacks.ts'

let stage: Attacks
let listChanges: typeof import('./change-queries.ts').listChanges
let getMeasure: typeof import('./queries.ts').getMeasure

beforeAll(async () => {
  stage = await underAttack()
  ;({ listChanges } = await import('./change-queries.ts'))
  ;({ getMeasure } = await import('./queries.ts'))
})
afterAll(() => stage?.close())

const statement = 'Since July 2004'

test('a release is one entry with one note, and its versions are told nowhere else', async () => {
  const { build, cast, editor, reviewer } = stage
  const { startUpdate } = await import('#lib/law-changes/commands/start-update.ts')
  const { publishRelease } = await import('#lib/review/commands/publish-release.ts')
  const act = await build.registered(editor, 'KZ', 'Law on Communications', statement)
  const content = build.contentWith({ bases: [build.citing('a', act, 'Law on Communications', statement)] })
  for (const economy of ['DE', 'KZ']) await build.published(cast, await build.draft(editor, economy, content))
  const lawChangeId = await build.confirmedLawChange(cast, act, { date: 'September 2025', note: 'Blocking needs a court order.' })
  const impacts = (await stage.app.query('SELECT id FROM impact ORDER BY id')).rows
  const items = []
  for (const { id } of impacts) {
    const on = await build.approved(cast, await startUpdate(editor, { impactId: id }))
    items.push({ ...on, digest: (await stage.headOf(await stage.idOf(on))).digest })
  }
  await publishRelease(reviewer, { lawChangeId, items })
  const { items: found, total } = await listChanges({ page: 1 })
  expect(total).toBe(3)
  expect(found[0]).toMatchObject({
    is: 'release',
    actRef: act,
    change: 'Amendment of September 2025',
    note: 'Blocking needs a court order.',
    measures: [
      { ref: 'DE-0001', number: 2, economy: 'Germany' },
      { ref: 'KZ-0001', number: 2, economy: 'Kazakhstan' },
    ],
  })
  expect(found.slice(1).map((change) => change.is === 'publication' && `${change.measure.ref} ${change.measure.number}`)).toEqual([
    'KZ-0001 1',
    'DE-0001 1',
  ])
  expect((await listChanges({ kind: 'release', page: 1 })).total).toBe(1)
  // What a release amended is an amendment too, told where it was published.
  expect(await listChanges({ kind: 'amendment' })).toMatchObject({
    total: 1,
    items: [{ is: 'release', measures: [{ ref: 'DE-0001' }, { ref: 'KZ-0001' }] }],
  })
  expect((await listChanges({ kind: 'amendment', economy: 'DE' })).items).toMatchObject([
    { is: 'release', of: 2, measures: [{ ref: 'DE-0001' }] },
  ])
  expect((await listChanges({ kind: 'correction' })).total).toBe(0)
})

test('a withdrawal is told with its reason; a page past the end is empty', async () => {
  const { build, cast, editor, reviewer } = stage
  const { requestWithdrawal } = await import('#lib/review/commands/request-withdrawal.ts')
  const { decideWithdrawal } = await import('#lib/review/commands/decide-withdrawal.ts')
  const on = await build.published(cast, await build.draft(editor, 'KZ', build.contentWith()))
  await requestWithdrawal(editor, { ...on, reason: 'Entered twice.' })
  await decideWithdrawal(reviewer, { ...on, confirm: true })
  const { items, total } = await listChanges({ kind: 'withdrawal', page: 1 })
  expect(total).toBe(1)
  expect(items).toMatchObject([{ is: 'withdrawal', reason: 'Entered twice.', measure: { ref: on.ref } }])
  expect((await listChanges({ page: 999_999 })).items).toEqual([])
})

test('each change says in words what differs, and none after a withdrawal', async () => {
  const { build, cast, editor, reviewer } = stage
  const content = build.contentWith({ bases: [build.act('a', 'Law on Radio', 'Since July 2004')] })
  const { ref } = await build.published(cast, await build.draft(editor, 'KZ', content))
  const bases = [build.act('a', 'Law on Radio', 'Since July 2004, entry into force in May 2018')]
  const next = { ...content, bases, changeKind: 'correction' as const, changeNote: 'We had missed it.' }
  await build.published(cast, await build.amendment(editor, ref, next))
  const words = async () =>
    (await listChanges({ measure: ref })).items.map((change) => [change.is, change.is !== 'release' && change.measure.words])
  expect(await words()).toEqual([
    ['publication', ['Entry into force added: May 2018']],
    ['publication', []],
  ])
  const { requestWithdrawal } = await import('#lib/review/commands/request-withdrawal.ts')
  const { decideWithdrawal } = await import('#lib/review/commands/decide-withdrawal.ts')
  await requestWithdrawal(editor, { ref, version: 2, reason: 'Entered twice.' })
  await decideWithdrawal(reviewer, { ref, version: 2, confirm: true })
  expect(await words()).toEqual([
    ['withdrawal', []],
    ['publication', []],
    ['publication', []],
  ])
})

test('changes of an economy, a pillar, an act, a measure and a kind are those and no others', async () => {
  const act = (await stage.world.query('SELECT ref FROM published.act')).rows[0].ref
  const all = (await listChanges({ perPage: 100 })).items
  const measures = (changes: typeof all) =>
    changes.flatMap((change) => (change.is === 'release' ? change.measures : [change.measure])).map(({ ref, number }) => `${ref} ${number}`)
  const told = async (asked: Parameters<typeof listChanges>[0]) => measures((await listChanges({ perPage: 100, ...asked })).items)
  expect(await told({ economy: 'DE' })).toEqual(['DE-0001 2', 'DE-0001 1'])
  expect((await listChanges({ economy: 'DE' })).items[0]).toMatchObject({ is: 'release', of: 2, measures: [{ ref: 'DE-0001' }] })
  expect(await told({ pillar: 8 })).toEqual(measures(all))
  expect(await told({ pillar: 9 })).toEqual([])
  expect(await told({ act })).toEqual(['DE-0001 2', 'KZ-0001 2', 'KZ-0001 1', 'DE-0001 1'])
  expect(await told({ act: 'ACT-9999' })).toEqual([])
  expect(await told({ measure: 'KZ-0001' })).toEqual(['KZ-0001 2', 'KZ-0001 1'])
  expect((await listChanges({ kind: 'correction' })).items).toMatchObject([{ measure: { changeKind: 'correction' } }])
  expect(measures(all).length).toBe(
    (await told({ kind: 'first' })).length +
      (await told({ kind: 'release' })).length +
      (await told({ kind: 'correction' })).length +
      (await told({ kind: 'withdrawal' })).length,
  )
})

test('walking from place to place meets every change once, whatever is published meanwhile', async () => {
  const all = (await listChanges({ perPage: 100 })).items.map(({ key }) => key)
  const walked: string[] = []
  let after: { at: string; key: string } | undefined
  do {
    const { items, more } = await listChanges({ perPage: 2, ...(after ? { after } : {}) })
    walked.push(...items.map(({ key }) => key))
    if (walked.length === 2) await stage.build.published(stage.cast, await stage.build.draft(stage.editor, 'FR', stage.build.contentWith()))
    after = more ? items.at(-1) : undefined
  } while (after)
  expect(walked).toEqual(all)
  expect(new Set(all).size).toBe(all.length)
})

test('L6 L9 a law change is public when a second person confirmed it, and never who proposed it or why', async () => {
  const { build, cast, editor, reviewer } = stage
  const act = await build.registered(editor, 'KZ', 'Law on Trunk Networks', statement)
  const content = build.contentWith({ bases: [build.citing('a', act, 'Law on Trunk Networks', statement)] })
  const { ref } = await build.published(cast, await build.draft(editor, 'KZ', content))
  const canary = 'canary-7f3a'
  const id = await build.lawChange(editor, act, { note: canary, amendingAct: canary, sourceTitle: canary })
  const told = async () => JSON.stringify([await getMeasure(ref), await listChanges({ page: 1 })])
  expect(await told()).not.toMatch(/is being reviewed|canary/)
  const { decideLawChange } = await import('#lib/law-changes/commands/decide-law-change.ts')
  await decideLawChange(reviewer, { id, confirm: true })
  expect(await told()).toMatch(/A change of Law on Trunk Networks of 2025 is being reviewed/)
  expect(await told()).not.toMatch(/canary/)
  process.env.SHOW_REVIEW_NOTICES = '0'
  expect((await getMeasure(ref))?.changesUnderReview).toEqual([])
  delete process.env.SHOW_REVIEW_NOTICES
  expect((await getMeasure(ref))?.changesUnderReview).toHaveLength(1)
})
