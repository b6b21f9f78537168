// No text that somebody typed is lost: two people on one draft, leaving too early.
import type { Page } from '@playwright/test'
import { edit, expect, given, saving, test, write } from './fixtures.ts'

const save = (page: Page) => page.getByRole('button', { name: 'Save draft' }).click()
const description = (page: Page) => page.getByRole('textbox', { name: 'Description' })

test('the second of two savers sees both texts, and keeps theirs as a revision on top', async ({ as, sql, quiet }) => {
  quiet.allow(/409/)
  const on = await given.draft()
  const [first, second] = [await as('editor'), await as('editor2')]
  await edit(first, on)
  await edit(second, on)
  await write(first, 'Edith adds this.')
  await save(first)
  await expect(saving(first)).toHaveText(/All changes saved/)
  await write(second, 'Emil adds that.')
  await save(second)

  const both = second.getByRole('dialog', { name: /^Edith Amsler saved at \d\d:\d\d, while you were writing$/ })
  await expect(both).toContainText('Edith adds this.')
  await expect(both).toContainText('Emil adds that.')
  await both.getByRole('button', { name: 'Keep mine' }).click()
  await expect(saving(second)).toHaveText(/All changes saved/)
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

test('the second of two savers takes the other text, and their own is offered back', async ({ as, quiet }) => {
  quiet.allow(/409/)
  const on = await given.draft()
  const [first, second] = [await as('editor'), await as('editor2')]
  await edit(first, on)
  await edit(second, on)
  await write(first, 'Edith adds this.')
  await save(first)
  await expect(saving(first)).toHaveText(/All changes saved/)
  await write(second, 'Emil adds that.')
  await save(second)
  await second.getByRole('dialog').getByRole('button', { name: 'Take theirs' }).click()
  await expect(description(second)).toContainText('Edith adds this.')
  await expect(description(second)).not.toContainText('Emil adds that.')
  await second.getByRole('button', { name: 'Restore' }).click()
  await expect(description(second)).toContainText('Emil adds that.')
})

test('leaving with unsaved work asks, keeps the text on this device, and offers it on return', async ({ as, quiet }) => {
  quiet.allow(/ERR_FAILED/)
  const on = await given.draft()
  const page = await as('editor')
  await page.route('**/save', (route) => route.abort())
  await edit(page, on)
  await write(page, 'Not saved yet.')
  await expect(saving(page)).toHaveText(/^Unsaved changes|^Not saved/)
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

  await page.unroute('**/save')
  await away.click()
  await ask.getByRole('button', { name: 'Save and leave' }).click()
  await expect(page).toHaveURL('/desk/review')
  await edit(page, on)
  await expect(description(page)).toContainText('Not saved yet.')
  await expect(page.getByRole('button', { name: 'Restore' })).toHaveCount(0)
})

test('closing the window with unsaved work asks', async ({ as, quiet }) => {
  quiet.allow(/ERR_FAILED/)
  const on = await given.draft()
  const page = await as('editor')
  await page.route('**/save', (route) => route.abort())
  await edit(page, on)
  await write(page, 'Not saved yet.')
  const asked = page.waitForEvent('dialog')
  await page.close({ runBeforeUnload: true })
  const dialog = await asked
  expect(dialog.type()).toBe('beforeunload')
  await dialog.dismiss()
  await expect(description(page)).toContainText('Not saved yet.')
})
