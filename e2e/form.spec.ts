// The form of a measure while it is being opened: what is not there yet loses nothing, and is there when somebody turns to it.
import type { Page, Route } from '@playwright/test'
import { expect, given, practice, saving, test } from './fixtures.ts'

const save = (page: Page) => page.getByRole('button', { name: 'Save draft' }).click()
const description = (page: Page) => page.getByRole('textbox', { name: 'Description' })

/** The program of the formatted view: the only script that knows of ProseMirror. What it answers is up to the test. */
async function editorScript(page: Page, answer: (route: Route) => Promise<void>): Promise<void> {
  await page.route('**/_next/static/chunks/*.js', async (route) => {
    const response = await route.fetch()
    if ((await response.text()).includes('ProseMirror')) await answer(route)
    else await route.fulfill({ response })
  })
}

test('who writes before the editor of the description is there writes Markdown, and keeps what they wrote when it comes', async ({
  as,
}) => {
  const on = await given.draft({ description: 'One.\n\nTwo.' })
  const page = await as('editor')
  let release = () => {}
  const held = new Promise<void>((done) => {
    release = done
  })
  await editorScript(page, async (route) => {
    await held
    await route.continue()
  })
  await page.goto(`/desk/measures/${on.ref}/edit`)
  await page.getByText('Two.', { exact: true }).click()
  await expect(description(page)).toHaveValue('One.\n\nTwo.')
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.type(' Written **at once**.')
  release()
  const formatted = page.getByRole('toolbar', { name: 'Formatting of the description' })
  await expect(description(page)).toHaveValue('One.\n\nTwo. Written **at once**.')
  await page.getByRole('button', { name: 'Edit formatted' }).click()
  await expect(formatted).toBeVisible()
  await expect(description(page)).toContainText('Written at once.')
  await save(page)
  await expect(saving(page)).toHaveText(/All changes saved ·/)
  expect((await given.head(on)).content.description).toBe('One.\n\nTwo. Written **at once**.')
})

test('without the editor of the description it is written as Markdown, and saved', async ({ as, quiet }) => {
  quiet.allow(/ERR_FAILED|Failed to load/)
  const on = await given.draft({ description: 'One.' })
  const page = await as('editor')
  await editorScript(page, (route) => route.abort())
  await page.goto(`/desk/measures/${on.ref}/edit`)
  await description(page).fill('One, and **two**.')
  await save(page)
  await expect(saving(page)).toHaveText(/All changes saved ·/)
  expect((await given.head(on)).content.description).toBe('One, and **two**.')
  await page.unroute('**/_next/static/chunks/*.js')
  await page.getByRole('button', { name: 'Edit formatted' }).click()
  await expect(page.getByRole('toolbar', { name: 'Formatting of the description' })).toBeVisible()
})

test('whoever turns to a basis that is not drawn yet finds its fields, and the focus is in them', async ({ as }) => {
  const bases = Array.from({ length: 30 }, (_, n) => practice(`p${n}`, `Practice ${n + 1}`, 'Reported in 2019'))
  const on = await given.draft({ bases })
  const page = await as('editor')
  // A browser that never has a moment to spare.
  await page.addInitScript(() => {
    window.requestIdleCallback = () => 0
  })
  await page.goto(`/desk/measures/${on.ref}/edit`)
  await expect(page.getByRole('textbox', { name: 'Title of the practice' }).first()).toBeEnabled()
  const basis = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Basis 21', exact: true }) })
  await expect(basis.getByRole('textbox')).toHaveCount(0)
  await page.getByRole('button', { name: 'Practice 21', exact: true }).click()
  await expect(basis.getByRole('textbox', { name: 'Title of the practice' })).toBeFocused()
})
