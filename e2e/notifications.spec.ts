// A colleague's decision reaches its author in the desk and by e-mail, and one click ends the e-mails without a session.
import { randomUUID } from 'node:crypto'
import { changePreferences } from '#lib/notifications/commands/change-preferences.ts'
import { addComment } from '#lib/review/commands/add-comment.ts'
import * as build from '#lib/testing/builders.ts'
import { actor, expect, given, person, test } from './fixtures.ts'

const secret = 'A canary that is in the draft alone'

/** An author of this test's own, and a version of theirs that the reviewer returned. */
async function returnedTo(reason: string) {
  const email = `${randomUUID()}@example.org` as const
  const author = await person({ email, name: 'Ada Author', role: 'editor' })
  const cast = { editor: author, reviewer: await actor('reviewer') }
  const { ref } = await build.returned(cast, await build.draft(author, 'KZ', build.contentWith({ description: secret })), reason)
  return { email, ref, cast }
}

test('what was returned is told in the desk: a count, why, and the way to it', async ({ as }) => {
  const { email, ref } = await returnedTo('Name the article.')
  const author = await as(email)
  await author.goto('/desk')
  await author.getByRole('link', { name: 'Notifications, 1 not read' }).click()
  await expect(author.getByRole('heading', { name: '1 of 1 not read' })).toBeVisible()
  await expect(author.getByRole('navigation', { name: 'Desk' }).locator('[aria-current]')).toHaveCount(0)
  const item = author.getByRole('listitem').filter({ hasText: ref })
  await expect(item).toContainText('Name the article.')
  await expect(item).toContainText('Because you wrote part of this version.')
  await item.getByRole('button').click()
  await author.waitForURL(`/desk/measures/${ref}/edit`)
  await author.goto('/desk/notifications')
  await expect(author.getByRole('heading', { name: 'All read' })).toBeVisible()
})

test('a submission waits with who may approve it, and not with its author', async ({ as }) => {
  const { ref } = await given.submitted()
  const reviewer = await as('reviewer')
  await reviewer.goto('/desk/notifications')
  await expect(reviewer.getByRole('listitem').filter({ hasText: ref })).toContainText('you may approve versions of KZ')
  await reviewer.getByRole('button', { name: 'Mark all as read' }).click()
  await expect(reviewer.getByRole('heading', { name: 'All read' })).toBeVisible()
  const editor = await as('editor')
  await editor.goto('/desk/notifications')
  await expect(editor.getByRole('listitem').filter({ hasText: `version 1 of ${ref}` })).toHaveCount(0)
})

test('the e-mail arrives without a word of the draft; its link asks, then ends that kind alone, without a session', async ({
  as,
  page,
  request,
  mailbox,
}) => {
  const { email, ref } = await returnedTo('Say which article.')
  await expect.poll(() => mailbox.to(email).length, { timeout: 20_000 }).toBe(1)
  const [mail] = mailbox.to(email)
  expect(mail?.subject).toBe(`Ruth Castellanos returned version 1 of ${ref}`)
  expect(mail?.text).toContain('Say which article.')
  expect(mail?.text).not.toContain(secret)
  const link = mail?.headers.match(/List-Unsubscribe:\s*<([^>]+)>/)?.[1] ?? ''

  await page.goto(link)
  await expect(page.getByText('You would no longer get e-mails of the kind “A version of mine was returned”.')).toBeVisible()
  const author = await as(email)
  await author.goto('/desk/notifications/preferences')
  const kind = author.getByRole('group', { name: 'A version of mine was returned' })
  await expect(kind.getByLabel('at once')).toBeChecked()
  await page.getByRole('button', { name: 'Stop them' }).click()
  await expect(page.getByRole('heading', { name: 'Done' })).toBeVisible()
  await author.reload()
  await expect(kind.getByLabel('not by e-mail')).toBeChecked()
  await expect(author.getByRole('group', { name: 'A version of mine was approved' }).getByLabel('once a day')).toBeChecked()

  // As a mail program does it (RFC 8058).
  const oneClick = await request.post(link, { form: { 'List-Unsubscribe': 'One-Click' } })
  expect(oneClick.status()).toBe(200)
  expect((await request.post(link.replace(/.$/, (sign) => (sign === 'x' ? 'y' : 'x')))).status()).toBe(404)
})

test('preferences are kept, by kind, with the hour and the zone of the person', async ({ as }) => {
  const email = `${randomUUID()}@example.org` as const
  await person({ email, role: 'editor' })
  const page = await as(email)
  await page.goto('/desk/notifications/preferences')
  await page.getByRole('group', { name: 'A version of mine was published' }).getByLabel('at once').check()
  await page.getByLabel('Daily e-mail, not before').selectOption('18:00')
  await page.getByLabel('My time zone').selectOption('Asia/Almaty')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('status')).toHaveText('Saved.')
  await page.reload()
  await expect(page.getByRole('group', { name: 'A version of mine was published' }).getByLabel('at once')).toBeChecked()
  await expect(page.getByLabel('Daily e-mail, not before')).toHaveValue('18')
  await expect(page.getByLabel('My time zone')).toHaveValue('Asia/Almaty')
})

test('a comment on a version of mine is told without a word of what was said or written; the desk has it', async ({ as, mailbox }) => {
  const email = `${randomUUID()}@example.org` as const
  const author = await person({ email, name: 'Ada Author', role: 'editor' })
  await changePreferences(author, { paces: { comment: 'at_once' }, timeZone: '', digestHour: 8 })
  const said = 'A canary that only the comment says'
  const on = await build.submitted(author, await build.draft(author, 'KZ', build.contentWith({ description: secret })))
  await addComment(await actor('reviewer'), { ...on, revision: 2, field: 'description', quote: '', body: said })
  await expect.poll(() => mailbox.to(email).length, { timeout: 20_000 }).toBe(1)
  const [mail] = mailbox.to(email)
  expect(mail?.subject).toBe(`Ruth Castellanos commented on description of version 1 of ${on.ref}`)
  expect(mail?.text).toContain('You are told this because you wrote part of this version.')
  expect(mail?.text).not.toMatch(/canary/)
  expect(mail?.headers).toMatch(/List-Unsubscribe:\s*<[^>]+\.comment\.[^>]+>/)
  const desk = await as(email)
  await desk.goto('/desk/notifications')
  await desk.getByRole('listitem').filter({ hasText: on.ref }).getByRole('button').click()
  await expect(desk.getByText(said)).toBeVisible()
})
