// What the browser tests share: people signed in by cookie, measures built by the real commands, raw SQL, and pages that must not complain.
import { type Browser, type BrowserContext, test as base, expect, type Page } from '@playwright/test'
import { encode } from 'next-auth/jwt'
import pg from 'pg'
import { actorByEmail } from '#lib/accounts/queries.ts'
import type { Content } from '#lib/measures/content.ts'
import { loadVersion } from '#lib/measures/queries.ts'
import { tomorrowAtNine } from '#lib/review/local-time.ts'
import type { Actor } from '#lib/system/actor.ts'
import { closeDb, deskDb } from '#lib/system/db.ts'
import { env } from '#lib/system/env.ts'
import * as build from '#lib/testing/builders.ts'
import { type Mailbox, openMailbox } from './mailbox.ts'

export { act, citing, contentWith, person, practice } from '#lib/testing/builders.ts'
export { expect }

export type Who = 'editor' | 'editor2' | 'reviewer' | 'admin'
export type On = { ref: string; version: number }

/** Who does it, and to which economy; by default the first editor writes on Kazakhstan and the reviewer decides. */
type By = { by?: Who; reviewedBy?: Who; economy?: string }

/** The person of the demo with this name, as an actor. */
export async function actor(who: Who): Promise<Actor> {
  const found = await actorByEmail(`${who}@example.org`)
  if (!found) throw new Error(`${who}@example.org is not among the people of the sample, or disabled.`)
  return found
}

const cast = async ({ by = 'editor', reviewedBy = 'reviewer' }: By): Promise<build.Cast> => ({
  editor: await actor(by),
  reviewer: await actor(reviewedBy),
})

type Given = Partial<Content>

/** Writes at the end of the description, as a person would. */
export async function write(page: Page, sentence: string): Promise<void> {
  const description = page.getByRole('textbox', { name: 'Description' })
  await description.click()
  await page.keyboard.press('ControlOrMeta+End')
  await description.pressSequentially(` ${sentence}`)
}

/** Opens the form of a draft, and waits until it can be written in. */
export async function edit(page: Page, { ref }: On): Promise<void> {
  await page.goto(`/desk/measures/${ref}/edit`)
  await expect(page.getByRole('textbox', { name: 'Description' })).toBeVisible()
}

/** The line of the form that says what is saved. */
export const saving = (page: Page) => page.getByRole('status', { name: 'Saving' })

/** Ticks what a reviewer has to have looked at. */
export async function tick(page: Page): Promise<void> {
  const checklist = page.getByRole('group', { name: 'Before you approve' })
  await checklist.waitFor()
  for (const box of await checklist.getByRole('checkbox').all()) await box.check()
}

/** The builders of the tests, bound to the people of the demo; each gives the ref and the version that it made. */
export const given = {
  draft: async (content: Given = {}, by: By = {}): Promise<On> =>
    build.draft((await cast(by)).editor, by.economy ?? 'KZ', build.contentWith(content)),
  submitted: async (content: Given = {}, by: By = {}): Promise<On> =>
    build.submitted((await cast(by)).editor, await given.draft(content, by)),
  returned: async (reason: string, content: Given = {}, by: By = {}): Promise<On> =>
    build.returned(await cast(by), await given.draft(content, by), reason),
  approved: async (content: Given = {}, by: By = {}): Promise<On> => build.approved(await cast(by), await given.draft(content, by)),
  /** To be published tomorrow at nine, in Almaty. */
  scheduled: async (content: Given = {}, by: By = {}): Promise<On> =>
    build.scheduled(await cast(by), await given.draft(content, by), {
      local: tomorrowAtNine(new Date(), 'Asia/Almaty'),
      zone: 'Asia/Almaty',
    }),
  published: async (content: Given = {}, by: By = {}): Promise<On> => build.published(await cast(by), await given.draft(content, by)),
  /** Published by the administrator of the demo alone, for this reason. */
  emergency: async (content: Given = {}, reason?: string): Promise<On> =>
    build.emergency(await actor('admin'), await given.draft(content), reason),
  /** The next version of a published measure, as a draft. */
  amendment: async (ref: string, content: Given = {}, by: By = {}): Promise<On> =>
    build.amendment(
      (await cast(by)).editor,
      ref,
      build.contentWith({ changeKind: 'editorial', changeNote: 'Said more plainly.', ...content }),
    ),
  /** A draft as it stands, published. */
  publication: async (on: On): Promise<On> => build.published(await cast({}), on),
  /** An act of the register; gives its ref. */
  act: async (title: string, statement: string, { by = 'editor', economy = 'KZ' }: By = {}): Promise<string> =>
    build.registered(await actor(by), economy, title, statement),
  /** A draft as it stands, with the reviewers. */
  handedIn: async (on: On, { by = 'editor' }: By = {}): Promise<On> => build.submitted(await actor(by), on),
  /** The head revision of a version: its number, digest and content. */
  head: async ({ ref, version }: On) => (await loadVersion(deskDb(), ref, version)).head,
}

