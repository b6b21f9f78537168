// The commands of drafts: begin, save, discard, amend. Each on its way and refused, with nothing lost and nothing made public.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Attacks, type On, underAttack } from '#lib/testing/attacks.ts'
import type { Content } from './content.ts'

let stage: Attacks
let commands: {
  createDraft: typeof import('./commands/create-draft.ts').createDraft
  editDraft: typeof import('./commands/edit-draft.ts').editDraft
  discardDraft: typeof import('./commands/discard-draft.ts').discardDraft
  startVersion: typeof import('./commands/start-version.ts').startVersion
}
let foreigner: Attacks['editor']

beforeAll(async () => {
  stage = await underAttack()
  commands = {
    ...(await import('./commands/create-draft.ts')),
    ...(await import('./commands/edit-draft.ts')),
    ...(await import('./commands/discard-draft.ts')),
    ...(await import('./commands/start-version.ts')),
  }
  foreigner = await stage.build.person({ email: 'foreigner@test.org', economies: ['DE'] })
})
afterAll(() => stage?.close())

const complete = (given: Partial<Content> = {}) => stage.build.contentWith(given)
const begun = () => stage.build.draft(stage.editor, 'KZ', complete())
const lastAudit = async (ref: string) =>
  (
    await stage.app.query('SELECT action, actor_name, version_number FROM audit_entry WHERE measure_ref = $1 ORDER BY id DESC LIMIT 1', [
      ref,
    ])
  ).rows[0]
const revisions = async (on: On) => (await stage.headOf(await stage.idOf(on))).number
const publicRows = async () => (await stage.app.query('SELECT count(*)::int AS n FROM published.version')).rows[0].n
const stateOf = async (on: On) => (await stage.app.query('SELECT state FROM version WHERE id = $1', [await stage.idOf(on)])).rows[0].state
const nowhere = { ref: 'KZ-999999', version: 1 }
const refs = ['', 'kz-0001', 'KZ-1', 'KZ-0001 ', "KZ-0001'--", 'KZ-0001\0', 'KZ-99999999999']

describe('create', () => {
  test('makes version 1 as a draft, not public, and says so in the trail', async () => {
    const before = await publicRows()
    const { ref } = await commands.createDraft(stage.editor, { economy: 'KZ', subPillar: '8.4' })
    expect(await stateOf({ ref, version: 1 })).toBe('draft')
    expect(await lastAudit(ref)).toEqual({ action: 'measure.created', actor_name: stage.editor.name, version_number: 1 })
    expect(await publicRows()).toBe(before)
  })
  test('is refused in a foreign economy', async () => {
    await expect(commands.createDraft(foreigner, { economy: 'KZ', subPillar: '8.4' })).rejects.toMatchObject({ name: 'NotAllowed' })
  })
  test.each(['', 'XX', 'kz', 'KZ ', 'KZ\0', 'KAZ'])('is refused for %o, which is no economy', async (economy) => {
    await expect(commands.createDraft(stage.editor, { economy, subPillar: '' })).rejects.toMatchObject({
      name: 'Invalid',
      issues: [{ path: 'economy' }],
    })
  })
  test.each(['99.9', '8', '8.4\0', 'x', '8.04'])('is refused for %o, which is no sub-pillar', async (subPillar) => {
    await expect(commands.createDraft(stage.editor, { economy: 'KZ', subPillar })).rejects.toMatchObject({
      name: 'Invalid',
      issues: [{ path: 'subPillar' }],
    })
  })
})

