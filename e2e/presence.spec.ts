// Several people and several tabs at one draft: each knows of the other, and two tabs of one person never fight.
import type { Page } from '@playwright/test'
import { edit, expect, given, saving, test, write } from './fixtures.ts'

// Saves are ten seconds apart, and signs of life too.
test.describe.configure({ timeout: 90_000 })

const editing = (page: Page) => page.getByRole('status', { name: 'Editing now' })
const description = (page: Page) => page.getByRole('textbox', { name: 'Description' })

test('who is editing is said in the form and on the page of the measure, until they leave', async ({ as }) => {
  const on = await given.draft()
  const [first, second, reader] = [await as('editor'), await as('editor2'), await as('reviewer')]
  await edit(first, on)
  await expect(editing(first)).toHaveText('')
  await edit(second, on)
  await expect(editing(second)).toHaveText(/^Edith Amsler is editing since \d\d:\d\d\.$/)
  await expect(editing(first)).toHaveText(/^Emil Okafor is editing since \d\d:\d\d\.$/, { timeout: 15_000 })
  await reader.goto(`/desk/measures/${on.ref}`)
  await expect(editing(reader)).toHaveText(/^Edith Amsler is editing since \d\d:\d\d\. Emil Okafor is editing since \d\d:\d\d\.$/)
  await second.goto('/desk')
  await first.goto('/desk')
  await expect(editing(reader)).toHaveText('', { timeout: 20_000 })
})

test('the second tab of one person says so, and takes over what the first one saved', async ({ as }) => {
  const on = await given.draft()
  const first = await as('editor')
  await edit(first, on)
  await write(first, 'In the first tab.')
  const second = await first.context().newPage()
  await edit(second, on)
  const banner = (page: Page) => page.getByText('You are editing this draft in another tab.')
  await expect(banner(second)).toBeVisible()
  await expect(second.getByRole('button', { name: 'Restore' })).toHaveCount(0)
  await second.getByRole('button', { name: 'Edit here instead' }).click()
  await expect(banner(first), 'also where the first tab is scrolled to what was typed').toBeInViewport()
  await expect(description(second)).toContainText('In the first tab.')
  await expect(banner(second)).toBeHidden()
  await write(second, 'In the second tab.')
  await expect(saving(second)).toHaveText(/All changes saved ·/)
  expect((await given.head(on)).content.description).toMatch(/In the first tab\. In the second tab\.$/)
})

test('when the tab that writes is closed, the other offers to go on', async ({ as }) => {
  const on = await given.draft()
  const first = await as('editor')
  await edit(first, on)
  const second = await first.context().newPage()
  await edit(second, on)
  await first.close()
  await second.getByRole('button', { name: 'Edit here', exact: true }).click()
  await expect(second.getByText('The tab in which you were editing this draft was closed.')).toBeHidden()
  await write(second, 'Going on.')
  await expect(saving(second)).toHaveText(/All changes saved ·/)
})
