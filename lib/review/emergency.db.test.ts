// Publication in an emergency and its approval afterwards by commands: who may, what readers are told, and what happens at once.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Attacks, type On, underAttack } from '#lib/testing/attacks.ts'
import { everyCheck } from './checklist.ts'

let stage: Attacks
let publishInEmergency: typeof import('./commands/publish-in-emergency.ts').publishInEmergency
let approveAfterwards: typeof import('./commands/approve-afterwards.ts').approveAfterwards
let waitingEmergencies: typeof import('./emergency-queries.ts').waitingEmergencies
let published: typeof import('#lib/published/queries.ts')
let second: Awaited<ReturnType<Attacks['build']['person']>>

beforeAll(async () => {
  stage = await underAttack()
  ;({ publishInEmergency } = await import('./commands/publish-in-emergency.ts'))
  ;({ approveAfterwards } = await import('./commands/approve-afterwards.ts'))
  ;({ waitingEmergencies } = await import('./emergency-queries.ts'))
  published = await import('#lib/published/queries.ts')
  second = await stage.build.person({ email: 'second@test.org', role: 'reviewer' })
})
afterAll(() => stage?.close())

const reason = 'A court stopped the law that it tells of.'
const begun = () => stage.build.draft(stage.editor, 'KZ', stage.build.contentWith())
const seen = async (on: On) => ({ ...on, digest: (await stage.headOf(await stage.idOf(on))).digest })
const asked = async (on: On) => ({ ...(await seen(on)), reason, confirmed: on.ref })
const approval = async (on: On) => ({ ...(await seen(on)), checked: everyCheck })
const waitingRefs = async () => (await waitingEmergencies(stage.reviewer)).map(({ ref, number }) => `${ref} ${number}`)

test.each(['draft', 'in_review'] as const)(
  'from %s, readers are told so until a second person approves it, and by whom afterwards',
  async (from) => {
    const on = from === 'draft' ? await begun() : await stage.build.submitted(stage.editor, await begun())
    const edition = async () => Number((await stage.app.query('SELECT number FROM published.edition')).rows[0].number)
    await publishInEmergency(stage.administrator, await asked(on))
    const waiting = { publishedBy: 'administrator', reason, approved: null }
    expect((await published.getMeasure(on.ref))?.version).toMatchObject({ approvedBy: '', emergency: waiting })
    expect((await published.listVersions(on.ref))?.items[0]?.emergency).toEqual(waiting)
    expect(await waitingRefs()).toContain(`${on.ref} 1`)
    const before = await edition()
    await approveAfterwards(stage.reviewer, await approval(on))
    expect(await edition(), 'answers that are kept are made anew').toBeGreaterThan(before)
    expect((await published.getMeasure(on.ref))?.version).toMatchObject({
      approvedBy: 'reviewer',
      emergency: { ...waiting, approved: { at: expect.stringMatching(/^2\d{3}-\d\d-\d\dT[\d:.]+Z$/), by: 'reviewer' } },
    })
    expect(await waitingRefs()).not.toContain(`${on.ref} 1`)
  },
)

test('W1 an editor and a reviewer are refused, an administrator of another economy too', async () => {
  const foreign = await stage.build.person({ email: 'foreign@test.org', role: 'administrator', economies: ['DE'] })
  const on = await begun()
  for (const by of [stage.editor, stage.reviewer])
    await expect(publishInEmergency(by, await asked(on))).rejects.toThrow('Only an administrator may publish in an emergency.')
  await expect(publishInEmergency(foreign, await asked(on))).rejects.toThrow(/KZ is not one of them/)
})

test('W5 what a submission refuses is refused, with the same words', async () => {
  const { submit } = await import('./commands/submit.ts')
  const on = await stage.build.draft(stage.editor, 'KZ', stage.build.contentWith({ description: '', coverage: '' }))
  const issuesOf = (work: Promise<unknown>) =>
    work.then(
      () => [],
      (error) => error.issues,
    )
  const refused = await issuesOf(publishInEmergency(stage.administrator, await asked(on)))
  expect(refused).not.toEqual([])
  expect(refused).toEqual(await issuesOf(submit(stage.editor, { ...on, basedOn: 2 })))
})

test('the reason says something and the confirmation names the measure', async () => {
  const on = await begun()
  await expect(publishInEmergency(stage.administrator, { ...(await asked(on)), reason: 'urgent' })).rejects.toMatchObject({
    issues: [{ path: 'reason' }],
  })
  await expect(publishInEmergency(stage.administrator, { ...(await asked(on)), confirmed: '' })).rejects.toMatchObject({
    issues: [{ path: 'confirmed' }],
  })
})

test('W2 a text that changed since it was read is not published', async () => {
  const on = await begun()
  const old = await asked(on)
  const { editDraft } = await import('#lib/measures/commands/edit-draft.ts')
  await editDraft(stage.editor, { ...on, basedOn: 2, content: stage.build.contentWith({ coverage: 'Other' }) })
  await expect(publishInEmergency(stage.administrator, old)).rejects.toThrow(/The text changed since/)
})

