// A law change from its proposal to the settled impacts, by the commands: who may, what follows, and what readers are told meanwhile.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#lib/system/actor.ts'
import { type Attacks, underAttack } from '#lib/testing/attacks.ts'

let stage: Attacks
let commands: typeof import('./commands/decide-law-change.ts') &
  typeof import('./commands/start-update.ts') &
  typeof import('./commands/say-not-affected.ts') &
  typeof import('./commands/check-not-affected.ts') &
  typeof import('./commands/confirm-commencement.ts')
let load: typeof import('#lib/measures/queries.ts').loadVersion
let db: typeof import('#lib/system/db.ts').deskDb

beforeAll(async () => {
  stage = await underAttack()
  commands = {
    ...(await import('./commands/decide-law-change.ts')),
    ...(await import('./commands/start-update.ts')),
    ...(await import('./commands/say-not-affected.ts')),
    ...(await import('./commands/check-not-affected.ts')),
    ...(await import('./commands/confirm-commencement.ts')),
  }
  load = (await import('#lib/measures/queries.ts')).loadVersion
  db = (await import('#lib/system/db.ts')).deskDb
})
afterAll(() => stage?.close())

const statement = 'Since July 2004, as amended in 2016, last amended in September 2022'
let titles = 0

/** An act of the register and published measures that cite it, one for each economy. */
async function cited(...economies: string[]) {
  const { build, cast, editor } = stage
  const title = `Law on Communications ${++titles}`
  const act = await build.registered(editor, 'KZ', title, statement)
  const refs: string[] = []
  for (const economy of economies) {
    const content = build.contentWith({ bases: [build.citing('a', act, title, statement)] })
    refs.push((await build.published(cast, await build.draft(editor, economy, content))).ref)
  }
  return { act, title, refs }
}
const impactsOf = async (lawChangeId: number) =>
  (
    await stage.app.query(
      'SELECT i.*, m.ref, i.due_on::text AS due FROM impact i JOIN measure m ON m.id = i.measure_id WHERE law_change_id = $1 ORDER BY m.ref',
      [lawChangeId],
    )
  ).rows

describe('confirmation', () => {
  test('adds the event to the act and opens one impact for each measure that cites it in its published text', async () => {
    const { build, cast, editor } = stage
    const { act, refs } = await cited('KZ', 'DE')
    await build.draft(editor, 'KZ', build.contentWith({ bases: [build.citing('a', act, 'x', statement)] }))
    const id = await build.confirmedLawChange(cast, act, { date: 'Sept 2025' }, build.at('2026-01-10T09:00:00Z'))
    const impacts = await impactsOf(id)
    expect(impacts.map(({ ref }) => ref)).toEqual(refs.toSorted())
    expect(impacts[0]).toMatchObject({ person_id: editor.id, due: '2026-02-09', settled_at: null })
    const events = await stage.app.query(
      'SELECT e.kind, date, latest, source_title FROM act_event e JOIN act a ON a.id = e.act_id WHERE a.ref = $1 ORDER BY position',
      [act],
    )
    expect(events.rows).toEqual([
      { kind: 'since', date: '2004-07', latest: false, source_title: '' },
      { kind: 'amended', date: '2016', latest: false, source_title: '' },
      { kind: 'amended', date: '2022-09', latest: false, source_title: '' },
      { kind: 'amended', date: '2025-09', latest: true, source_title: 'Official Gazette' },
    ])
  })
  test('reaches those too that cite an act which was merged into this one', async () => {
    const { build, cast } = stage
    const [old, kept] = [await cited('KZ'), await cited('DE')]
    await stage.app.query('UPDATE act SET merged_into_id = (SELECT id FROM act WHERE ref = $2) WHERE ref = $1', [old.act, kept.act])
    const id = await build.confirmedLawChange(cast, kept.act)
    expect((await impactsOf(id)).map(({ ref }) => ref)).toEqual([...old.refs, ...kept.refs].toSorted())
  })
  test('W1 not by who proposed it, not by an editor, not twice; who proposed it may take it back', async () => {
    const { build, editor, reviewer, administrator } = stage
    const { act } = await cited('KZ')
    const id = await build.lawChange(reviewer, act)
    const confirm = { id, confirm: true }
    await expect(commands.decideLawChange(reviewer, confirm)).rejects.toThrow(/somebody else has to confirm/)
    await expect(commands.decideLawChange(editor, confirm)).rejects.toThrow(/Only a reviewer/)
    await expect(commands.decideLawChange(administrator, { id, confirm: false })).rejects.toThrow(/why it is declined/)
    await commands.decideLawChange(reviewer, { id, confirm: false })
    await expect(commands.decideLawChange(administrator, confirm)).rejects.toThrow(/declined this law change already/)
    expect(await impactsOf(id)).toEqual([])
  })
  test('two people confirm at once: one wins, no impact is doubled', async () => {
    const { build, editor, reviewer, administrator } = stage
    const { act } = await cited('KZ')
    const id = await build.lawChange(editor, act)
    const results = await Promise.allSettled([reviewer, administrator].map((by) => commands.decideLawChange(by, { id, confirm: true })))
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(await impactsOf(id)).toHaveLength(1)
  })
  test('the same law change is not recorded twice', async () => {
    const { build, editor, cast } = stage
    const { act } = await cited('KZ')
    await build.confirmedLawChange(cast, act)
    await expect(build.lawChange(editor, act)).rejects.toThrow(/recorded this law change already/)
  })
  test('of a union’s act is proposed by who may keep it: not by an editor of one member', async () => {
    const { build, reviewer } = stage
    const act = await build.registered(reviewer, '', 'Treaty on Customs', 'Since 2015', { union: 'EEU' })
    const kazakh = await build.person({ email: 'kazakh@test.org', economies: ['KZ'] })
    await expect(build.lawChange(kazakh, act)).rejects.toThrow('Only a reviewer or an administrator may keep acts of a union')
    expect(await build.lawChange(reviewer, act)).toBeGreaterThan(0)
  })
})