describe('save', () => {
  test('appends a revision and says so in the trail; the same text again makes none', async () => {
    const on = await begun()
    const content = complete({ coverage: 'Postal services' })
    expect(await commands.editDraft(stage.editor, { ...on, basedOn: 2, content })).toMatchObject({ revision: 3 })
    expect(await lastAudit(on.ref)).toEqual({ action: 'draft.saved', actor_name: stage.editor.name, version_number: 1 })
    expect(await commands.editDraft(stage.editor, { ...on, basedOn: 3, content })).toMatchObject({ revision: 3 })
    expect(await revisions(on)).toBe(3)
  })
  test('an autosave is a revision like any other; a save of what it saved marks it, once', async () => {
    const on = await begun()
    const content = complete({ coverage: 'Postal services' })
    const save = (kind: 'save' | 'autosave', basedOn: number, by = stage.editor) =>
      commands.editDraft(by, { ...on, basedOn, content, kind }).then(({ revision }) => revision)
    expect(await save('autosave', 2)).toBe(3)
    expect(await lastAudit(on.ref)).toMatchObject({ action: 'draft.autosaved' })
    expect(await save('autosave', 3)).toBe(3)
    expect(await save('save', 3, stage.administrator)).toBe(3)
    expect(await save('save', 3)).toBe(4)
    expect(await save('save', 4)).toBe(4)
    const { rows } = await stage.app.query('SELECT kind, digest FROM revision WHERE version_id = $1 ORDER BY number', [
      await stage.idOf(on),
    ])
    expect(rows.map(({ kind }) => kind)).toEqual(['save', 'save', 'autosave', 'save'])
    expect(rows[3].digest).toBe(rows[2].digest)
  })
  test('D4 a save that is sent again, because its answer was lost, is found to be there', async () => {
    const on = await begun()
    const sent = { ...on, basedOn: 2, content: complete({ coverage: 'Postal services' }) }
    expect(await commands.editDraft(stage.editor, sent)).toMatchObject({ revision: 3 })
    expect(await commands.editDraft(stage.editor, sent)).toMatchObject({ revision: 3 })
    expect(await revisions(on)).toBe(3)
  })
  test('D3 a stale one is refused with the other text in hand, and both are there afterwards', async () => {
    const on = await begun()
    await commands.editDraft(stage.administrator, { ...on, basedOn: 2, content: complete({ coverage: 'Theirs' }) })
    const mine = commands.editDraft(stage.editor, { ...on, basedOn: 2, content: complete({ coverage: 'Mine' }) })
    await expect(mine).rejects.toMatchObject({
      name: 'Stale',
      message: 'administrator saved this draft since you opened it.',
      changed: {
        revision: 3,
        author: 'administrator',
        content: { coverage: 'Theirs', description: complete().description },
        base: complete(),
      },
    })
    expect(await revisions(on)).toBe(3)
    await commands.editDraft(stage.editor, { ...on, basedOn: 3, content: complete({ coverage: 'Mine' }) })
    const { rows } = await stage.app.query("SELECT content ->> 'coverage' AS text FROM revision WHERE version_id = $1 ORDER BY number", [
      await stage.idOf(on),
    ])
    expect(rows.map(({ text }) => text)).toEqual(['', 'Horizontal', 'Theirs', 'Mine'])
  })
  test('D3 D4 of ten at once one is taken; the other nine are told by whom', async () => {
    const on = await begun()
    const saves = Array.from({ length: 10 }, (_, index) =>
      commands.editDraft(stage.editor, { ...on, basedOn: 2, content: complete({ coverage: `Text ${index}` }) }),
    )
    const results = await Promise.allSettled(saves)
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const result of results)
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ name: 'Stale', changed: { revision: 3 } })
    expect(await revisions(on)).toBe(3)
  })
  test('D8 a part of the content is refused and overwrites nothing', async () => {
    const on = await begun()
    for (const part of [{}, { coverage: 'x' }, { ...complete(), bases: undefined }, null, 'x']) {
      await expect(commands.editDraft(stage.editor, { ...on, basedOn: 2, content: part as never })).rejects.toMatchObject({
        name: 'Invalid',
      })
    }
    expect(await revisions(on)).toBe(2)
  })
  test('L4 a state in the payload changes none', async () => {
    const on = await begun()
    const content = { ...complete({ coverage: 'x' }), state: 'published' }
    await commands.editDraft(stage.editor, { ...on, basedOn: 2, content, state: 'published' } as never)
    expect(await stateOf(on)).toBe('draft')
    expect(
      (await stage.app.query('SELECT content FROM revision WHERE version_id = $1 AND number = 3', [await stage.idOf(on)])).rows[0].content,
    ).not.toHaveProperty('state')
  })
  test('is refused in a foreign economy, of what does not exist, and after it was submitted', async () => {
    const on = await begun()
    const save = (actor: typeof foreigner, where: On) =>
      commands.editDraft(actor, { ...where, basedOn: 2, content: complete({ coverage: 'x' }) })
    await expect(save(foreigner, on)).rejects.toMatchObject({ name: 'NotAllowed' })
    await expect(save(stage.editor, nowhere)).rejects.toMatchObject({ name: 'NotFound' })
    for (const version of [0, -1, 2, 1.5, Number.NaN, 2 ** 31, Number.POSITIVE_INFINITY])
      await expect(save(stage.editor, { ...on, version }), String(version)).rejects.toMatchObject({ name: 'NotFound' })
    for (const ref of refs) await expect(save(stage.editor, { ref, version: 1 }), ref).rejects.toMatchObject({ name: 'NotFound' })
    await stage.build.submitted(stage.editor, on)
    await expect(save(stage.editor, on)).rejects.toMatchObject({ name: 'NotAllowed', message: expect.stringMatching(/in review/) })
    expect(await revisions(on)).toBe(2)
  })
})

