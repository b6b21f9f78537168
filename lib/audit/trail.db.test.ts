// Every command leaves an entry: complete by listing the files, so that a new command fails here until its way is written down.

import { globSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { everyCheck } from '#lib/review/checklist.ts'
import { type Actor, operator } from '#lib/system/actor.ts'
import { type Attacks, type On, underAttack } from '#lib/testing/attacks.ts'
import { commentWays } from '#lib/testing/comment-ways.ts'
import { publicationWays } from '#lib/testing/publication-ways.ts'
import { describe as inWords } from './describe.ts'
import { auditEvent } from './entry.ts'

let stage: Attacks
beforeAll(async () => {
  stage = await underAttack()
})
afterAll(() => stage?.close())

const statement = 'Since July 2004'
let acts = 0
const registered = () => stage.build.registered(stage.administrator, 'KZ', `Law ${acts++} on Communications`, statement)
const begun = () => stage.build.draft(stage.editor, 'KZ', stage.build.contentWith())
const inReview = async () => stage.build.submitted(stage.editor, await begun())
const published = async () => stage.build.published(stage.cast, await begun())
const decision = async (on: On) => ({ ...on, digest: (await stage.headOf(await stage.idOf(on))).digest, checked: everyCheck })
/** A confirmed law change of an act that one published measure cites, and its impact. */
async function impact() {
  const act = await registered()
  const content = stage.build.contentWith({ bases: [stage.build.citing('a', act, 'Law', statement)] })
  const on = await stage.build.published(stage.cast, await stage.build.draft(stage.editor, 'KZ', content))
  const lawChangeId = await stage.build.confirmedLawChange(stage.cast, act)
  const { rows } = await stage.app.query('SELECT i.id FROM impact i WHERE i.law_change_id = $1', [lawChangeId])
  return { ref: on.ref, lawChangeId, impactId: rows[0].id as number }
}
const saidNotAffected = async () => {
  const one = await impact()
  const { sayNotAffected } = await import('#lib/law-changes/commands/say-not-affected.ts')
  await sayNotAffected(stage.editor, { impactId: one.impactId, reason: 'Another article.' })
  const { rows } = await stage.app.query('SELECT id FROM impact_answer WHERE impact_id = $1', [one.impactId])
  return { ...one, answerId: rows[0].id as number }
}

/** Who does it, what it is given, what the trail says of it, and the measure that it concerns. */
type Way = { actor: Actor; input: unknown; says: RegExp; ref?: string }
const by = (actor: Actor, input: unknown, says: RegExp, ref?: string): Way => ({ actor, input, says, ...(ref ? { ref } : {}) })
const bytes = (text: string) => new TextEncoder().encode(text)

/** An import of one measure whose act is certain and undecided. */
async function importedBasis() {
  const { readBatch } = await import('#lib/imports/commands/read-batch.ts')
  const title = `Law ${++acts} on Sextants`
  await stage.build.registered(stage.administrator, 'KZ', title, statement)
  const { examples } = await import('#lib/imports/reference-page.examples.ts')
  const text = examples[0]?.text.replace(/^Law No\..*$/m, title) ?? ''
  const batch = await readBatch(stage.editor, { fileName: 'page.txt', bytes: bytes(text) })
  const { rows } = await stage.app.query('SELECT max(id) AS id FROM import_basis')
  return { batch, basisId: rows[0].id as number }
}

/** A bulk of one draft, as it was planned. */
async function plannedBulk() {
  const { planBulk } = await import('#lib/bulk/commands/plan-bulk.ts')
  return planBulk(stage.editor, { request: { deed: 'submit' }, refs: [(await begun()).ref] })
}

const approvedUpdate = async () => {
  const { lawChangeId, impactId } = await impact()
  const { startUpdate } = await import('#lib/law-changes/commands/start-update.ts')
  const on = await startUpdate(stage.editor, { impactId })
  return { lawChangeId, items: [await decision(await stage.build.approved(stage.cast, on))] }
}
const ways: Record<string, () => Promise<Way>> = {
  'accounts/commands/add-person': async () => {
    const input = { email: 'x@test.org', name: 'X', role: 'editor', password: 'a password of x', economies: 'all' }
    return by(operator, input, /^added x@test.org as editor of all economies$/)
  },
  'accounts/commands/change-person': async () => {
    const { id } = await stage.build.person({ email: 'changed@test.org' })
    const change = { name: 'Renamed', role: 'reviewer', economies: ['KZ'] }
    return by(stage.administrator, { id, edition: 1, change }, /^made changed@test.org reviewer, instead of editor$/)
  },
  'accounts/commands/change-own-password': async () => {
    const present = 'a password of my own'
    const person = await stage.build.person({ email: 'own@test.org', role: 'editor', password: present })
    return by(person, { present, next: 'another password of mine' }, /^changed their password$/)
  },
  'accounts/commands/sign-out-everywhere': async () => by(stage.editor, undefined, /^signed out everywhere$/),
  'acts/commands/create-act': async () =>
    by(stage.administrator, { economy: 'KZ', union: '', title: 'Law on Post' }, /^entered ACT-\d+ into the register: Law on Post$/),
  'acts/commands/edit-act': async () => {
    const [ref, { loadAct }] = [await registered(), await import('#lib/acts/queries.ts')]
    const { deskDb } = await import('#lib/system/db.ts')
    const { edition } = await loadAct(deskDb(), ref)
    return by(
      stage.administrator,
      { ref, edition, act: { economy: 'KZ', union: '', title: 'Law renamed' } },
      /^changed .*title.* of ACT-\d+$/,
    )
  },
  'acts/commands/merge-acts': async () =>
    by(
      stage.administrator,
      { ref: await registered(), edition: 1, into: await registered(), intoEdition: 1 },
      /^merged ACT-\d+ into ACT-\d+/,
    ),
  'bulk/commands/plan-bulk': async () =>
    by(
      stage.editor,
      { request: { deed: 'submit' }, refs: [(await begun()).ref, (await published()).ref] },
      /^planned to submit for review 2 measures, of which 1 cannot be: bulk \d+$/,
    ),
  'bulk/commands/begin-bulk': async () => by(stage.editor, await plannedBulk(), /^began to submit for review 1 measure: bulk \d+$/),
  'bulk/commands/stop-bulk': async () => {
    const input = await plannedBulk()
    const { beginBulk } = await import('#lib/bulk/commands/begin-bulk.ts')
    await beginBulk(stage.editor, input)
    return by(stage.editor, input, /^stopped bulk \d+, with 1 measure left$/)
  },
  'imports/commands/carry-out-acts': async () => {
    const { readBatch } = await import('#lib/imports/commands/read-batch.ts')
    const input = await readBatch(stage.editor, { fileName: 'acts.csv', bytes: bytes('economy,title\nKZ,Law on Buoys') })
    return by(stage.editor, input, /^entered ACT-\d+ into the register: Law on Buoys$/)
  },
  'imports/commands/accept-certain-acts': async () =>
    by(stage.editor, (await importedBasis()).batch, /^chose the acts that are certain for 1 basis of page.txt$/),
  'imports/commands/choose-act': async () => {
    const { basisId } = await importedBasis()
    return by(stage.editor, { basisId, choice: 'enter' }, /^chose a new act for 1 basis of page.txt$/)
  },
  'imports/commands/create-drafts': async () => {
    const { readBatch } = await import('#lib/imports/commands/read-batch.ts')
    const { examplePage } = await import('#lib/imports/reference-page.examples.ts')
    const batch = await readBatch(stage.editor, { fileName: 'page.txt', bytes: bytes(examplePage) })
    return by(stage.editor, batch, /^imported the measure as a draft$/)
  },
  'imports/commands/read-batch': async () => {
    const input = { fileName: `a\0${'x'.repeat(198)}🏛`, bytes: bytes('Kazakhstan\nx') }
    return by(stage.editor, input, /^had ax+.? read: \d+ measures, \d+ problems$/u)
  },
  'law-changes/commands/assign-impact': async () => {
    const { ref, impactId } = await impact()
    return by(stage.editor, { impactId, personId: stage.reviewer.id }, /^gave the impact of .+ to .+, from .+: Amendment of 2025$/, ref)
  },
  'law-changes/commands/check-not-affected': async () => {
    const { ref, ...one } = await saidNotAffected()
    return by(stage.reviewer, { ...one, accept: true }, /^checked that a law change of .+ does not affect/, ref)
  },
  'law-changes/commands/confirm-commencement': async () => {
    const id = await stage.build.confirmedLawChange(stage.cast, await registered(), { notYetInForce: true })
    return by(stage.reviewer, { id, began: true }, /^confirmed that a law change of .+ began/)
  },
  'law-changes/commands/confirm-event': async () => {
    const { build, cast, editor, reviewer, app } = stage
    const bases = [build.act('a', 'Law on Post', 'Since March 2020, entry into force in May 2021')]
    const past = build.at('2020-04-01T08:00:00Z')
    const { ref } = await build.published(cast, await build.draft(editor, 'KZ', build.contentWith({ bases }), past), past)
    const { rows } = await app.query('SELECT w.id FROM awaited_event w JOIN measure m ON m.id = w.measure_id WHERE m.ref = $1', [ref])
    return by(reviewer, { id: rows[0].id, happened: true }, /^confirmed that it happened: Entry into force of May 2021, Law on Post$/, ref)
  },
  'law-changes/commands/decide-law-change': async () => {
    const id = await stage.build.lawChange(stage.editor, await registered())
    return by(stage.reviewer, { id, confirm: true }, /^confirmed/)
  },
  'law-changes/commands/propose-law-change': async () => {
    const input = { actRef: await registered(), kind: 'amended', date: '2025', sourceTitle: 'Gazette', note: 'It was amended.' }
    return by(stage.editor, input, /^proposed/)
  },
  'law-changes/commands/say-not-affected': async () => {
    const { ref, impactId } = await impact()
    return by(stage.editor, { impactId, reason: 'Another article.' }, /^said that .+ does not affect the measure: “Another article.”$/, ref)
  },
  'law-changes/commands/start-update': async () => {
    const { ref, impactId } = await impact()
    return by(stage.editor, { impactId }, /^rewrote the timeline for a law change of/, ref)
  },
  'measures/commands/assign-version': async () => {
    const on = await begun()
    const input = { ...on, personId: stage.reviewer.id, seen: stage.editor.id }
    return by(stage.editor, input, /^gave the version to reviewer, from editor$/, on.ref)
  },
  'measures/commands/move-measure': async () => {
    const { ref } = await published()
    const input = { ref, subPillar: '8.3', note: 'It belongs there.', seen: { version: 1, revision: 2 } }
    return by(stage.editor, input, /^moved the measure from 8\.4 to 8\.3 in revision 1$/, ref)
  },
  'measures/commands/create-draft': async () => by(stage.editor, { economy: 'KZ', subPillar: '8.4' }, /^began the measure$/),
  'measures/commands/discard-draft': async () => {
    const on = await begun()
    return by(stage.editor, { ...on, basedOn: 2 }, /^discarded the draft$/, on.ref)
  },
  'measures/commands/edit-draft': async () => {
    const on = await begun()
    return by(stage.editor, { ...on, basedOn: 2, content: stage.build.contentWith({ coverage: 'x' }) }, /^saved revision 3$/, on.ref)
  },
  'measures/commands/restore-revision': async () => {
    const { ref } = await published()
    const input = { ref, from: { version: 1, revision: 1 }, basedOn: { version: 1, revision: 2 } }
    return by(stage.editor, input, /^brought back the text of revision 1\.1 as revision 1$/, ref)
  },
  'measures/commands/start-version': async () => {
    const on = await published()
    return by(stage.editor, on, /on top of version 1$/, on.ref)
  },
  'taxonomy/commands/set-check-interval': async () => {
    const changes = [{ subPillar: '8.4', was: 12, months: 5 }]
    return by(stage.administrator, { changes }, /^had the texts of sub-pillar 8\.4 checked every 5 months, instead of every 12$/)
  },
  'measures/commands/verify': async () => {
    const seen = await decision(await published())
    return by(
      stage.editor,
      { ...seen, checkedOn: new Date().toISOString().slice(0, 10), note: '' },
      /^checked the text against its sources on/,
      seen.ref,
    )
  },
  ...commentWays(() => stage),
  ...publicationWays(() => stage),
  'review/commands/approve': async () => {
    const seen = await decision(await inReview())
    return by(stage.reviewer, seen, /^approved revision 2 \(digest/, seen.ref)
  },
  'review/commands/claim-review': async () => {
    const on = await inReview()
    return by(stage.reviewer, { ...on, personId: stage.administrator.id }, /^handed the review over to administrator$/, on.ref)
  },
  'review/commands/decide-withdrawal': async () => {
    const on = await published()
    const { requestWithdrawal } = await import('#lib/review/commands/request-withdrawal.ts')
    await requestWithdrawal(stage.editor, { ...on, reason: 'Wrong.' })
    return by(stage.reviewer, { ...on, confirm: true }, /^confirmed the withdrawal: “Wrong.”$/, on.ref)
  },
  'review/commands/publish-release': async () => by(stage.reviewer, await approvedUpdate(), /^published 1 measures as one release/),
  'review/commands/schedule-release': async () =>
    by(
      stage.reviewer,
      { ...(await approvedUpdate()), time: { local: `${new Date().getUTCFullYear() + 1}-03-02T09:00`, zone: 'UTC' } },
      /^scheduled 1 measures as one/,
    ),
  'review/commands/request-withdrawal': async () => {
    const on = await published()
    return by(stage.editor, { ...on, reason: 'Wrong.' }, /^asked for the withdrawal: “Wrong.”$/, on.ref)
  },
  'review/commands/return': async () => {
    const seen = await decision(await inReview())
    return by(stage.reviewer, { ...seen, reason: 'Name it.' }, /^returned revision 2: “Name it.”$/, seen.ref)
  },
  'notifications/commands/change-preferences': async () =>
    by(stage.editor, { unwanted: 'returned' }, /^chose how to be told: “A version of mine was returned” not by e-mail$/),
  'review/commands/submit': async () => {
    const on = await begun()
    return by(stage.editor, { ...on, basedOn: 2 }, /^submitted revision 2/, on.ref)
  },
  'review/commands/take-back': async () => {
    const seen = await decision(await inReview())
    return by(stage.editor, { ...seen, state: 'in_review' }, /^took the version back/, seen.ref)
  },
}

const commands = globSync('*/commands/*.ts', { cwd: fileURLToPath(new URL('..', import.meta.url)) })
  .filter((path) => !path.endsWith('.test.ts'))
  .map((path) => path.replace(/\.ts$/, ''))
  .sort()

test('there is a way for every command of lib', () => expect(Object.keys(ways).sort()).toEqual(commands))

const entries = async () => (await stage.app.query('SELECT * FROM audit_entry ORDER BY id')).rows

describe.each(Object.keys(ways))('%s', (path) => {
  test('leaves an entry: who, what in words, on which measure, at the moment of its clock', async () => {
    const way = await ways[path]?.()
    const command = (await import(/* @vite-ignore */ new URL(`../${path}.ts`, import.meta.url).pathname)) as Record<string, unknown>
    const run = Object.values(command).find((one) => typeof one === 'function') as (actor: Actor, ...more: unknown[]) => Promise<unknown>
    if (!way) throw new Error(`Write down a way for ${path}.`)
    const before = await entries()
    const moment = new Date(Date.now() + 60_000)
    const clock = () => moment
    await (way.input === undefined ? run(way.actor, clock) : run(way.actor, way.input, clock))
    const added = (await entries()).slice(before.length)
    const told = added.map((entry) => inWords(auditEvent.parse({ action: entry.action, ...entry.details })))
    expect(told).toContainEqual(expect.stringMatching(way.says))
    const entry = added[told.findIndex((sentence) => way.says.test(sentence))]
    for (const one of added)
      expect(one).toMatchObject({ at: moment, actor_id: way.actor.id > 0 ? way.actor.id : null, actor_name: way.actor.name })
    if (way.ref) expect(entry?.measure_ref).toBe(way.ref)
    if (/^(measures|previews|review)\//.test(path) && !path.endsWith('release')) expect(entry?.version_number).toBeGreaterThan(0)
  })
})

test('what is refused leaves none', async () => {
  const { approve } = await import('#lib/review/commands/approve.ts')
  const { editDraft } = await import('#lib/measures/commands/edit-draft.ts')
  const seen = await decision(await inReview())
  const before = (await entries()).length
  await expect(approve(stage.editor, seen)).rejects.toThrow()
  await expect(editDraft(stage.editor, { ...seen, basedOn: 1, content: stage.build.contentWith() })).rejects.toThrow()
  expect((await entries()).length).toBe(before)
})