describe('an impact', () => {
  async function oneImpact() {
    const { act, title, refs } = await cited('KZ')
    const id = await stage.build.confirmedLawChange(stage.cast, act, { note: 'Blocking needs a court order.' })
    const [impact] = await impactsOf(id)
    return { lawChangeId: id, impactId: impact.id as number, ref: refs[0] ?? '', title }
  }
  test('is updated: the next version has the timeline rewritten, and settles it when it is published', async () => {
    const { build, cast, editor } = stage
    const { impactId, ref, lawChangeId } = await oneImpact()
    const on = await commands.startUpdate(editor, { impactId })
    expect(on).toEqual({ ref, version: 2 })
    const { content } = (await load(db(), ref, 2)).head
    expect(content).toMatchObject({ changeKind: 'amendment', changeNote: 'Blocking needs a court order.' })
    const [basis] = content.bases
    expect(basis && 'events' in basis && basis.events.slice(-2)).toEqual([
      { kind: 'amended', date: '2022-09' },
      { kind: 'amended', date: '2025', latest: true },
    ])
    await expect(commands.sayNotAffected(editor, { impactId, reason: 'x' })).rejects.toThrow(/being settled by a new version/)
    await build.approved(cast, on)
    expect((await impactsOf(lawChangeId))[0].settled_at).toBeNull()
    const { publish } = await import('#lib/review/commands/publish.ts')
    await publish(stage.reviewer, { ...on, digest: (await load(db(), ref, 2)).head.digest })
    expect((await impactsOf(lawChangeId))[0]).toMatchObject({ outcome: 'updated' })
  })
  test('is open again when the draft is discarded; a draft that is open already takes the rewriting', async () => {
    const { build, editor } = stage
    const { impactId, ref } = await oneImpact()
    const { discardDraft } = await import('#lib/measures/commands/discard-draft.ts')
    await commands.startUpdate(editor, { impactId })
    await discardDraft(editor, { ref, version: 2, basedOn: 2 })
    const theirs = await build.amendment(stage.reviewer, ref, build.contentWith({ changeKind: 'editorial', changeNote: 'Said plainly.' }))
    expect(await commands.startUpdate(editor, { impactId })).toEqual(theirs)
    const { head, authorIds } = await load(db(), ref, theirs.version)
    expect(head.content.changeNote).toBe('Said plainly.\n\nBlocking needs a court order.')
    expect(authorIds).toContain(editor.id)
  })
  test('is refused an update while its open version is in review', async () => {
    const { build, editor } = stage
    const { impactId, ref } = await oneImpact()
    const change = { changeKind: 'editorial', changeNote: 'x' } as const
    await build.submitted(editor, await build.amendment(editor, ref, build.contentWith(change)))
    await expect(commands.startUpdate(editor, { impactId })).rejects.toThrow(/is in review: it has to be published or taken back first/)
  })
  test('is not affected: said by one with a reason, checked by another', async () => {
    const { editor, reviewer, administrator } = stage
    const { impactId, lawChangeId } = await oneImpact()
    await expect(commands.sayNotAffected(reviewer, { impactId, reason: ' ' })).rejects.toThrow(/Say why/)
    await commands.sayNotAffected(reviewer, { impactId, reason: 'It concerns television only.' })
    const answerId = (await stage.app.query('SELECT max(id) AS id FROM impact_answer WHERE impact_id = $1', [impactId])).rows[0].id
    const check = { impactId, answerId, accept: true }
    await expect(commands.checkNotAffected(reviewer, check)).rejects.toThrow(/somebody else has to check/)
    await expect(commands.checkNotAffected(editor, check)).rejects.toThrow(/Only a reviewer/)
    await commands.checkNotAffected(administrator, check)
    expect((await impactsOf(lawChangeId))[0]).toMatchObject({ outcome: 'not_affected', person_id: reviewer.id })
    await expect(commands.startUpdate(editor, { impactId })).rejects.toThrow(/settled as not affected already/)
  })
  test('is open again when the “not affected” is declined, and an answer that nobody read is not accepted', async () => {
    const { editor, administrator } = stage
    const { impactId } = await oneImpact()
    const newest = async () =>
      (await stage.app.query('SELECT max(id) AS id FROM impact_answer WHERE impact_id = $1', [impactId])).rows[0].id
    await commands.sayNotAffected(editor, { impactId, reason: 'First.' })
    const first = await newest()
    await commands.checkNotAffected(administrator, { impactId, answerId: first, accept: false, reason: 'It names operators, too.' })
    await commands.sayNotAffected(editor, { impactId, reason: 'Second.' })
    await expect(commands.checkNotAffected(administrator, { impactId, answerId: first, accept: true })).rejects.toThrow(/another answer/)
  })
  test('is given to somebody who works on the economy, again and again while it is open; who answers takes it back', async () => {
    const { build, editor, reviewer } = stage
    const { impactId, ref, lawChangeId } = await oneImpact()
    const { assignImpact } = await import('./commands/assign-impact.ts')
    const foreigner = await build.person({ email: `german${impactId}@test.org`, role: 'editor', economies: ['DE'] })
    const give = (by: Actor, to: { id: number }) => assignImpact(by, { impactId, personId: to.id })
    await expect(give(editor, foreigner)).rejects.toThrow(/does not work on Kazakhstan/)
    await expect(give(foreigner, reviewer)).rejects.toThrow(/KZ is not one of them/)
    await expect(give(editor, { id: 0 })).rejects.toThrow(/Choose who takes it/)
    await expect(give(editor, editor)).rejects.toThrow(/already/)
    expect(await give(editor, reviewer)).toEqual({ to: reviewer.name })
    expect((await impactsOf(lawChangeId))[0].person_id).toBe(reviewer.id)
    const entry = `SELECT actor_name AS by, details ->> 'from' AS from, details ->> 'to' AS to FROM audit_entry WHERE action = 'impact.assigned' AND measure_ref = $1`
    expect((await stage.app.query(entry, [ref])).rows).toEqual([{ by: editor.name, from: editor.name, to: reviewer.name }])
    await commands.sayNotAffected(editor, { impactId, reason: 'Television only.' })
    expect((await impactsOf(lawChangeId))[0].person_id).toBe(editor.id)
    const { rows } = await stage.app.query('SELECT max(id) AS id FROM impact_answer WHERE impact_id = $1', [impactId])
    await commands.checkNotAffected(reviewer, { impactId, answerId: rows[0].id, accept: true })
    await expect(give(editor, reviewer)).rejects.toThrow(/settled already/)
  })
  test('in a foreign economy is not settled', async () => {
    const { impactId } = await oneImpact()
    const foreigner = await stage.build.person({ email: `foreign${impactId}@test.org`, role: 'administrator', economies: ['DE'] })
    await expect(commands.startUpdate(foreigner, { impactId })).rejects.toThrow(/KZ is not one of them/)
    await expect(commands.sayNotAffected(foreigner, { impactId, reason: 'x' })).rejects.toThrow(/KZ is not one of them/)
  })
})

