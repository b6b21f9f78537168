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

test('the Tab key passes over nothing that is not there yet: neither the description nor a basis', async ({ as }) => {
  const bases = Array.from({ length: 4 }, (_, n) => practice(`p${n}`, `Practice ${n + 1}`, 'Reported in 2019'))
  const on = await given.draft({ bases, description: 'One.' })
  const page = await as('editor')
  await page.addInitScript(() => {
    window.requestIdleCallback = () => 0
  })
  await page.goto(`/desk/measures/${on.ref}/edit`)
  const behind = page.getByRole('button', { name: 'Edit as Markdown' })
  await expect(behind).toBeEnabled()
  await behind.focus()
  await page.keyboard.press('Shift+Tab')
  await expect(description(page)).toBeFocused()
  await page.keyboard.type('Now. ')
  await page.getByRole('textbox', { name: 'Title of the practice' }).nth(1).focus()
  const third = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Basis 3', exact: true }) })
  await expect(async () => {
    await page.keyboard.press('Tab')
    await expect(third.getByRole('textbox', { name: 'Title of the practice' })).toBeFocused({ timeout: 100 })
  }).toPass()
  await save(page)
  await expect(saving(page)).toHaveText(/All changes saved ·/)
  expect((await given.head(on)).content.description).toContain('Now. ')
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

test('what was typed a moment before the click counts: it is submitted, or said to be missing', async ({ as }) => {
  const { ref } = await given.published()
  await given.amendment(ref, { changeKind: 'editorial', changeNote: '' })
  const page = await as('editor')
  // A browser in which no pause of the typing ever ends.
  await page.addInitScript(() => {
    const later = window.setTimeout
    window.setTimeout = ((work: () => void, ms?: number) => (ms === 250 ? 0 : later(work, ms))) as typeof setTimeout
  })
  await page.goto(`/desk/measures/${ref}/edit`)
  await expect(page.getByText('One thing is missing before review.')).toBeVisible()
  const submit = page.getByRole('button', { name: 'Submit for review' })
  await submit.press('Enter')
  await expect(page.getByRole('heading', { name: 'Before review' })).toBeFocused()
  await page.getByLabel('Change note').fill('A comma.')
  await submit.press('Enter')
  await expect(page).toHaveURL(`/desk/review/${ref}`)
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