test('it overrules nobody who said no: what was returned as it is, and what must be settled', async () => {
  const on = await stage.build.returned(stage.cast, await begun(), 'Name the article.')
  await expect(publishInEmergency(stage.administrator, await asked(on))).rejects.toThrow(/A reviewer returned exactly this text/)
  const { editDraft } = await import('#lib/measures/commands/edit-draft.ts')
  const content = stage.build.contentWith({ description: 'Operators keep a register, by Article 4.' })
  await editDraft(stage.editor, { ...on, basedOn: 2, content })
  await publishInEmergency(stage.administrator, await asked(on))
  const { addComment } = await import('./commands/add-comment.ts')
  const open = await stage.build.submitted(stage.editor, await begun())
  await addComment(stage.reviewer, { ...open, revision: 2, field: 'description', quote: '', body: 'Which?', mustSettle: true })
  await expect(publishInEmergency(stage.administrator, await asked(open))).rejects.toThrow(/must be settled first/)
})

test('W3 who wrote or published it does not approve it, whatever their role', async () => {
  const on = await stage.build.emergency(stage.administrator, await begun())
  await expect(approveAfterwards(stage.administrator, await approval(on))).rejects.toThrow(/You published this version/)
  await expect(approveAfterwards(stage.editor, await approval(on))).rejects.toThrow(/Only a reviewer or an administrator/)
  const own = await stage.build.emergency(stage.administrator, await stage.build.draft(second, 'KZ', stage.build.contentWith()))
  await expect(approveAfterwards(second, await approval(own))).rejects.toThrow(/You wrote part of this version/)
  await expect(approveAfterwards(stage.reviewer, { ...(await approval(own)), checked: [] })).rejects.toThrow(/Not ticked/)
  const usual = await stage.build.published(stage.cast, await begun())
  await expect(approveAfterwards(second, await approval(usual))).rejects.toThrow(/was published with an approval/)
})

test('W7 of two who approve afterwards at once one wins, and the other is told who', async () => {
  for (let round = 0; round < 10; round++) {
    const input = await approval(await stage.build.emergency(stage.administrator, await begun()))
    const results = await Promise.allSettled([stage.reviewer, second].map((by) => approveAfterwards(by, input)))
    const lost = results.filter((result) => result.status === 'rejected')
    expect(lost).toHaveLength(1)
    expect(lost[0]?.reason.message).toMatch(/^(reviewer|second) approved it already\.$/)
  }
})

test('W7 an emergency and an approval at once: one of them wins, and no version is marked that was approved before', async () => {
  const { approve } = await import('./commands/approve.ts')
  for (let round = 0; round < 10; round++) {
    const on = await stage.build.submitted(stage.editor, await begun())
    const [urgent, usual] = [await asked(on), await approval(on)]
    const moves = [() => publishInEmergency(stage.administrator, urgent), () => approve(stage.reviewer, usual)]
    const results = await Promise.allSettled((round % 2 ? moves : moves.toReversed()).map((move) => move()))
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const result of results) if (result.status === 'rejected') expect(result.reason.name).toMatch(/^(Stale|NotAllowed)$/)
  }
})

test('a second emergency while one waits: both wait, oldest first, and each takes its own approval', async () => {
  const on = await stage.build.emergency(stage.administrator, await begun())
  const next = await stage.build.amendment(
    stage.editor,
    on.ref,
    stage.build.contentWith({ changeKind: 'correction', changeNote: 'It was wrong.', coverage: 'Two' }),
  )
  await stage.build.emergency(stage.administrator, next)
  const ours = async () => (await waitingRefs()).filter((one) => one.startsWith(on.ref))
  expect(await ours()).toEqual([`${on.ref} 1`, `${on.ref} 2`])
  await approveAfterwards(stage.reviewer, await approval(on))
  expect(await ours()).toEqual([`${on.ref} 2`])
  expect((await published.getVersion(on.ref, 1))?.version).toMatchObject({ state: 'superseded', approvedBy: 'reviewer' })
  expect((await published.getMeasure(on.ref))?.version.emergency?.approved).toBeNull()
})

test('superseded by an approved version, it waits no longer; what readers are told of it stays', async () => {
  const on = await stage.build.emergency(stage.administrator, await begun())
  const next = await stage.build.amendment(
    stage.editor,
    on.ref,
    stage.build.contentWith({ changeKind: 'correction', changeNote: 'It was wrong.', coverage: 'Two' }),
  )
  await stage.build.published(stage.cast, next)
  expect(await waitingRefs()).not.toContain(`${on.ref} 1`)
  expect((await published.getVersion(on.ref, 1))?.version.emergency).toMatchObject({ reason, approved: null })
  expect((await published.getMeasure(on.ref))?.version.emergency).toBeNull()
})

test('reviewers and administrators are told at once, and who published it of its approval', async () => {
  const on = await stage.build.emergency(stage.administrator, await begun())
  const toldOf = async (kind: string) =>
    (
      await stage.app.query(
        `SELECT p.email FROM notification n JOIN person p ON p.id = n.person_id WHERE n.kind = $1 AND n.news ->> 'ref' = $2 ORDER BY 1`,
        [kind, on.ref],
      )
    ).rows.map(({ email }) => email)
  expect(await toldOf('emergency')).toEqual(['foreign@test.org', 'reviewer@test.org', 'second@test.org'])
  await approveAfterwards(stage.reviewer, await approval(on))
  expect(await toldOf('approved')).toEqual(['administrator@test.org', 'editor@test.org'])
})