describe('enacted, not yet in force', () => {
  const on = (day: string) => stage.build.at(`${day}T08:00:00Z`)
  test('on the day a person confirms the commencement, not before and not twice', async () => {
    const { build, cast, editor, reviewer } = stage
    const { act } = await cited('KZ')
    const future = { kind: 'entry into force', date: 'March 2027', notYetInForce: true } as const
    const id = await build.confirmedLawChange(cast, act, future, on('2026-12-01'))
    const { awaitedCommencements } = await import('./awaited-queries.ts')
    const awaited = async (day: string) => (await awaitedCommencements(editor, day)).map((one) => [one.id, one.name])
    expect(await awaited('2027-02-28')).toEqual([])
    expect(await awaited('2027-03-01')).toEqual([[id, 'Entry into force of March 2027']])
    await expect(commands.confirmCommencement(editor, { id, began: true }, on('2027-02-28'))).rejects.toThrow(/March 2027/)
    await expect(commands.confirmCommencement(editor, { id, began: false }, on('2027-03-01'))).rejects.toThrow(/what happened instead/)
    await commands.confirmCommencement(editor, { id, began: true }, on('2027-03-01'))
    await expect(commands.confirmCommencement(reviewer, { id, began: true }, on('2027-03-02'))).rejects.toThrow(
      /recorded this commencement/,
    )
    expect(await awaited('2027-03-02')).toEqual([])
    const kept = await stage.app.query('SELECT began, recorder_name AS by, created_at AS at FROM commencement WHERE law_change_id = $1', [
      id,
    ])
    expect(kept.rows).toEqual([{ began: true, by: editor.name, at: new Date('2027-03-01T08:00:00Z') }])
  })
})
