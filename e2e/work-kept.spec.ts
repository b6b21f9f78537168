// No text that somebody typed is lost: two people on one draft, leaving too early, a server that is out of reach, a session that has ended.
import type { Page } from '@playwright/test'
import { expect, given, type On, test, write } from './fixtures.ts'

const edit = async (page: Page, { ref }: On) => {
  await page.goto(`/desk/measures/${ref}/edit`)
  await expect(page.getByRole('textbox', { name: 'Description' })).toBeVisible()
}
const save = (page: Page) => page.getByRole('button', { name: 'Save draft' }).click()
const status = (page: Page) => page.getByRole('status', { name: 'Saving' })
const description = (page: Page) => page.getByRole('textbox', { name: 'Description' })

test('the second of two savers sees both texts, and keeps theirs as a revision on top', async ({ as, sql }) => {
  const on = await given.draft()
  const [first, second] = [await as('editor'), await as('editor2')]
  await edit(first, on)
  await edit(second, on)
  await write(first, 'Edith adds this.')
  await save(first)
  await expect(status(first)).toHaveText(/All changes saved/)
  await write(second, 'Emil adds that.')
  await save(second)

  const both = second.getByRole('dialog', { name: /^Edith Amsler saved at \d\d:\d\d, while you were writing$/ })
  await expect(both).toContainText('Edith adds this.')
  await expect(both).toContainText('Emil adds that.')
  await both.getByRole('button', { name: 'Keep mine' }).click()
  await expect(status(second)).toHaveText(/All changes saved/)
  const { rows } = await sql.query(
    `SELECT r.author_name AS by, r.content ->> 'description' AS text FROM revision r
     JOIN version v ON v.id = r.version_id JOIN measure m ON m.id = v.measure_id WHERE m.ref = $1 ORDER BY r.number DESC LIMIT 2`,
    [on.ref],
  )
  expect(rows.map(({ by, text }) => [by, text.split('. ').at(-1)])).toEqual([
    ['Emil Okafor', 'Emil adds that.'],
    ['Edith Amsler', 'Edith adds this.'],
  ])
})

test('the second of two savers takes the other text, and their own is offered back', async ({ as }) => {
  const on = await given.draft()
  const [first, second] = [await as('editor'), await as('editor2')]
  await edit(first, on)
  await edit(second, on)
  await write(first, 'Edith adds this.')
  await save(first)
  await expect(status(first)).toHaveText(/All changes saved/)
  await write(second, 'Emil adds that.')
  await save(second)
  await second.getByRole('dialog').getByRole('button', { name: 'Take theirs' }).click()
  await expect(description(second)).toContainText('Edith adds this.')
  await expect(description(second)).not.toContainText('Emil adds that.')
  await second.getByRole('button', { name: 'Restore' }).click()
  await expect(description(second)).toContainText('Emil adds that.')
})

test('leaving with unsaved work asks, keeps the text on this device, and offers it on return', async ({ as }) => {
  const on = await given.draft()
  const page = await as('editor')
  await edit(page, on)
  await write(page, 'Not saved yet.')
  await expect(status(page)).toHaveText('Unsaved changes')
  const away = page.getByRole('navigation', { name: 'Desk' }).getByRole('link', { name: 'Review' })
  const ask = page.getByRole('dialog', { name: 'Leave with unsaved changes?' })

  await away.click()
  await ask.getByRole('button', { name: 'Stay here' }).click()
  await expect(ask).toBeHidden()
  await expect(description(page)).toContainText('Not saved yet.')

  await away.click()
  await ask.getByRole('button', { name: 'Leave without saving' }).click()
  await expect(page).toHaveURL('/desk/review')
  await edit(page, on)
  await expect(description(page)).not.toContainText('Not saved yet.')
  await page.getByRole('button', { name: 'Restore' }).click()
  await expect(description(page)).toContainText('Not saved yet.')

  await away.click()
  await ask.getByRole('button', { name: 'Save and leave' }).click()
  await expect(page).toHaveURL('/desk/review')
  await edit(page, on)
  await expect(description(page)).toContainText('Not saved yet.')
  await expect(page.getByRole('button', { name: 'Restore' })).toHaveCount(0)
})

test('closing the window with unsaved work asks', async ({ as }) => {
  const on = await given.draft()
  const page = await as('editor')
  await edit(page, on)
  await write(page, 'Not saved yet.')
  const asked = page.waitForEvent('dialog')
  await page.close({ runBeforeUnload: true })
  const dialog = await asked
  expect(dialog.type()).toBe('beforeunload')
  await dialog.dismiss()
  await expect(description(page)).toContainText('Not saved yet.')
})

test('a save that does not reach the server is never called saved, and succeeds afterwards', async ({ as, quiet }) => {
  quiet.allow(/ERR_INTERNET_DISCONNECTED/)
  const on = await given.draft()
  const page = await as('editor')
  await edit(page, on)
  await write(page, 'Written on a train.')
  await page.context().setOffline(true)
  await save(page)
  await expect(status(page)).toHaveText('Not saved: the server could not be reached.')
  await page.context().setOffline(false)
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(status(page)).toHaveText(/All changes saved/)
  expect((await given.head(on)).content.description).toContain('Written on a train.')
})

test('a session that ended while somebody wrote: signing in again, in another tab, saves the text', async ({ as }) => {
  const on = await given.draft()
  const page = await as('editor')
  await edit(page, on)
  await write(page, 'Written through the night.')
  await page.context().clearCookies()
  await save(page)
  await expect(status(page)).toHaveText(/^Not saved/)
  const opened = page.context().waitForEvent('page')
  await page.getByRole('link', { name: 'Sign in (new tab)' }).click()
  const signIn = await opened
  await signIn.getByLabel('E-mail').fill('editor@example.org')
  await signIn.getByLabel('Password').fill(process.env.DEMO_PASSWORD ?? '')
  await signIn.getByRole('button', { name: 'Sign in' }).click()
  await expect(signIn.getByRole('heading', { level: 1, name: 'My work' })).toBeVisible()
  await signIn.close()
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(status(page)).toHaveText(/All changes saved/)
  expect((await given.head(on)).content.description).toContain('Written through the night.')
})