describe('discard', () => {
  test('leaves the text at the desk, and the number used', async () => {
    const on = await begun()
    await commands.discardDraft(stage.editor, { ...on, basedOn: 2 })
    expect([await stateOf(on), await revisions(on), (await lastAudit(on.ref)).action]).toEqual(['discarded', 2, 'draft.discarded'])
    expect(await commands.startVersion(stage.editor, on)).toEqual({ version: 2 })
  })
  test('is refused stale, in a foreign economy, twice, and of what does not exist', async () => {
    const on = await begun()
    await expect(commands.discardDraft(stage.editor, { ...on, basedOn: 1 })).rejects.toMatchObject({ name: 'Stale' })
    await expect(commands.discardDraft(foreigner, { ...on, basedOn: 2 })).rejects.toMatchObject({ name: 'NotAllowed' })
    await expect(commands.discardDraft(stage.editor, { ...nowhere, basedOn: 1 })).rejects.toMatchObject({ name: 'NotFound' })
    await commands.discardDraft(stage.editor, { ...on, basedOn: 2 })
    await expect(commands.discardDraft(stage.editor, { ...on, basedOn: 2 })).rejects.toMatchObject({ name: 'NotAllowed' })
  })
})

describe('amend', () => {
  test('W6 L4 opens a draft with the published text, which stays public and untouched', async () => {
    const on = await stage.build.published(stage.cast, await begun())
    const snapshot = async () => (await stage.app.query('SELECT * FROM published.version WHERE ref = $1', [on.ref])).rows
    const before = await snapshot()
    const { version } = await commands.startVersion(stage.editor, on)
    expect([version, await stateOf({ ...on, version })]).toEqual([2, 'draft'])
    expect(await lastAudit(on.ref)).toEqual({ action: 'version.started', actor_name: stage.editor.name, version_number: 2 })
    await commands.editDraft(stage.editor, { ...on, version, basedOn: 1, content: complete({ coverage: 'Other' }) })
    await commands.discardDraft(stage.editor, { ...on, version, basedOn: 2 })
    expect(await snapshot()).toEqual(before)
  })
  test('is refused while a version is open, in a foreign economy, and of what does not exist', async () => {
    const on = await begun()
    await expect(commands.startVersion(stage.editor, on)).rejects.toMatchObject({
      name: 'Stale',
      message: `Version 1 of ${on.ref} is already open: draft.`,
    })
    await expect(commands.startVersion(foreigner, on)).rejects.toMatchObject({ name: 'NotAllowed' })
    for (const ref of refs) await expect(commands.startVersion(stage.editor, { ref }), ref).rejects.toMatchObject({ name: 'NotFound' })
  })
  test('of ten at once one opens a version; the others are told that it is open', async () => {
    const on = await stage.build.published(stage.cast, await begun())
    const results = await Promise.allSettled(Array.from({ length: 10 }, () => commands.startVersion(stage.editor, on)))
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const result of results) if (result.status === 'rejected') expect(result.reason).toMatchObject({ name: 'Stale' })
  })
})
