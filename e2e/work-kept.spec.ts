// No text that somebody typed is lost: two people on one draft, leaving too early.
import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { edit, expect, given, type On, saving, test, write } from './fixtures.ts'

// Saves are ten seconds apart, and signs of life too.
test.describe.configure({ timeout: 90_000 })

const save = (page: Page) => page.getByRole('button', { name: 'Save draft' }).click()
const description = (page: Page) => page.getByRole('textbox', { name: 'Description' })

/** Types a coverage, and leaves the field with its suggestions. */
async function cover(page: Page, text: string) {
  await page.getByRole('combobox', { name: 'Coverage' }).fill(text)
  await page.keyboard.press('Tab')
}

/** Two people with the form of one draft open, of which the first has saved what they did. */
async function both(as: (who: 'editor' | 'editor2') => Promise<Page>, on: On, change: (page: Page) => Promise<void>) {
  const [first, second] = [await as('editor'), await as('editor2')]
  await edit(first, on)
  await edit(second, on)
  await change(first)
  await save(first)
  await expect(saving(first)).toHaveText(/All changes saved ·/)
  return second
}

test('D3 two people change different things: both are kept, shown before they are saved', async ({ as, quiet }) => {
  quiet.allow(/409/)
  const on = await given.draft({ description: 'One.\n\nTwo.' })
  const second = await both(as, on, async (first) => {
    await first.getByRole('textbox', { name: 'Title of the act' }).fill('Law on Postal Services of 2011')
    await cover(first, 'Banks')
  })
  await write(second, 'Emil adds that.')
  await expect(saving(second)).toHaveText(/^Not saved: Edith Amsler saved this draft since you opened it/)
  await second.getByRole('button', { name: 'Look at both texts' }).click()
  const dialog = second.getByRole('dialog', { name: /^Edith Amsler saved at \d\d:\d\d, while you were writing$/ })
  await expect(dialog).toContainText('Edith Amsler changed: bases, coverage. You changed: description.')
  await dialog.getByRole('button', { name: 'Keep both' }).click()
  await expect(saving(second)).toHaveText(/All changes saved ·/)
  const { content } = await given.head(on)
  expect(content).toMatchObject({ coverage: 'Banks', description: 'One.\n\nTwo. Emil adds that.' })
  expect(content.bases[0]?.title).toBe('Law on Postal Services of 2011')
})

test('D3 two people change one passage: both texts and the one before, mine, theirs or both, as a revision on top', async ({
  as,
  sql,
  quiet,
}) => {
  quiet.allow(/409/)
  const on = await given.draft()
  const second = await both(as, on, async (first) => {
    await write(first, 'Edith adds this.')
    await cover(first, 'Banks')
  })
  await write(second, 'Emil adds that.')
  await cover(second, 'Insurers')
  await save(second)
  const dialog = second.getByRole('dialog', { name: /^Edith Amsler saved at/ })
  await expect(dialog).toContainText('Edith adds this.')
  await expect(dialog).toContainText('Emil adds that.')
  const passage = dialog.getByRole('group', { name: 'Description, a passage' })
  await passage.getByText('Before both').click()
  await expect(passage).toContainText('Operators keep a register of their services.')
  await passage.getByRole('radio', { name: 'Combine' }).check()
  await passage.getByRole('textbox', { name: 'Description, a passage: combined' }).fill('Both add something.')
  await expect(dialog.getByRole('button', { name: 'Save the merged text' })).toHaveAttribute('aria-disabled', 'true')
  await dialog.getByRole('group', { name: 'Coverage' }).getByRole('radio', { name: 'Keep theirs' }).check()
  await dialog.getByRole('button', { name: 'Save the merged text' }).click()
  await expect(saving(second)).toHaveText(/All changes saved ·/)
  const { rows } = await sql.query(
    `SELECT r.author_name AS by, r.content ->> 'description' AS text, r.content ->> 'coverage' AS coverage FROM revision r
     JOIN version v ON v.id = r.version_id JOIN measure m ON m.id = v.measure_id WHERE m.ref = $1 ORDER BY r.number DESC LIMIT 2`,
    [on.ref],
  )
  expect(rows).toEqual([
    { by: 'Emil Okafor', text: 'Both add something.', coverage: 'Banks' },
    { by: 'Edith Amsler', text: expect.stringMatching(/Edith adds this\.$/), coverage: 'Banks' },
  ])
})

test('the second of two savers takes the other text, and their own is offered back', async ({ as, quiet }) => {
  quiet.allow(/409/)
  const on = await given.draft()
  const second = await both(as, on, (first) => write(first, 'Edith adds this.'))
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

test('D6 a session that ended before an act or a person was entered: one signs in again in place, and what was typed is kept', async ({
  as,
}) => {
  const page = await as('admin')
  const signInAgain = async () => {
    await page.getByRole('button', { name: 'Sign in here' }).click()
    const dialog = page.getByRole('dialog', { name: 'Sign in again' })
    await dialog.getByLabel('E-mail').fill('admin@example.org')
    await dialog.getByLabel('Password').fill(process.env.DEMO_PASSWORD ?? '')
    await dialog.getByRole('button', { name: 'Sign in' }).click()
    await expect(page.getByText('You are signed in again. What you typed is still here: send it now.')).toBeVisible()
  }
  await page.goto('/desk/acts/new')
  await page.getByLabel('Whose act it is').selectOption('KZ')
  await page.getByLabel('English title').fill('Law on Foghorns')
  const enter = page.getByRole('button', { name: 'Enter into the register' })
  await page.context().clearCookies()
  await enter.click()
  await signInAgain()
  await enter.click()
  await expect(page).toHaveURL(/\/desk\/acts\/ACT-\d+$/)
  await expect(page.getByRole('heading', { name: 'Law on Foghorns' })).toBeVisible()

  await page.goto('/desk/people/new')
  const name = `Nora ${randomUUID().slice(0, 6)}`
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByLabel('E-mail').fill(`${name.replace(' ', '-')}@test.org`)
  await page.getByRole('radio', { name: /^editor/ }).check()
  const add = page.getByRole('button', { name: 'Add the person' })
  await page.context().clearCookies()
  await add.click()
  await signInAgain()
  await add.click()
  await expect(page.getByText(`${name} was added`)).toBeVisible()
})
