// Every command leaves an entry: complete by listing the files, so that a new command fails here until its way is written down.
import { globSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Actor, operator } from '#lib/system/actor.ts'
import { type Attacks, type On, underAttack } from '#lib/testing/attacks.ts'
import { describe as inWords } from './describe.ts'
import { auditEvent } from './entry.ts'

let stage: Attacks
beforeAll(async () => {
  stage = await underAttack()
})
afterAll(() => stage?.close())

type Step = { actor: Actor; run: () => Promise<unknown>; says: RegExp; ref?: string }
const begun = () => stage.build.draft(stage.editor, 'KZ', stage.build.contentWith())
const inReview = async () => stage.build.submitted(stage.editor, await begun())
const published = async () => stage.build.published(stage.cast, await begun())
const decision = async (on: On) => ({ ...on, digest: (await stage.headOf(await stage.idOf(on))).digest })
const page = (title: string) => new TextEncoder().encode(`Kazakhstan\n${title}`)

/** A way to carry out each command; `run` is what is looked at. */
const ways: Record<string, (command: Record<string, (actor: Actor, input: never) => Promise<unknown>>) => Promise<Step>> = {
  'accounts/commands/add-person': async ({ addPerson }) => ({
    actor: operator,
    run: () =>
      addPerson?.(operator, {
        email: 'x@test.org',
        name: 'X',
        role: 'editor',
        password: 'a password of x',
        economies: 'all',
      } as never) as never,
    says: /^added x@test.org as editor$/,
  }),
  'accounts/commands/change-person': async ({ changePerson }) => ({
    actor: operator,
    run: () => changePerson?.(operator, { email: 'reviewer@test.org', change: { role: 'reviewer' } } as never) as never,
    says: /^made reviewer@test.org reviewer$/,
  }),
  'accounts/commands/sign-out-everywhere': async ({ signOutEverywhere }) => ({
    actor: stage.editor,
    run: () => signOutEverywhere?.(stage.editor, undefined as never) as never,
    says: /^signed out everywhere$/,
  }),
  'imports/commands/create-drafts': async ({ createNextDraft }) => {
    const { readBatch } = await import('#lib/imports/commands/read-batch.ts')
    const { examplePage } = await import('#lib/imports/reference-page.examples.ts')
    const { batchId } = await readBatch(stage.editor, { fileName: 'page.txt', bytes: new TextEncoder().encode(examplePage) })
    return {
      actor: stage.editor,
      run: () => createNextDraft?.(stage.editor, { batchId } as never) as never,
      says: /^imported the measure as a draft$/,
    }
  },
  'imports/commands/read-batch': async ({ readBatch }) => ({
    actor: stage.editor,
    run: () => readBatch?.(stage.editor, { fileName: `a\0${'x'.repeat(198)}🏛`, bytes: page('x') } as never) as never,
    says: /^had ax+ ?. read: \d+ measures, \d+ problems$/u,
  }),
  'measures/commands/create-draft': async ({ createDraft }) => ({
    actor: stage.editor,
    run: () => createDraft?.(stage.editor, { economy: 'KZ', subPillar: '8.4' } as never) as never,
    says: /^began the measure$/,
  }),
  'measures/commands/discard-draft': async ({ discardDraft }) => {
    const on = await begun()
    return {
      actor: stage.editor,
      run: () => discardDraft?.(stage.editor, { ...on, basedOn: 2 } as never) as never,
      says: /^discarded the draft$/,
      ref: on.ref,
    }
  },
  'measures/commands/edit-draft': async ({ editDraft }) => {
    const on = await begun()
    const input = { ...on, basedOn: 2, content: stage.build.contentWith({ coverage: 'x' }) } as never
    return { actor: stage.editor, run: () => editDraft?.(stage.editor, input) as never, says: /^saved revision 3$/, ref: on.ref }
  },
  'measures/commands/start-version': async ({ startVersion }) => {
    const on = await published()
    return { actor: stage.editor, run: () => startVersion?.(stage.editor, on as never) as never, says: /on top of version 1$/, ref: on.ref }
  },
  'review/commands/approve': async ({ approve }) => {
    const seen = await decision(await inReview())
    return {
      actor: stage.reviewer,
      run: () => approve?.(stage.reviewer, seen as never) as never,
      says: /^approved revision 2 \(digest/,
      ref: seen.ref,
    }
  },
  'review/commands/decide-withdrawal': async ({ decideWithdrawal }) => {
    const on = await published()
    const { requestWithdrawal } = await import('#lib/review/commands/request-withdrawal.ts')
    await requestWithdrawal(stage.editor, { ...on, reason: 'Wrong.' })
    const run = () => decideWithdrawal?.(stage.reviewer, { ...on, confirm: true } as never) as never
    return { actor: stage.reviewer, run, says: /^confirmed the withdrawal: “Wrong.”$/, ref: on.ref }
  },
  'review/commands/publish': async ({ publish }) => {
    const seen = await decision(await stage.build.approved(stage.cast, await begun()))
    return {
      actor: stage.reviewer,
      run: () => publish?.(stage.reviewer, seen as never) as never,
      says: /^published the version$/,
      ref: seen.ref,
    }
  },
  'review/commands/request-withdrawal': async ({ requestWithdrawal }) => {
    const on = await published()
    const run = () => requestWithdrawal?.(stage.editor, { ...on, reason: 'Wrong.' } as never) as never
    return { actor: stage.editor, run, says: /^asked for the withdrawal: “Wrong.”$/, ref: on.ref }
  },
  'review/commands/return': async ({ returnVersion }) => {
    const seen = await decision(await inReview())
    const run = () => returnVersion?.(stage.reviewer, { ...seen, reason: 'Name it.' } as never) as never
    return { actor: stage.reviewer, run, says: /^returned revision 2: “Name it.”$/, ref: seen.ref }
  },
  'review/commands/submit': async ({ submit }) => {
    const on = await begun()
    return {
      actor: stage.editor,
      run: () => submit?.(stage.editor, { ...on, basedOn: 2 } as never) as never,
      says: /^submitted revision 2/,
      ref: on.ref,
    }
  },
  'review/commands/take-back': async ({ takeBack }) => {
    const seen = { ...(await decision(await inReview())), state: 'in_review' }
    return {
      actor: stage.editor,
      run: () => takeBack?.(stage.editor, seen as never) as never,
      says: /^took the version back/,
      ref: seen.ref,
    }
  },
}

const commands = globSync('*/commands/*.ts', { cwd: fileURLToPath(new URL('..', import.meta.url)) })
  .filter((path) => !path.endsWith('.test.ts'))
  .map((path) => path.replace(/\.ts$/, ''))
  .sort()

test('there is a way for every command of lib', () => expect(Object.keys(ways).sort()).toEqual(commands))

const entries = async () => (await stage.app.query('SELECT * FROM audit_entry ORDER BY id')).rows

describe.each(commands)('%s', (path) => {
  test('leaves one entry: who, what in words, and on which measure', async () => {
    const file = new URL(`../${path}.ts`, import.meta.url).pathname
    const step = await ways[path]?.(await import(/* @vite-ignore */ file))
    if (!step) throw new Error(`Write down a way for ${path}.`)
    const before = await entries()
    await step.run()
    const added = (await entries()).slice(before.length)
    expect(added).toHaveLength(1)
    const [entry] = added
    expect(entry).toMatchObject({
      actor_id: step.actor.id || null,
      actor_name: step.actor.name,
      ...(step.ref ? { measure_ref: step.ref } : {}),
    })
    expect(inWords(auditEvent.parse({ action: entry.action, ...entry.details }))).toMatch(step.says)
    if (path.startsWith('measures/') || path.startsWith('review/')) expect(entry.version_number).toBeGreaterThan(0)
  })
})

test('what is refused leaves none', async () => {
  const before = (await entries()).length
  const { approve } = await import('#lib/review/commands/approve.ts')
  const { editDraft } = await import('#lib/measures/commands/edit-draft.ts')
  const seen = await decision(await inReview())
  const after = (await entries()).length
  await expect(approve(stage.editor, seen)).rejects.toThrow()
  await expect(editDraft(stage.editor, { ...seen, basedOn: 1, content: stage.build.contentWith() })).rejects.toThrow()
  expect((await entries()).length).toBe(after)
  expect(after).toBeGreaterThan(before)
})