/** Signs somebody in as the server itself would, in a browser context of their own. */
export async function signedIn(browser: Browser, baseURL: string, email: string, options = {}): Promise<BrowserContext> {
  const { id, sessionEpoch } = await deskDb().person.findUniqueOrThrow({ where: { email } })
  const token = await encode({ secret: env.authSecret, token: { sub: String(id), person: id, epoch: sessionEpoch } })
  const context = await browser.newContext({ baseURL, ...options })
  await context.addCookies([{ name: 'next-auth.session-token', value: token, url: baseURL, httpOnly: true, sameSite: 'Lax' }])
  return context
}

type Quiet = { allow: (pattern: RegExp) => void; watch: (context: BrowserContext) => void }
type SignIn = (who: Who | `${string}@${string}`, options?: Parameters<Browser['newContext']>[0]) => Promise<Page>
type ForTest = { quiet: Quiet; as: SignIn }
type ForWorker = { sql: pg.Client; connections: undefined; mailbox: Mailbox }

export const test = base.extend<ForTest, ForWorker>({
  /** Closes the connections of the commands when all is done. */
  connections: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from this pattern
    async ({}, use) => {
      await use(undefined)
      await closeDb()
    },
    { scope: 'worker', auto: true },
  ],

  /** The mail server that SMTP_URL names, for as long as the tests run. */
  mailbox: [
    // biome-ignore lint/correctness/noEmptyPattern: as above
    async ({}, use) => {
      const mailbox = await openMailbox(env.smtpUrl ?? '')
      await use(mailbox)
      await mailbox.close()
    },
    { scope: 'worker', auto: true },
  ],

  /** Raw SQL as the application's own role. */
  sql: [
    // biome-ignore lint/correctness/noEmptyPattern: as above
    async ({}, use) => {
      const client = new pg.Client({ connectionString: env.databaseAppUrl })
      await client.connect()
      await use(client)
      await client.end()
    },
    { scope: 'worker' },
  ],

  /** Fails the test when a page logs an error, throws one, or is answered with a 5xx; what a test provokes on purpose it allows. */
  quiet: [
    async ({ context }, use) => {
      const complaints: string[] = []
      const allowed: RegExp[] = []
      const watch = (one: BrowserContext) => {
        one.on('weberror', (error) => complaints.push(`thrown: ${error.error().message}`))
        one.on(
          'console',
          (message) => message.type() === 'error' && complaints.push(`console: ${message.text()} ${message.location().url}`),
        )
        one.on('response', (answer) => answer.status() >= 500 && complaints.push(`${answer.status()}: ${answer.url()}`))
      }
      watch(context)
      await use({ allow: (pattern) => allowed.push(pattern), watch })
      const left = complaints.filter((complaint) => !allowed.some((pattern) => pattern.test(complaint)))
      if (left.length > 0) throw new Error(`The pages complained:\n${left.join('\n')}`)
    },
    { auto: true },
  ],

  /** A page of somebody who is signed in already, one of the demo or by e-mail address; each call is a browser of its own. */
  as: async ({ browser, baseURL, quiet }, use) => {
    const opened: BrowserContext[] = []
    await use(async (who, options) => {
      const email = who.includes('@') ? who : `${who}@example.org`
      const context = await signedIn(browser, baseURL ?? env.baseUrl, email, options)
      quiet.watch(context)
      opened.push(context)
      return context.newPage()
    })
    await Promise.all(opened.map((context) => context.close()))
  },
})
