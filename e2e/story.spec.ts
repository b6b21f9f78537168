// The whole way of one measure: imported, completed, returned, mended, approved, published, amended, compared. Nothing is taken as done that a page does not show.
import type { Locator, Page } from '@playwright/test'
import { actor, expect, given, test, tick, write } from './fixtures.ts'
import { act, mendedPage, untidyPage } from './story-page.ts'

const reason = 'Say which law applies to contracts with foreign parties.'
const firstText = 'Contracts that are signed electronically bind the parties as those on paper do.'
const mendedText = 'The law chosen by the parties applies to contracts with foreign parties.'
const amendedText = 'Since 2025 a signature in the cloud is a signature, too.'

const open = (table: Locator, title: string) => table.getByRole('link', { name: title }).click()
const saved = (page: Page) => expect(page.getByRole('status', { name: 'Saving' })).toHaveText(/All changes saved/)

test('a measure is imported, completed, reviewed, published, amended and compared', async ({ page, as, sql, quiet, request }) => {
  test.setTimeout(180_000)
  let ref = ''

  await test.step('an editor mistypes the password: told so, and nothing that was typed is lost', async () => {
    quiet.allow(/401/)
    await page.goto('/desk')
    await expect(page).toHaveURL(/\/sign-in\?from=/)
    await page.getByLabel('E-mail').fill('editor@example.org')
    await page.getByLabel('Password').fill('not the password')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page.getByRole('alert').filter({ hasText: 'do not fit' })).toBeVisible()
    await expect(page.getByLabel('E-mail')).toHaveValue('editor@example.org')
    await expect(page.getByLabel('Password')).toHaveValue('not the password')
    await page.getByLabel('Password').fill(process.env.DEMO_PASSWORD ?? '')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'My work' })).toBeVisible()
  })

  await test.step('a pasted page is read: what would be created, what is there already, what was not understood', async () => {
    await page.getByRole('link', { name: 'Import a page' }).click()
    await page.getByLabel('Paste a page').fill(untidyPage)
    await page.getByRole('button', { name: 'Read it' }).click()
    await expect(page.getByText('6 measures read: 4 to create, 1 the same as existing, 1 problem.')).toBeVisible()
    await expect(page.getByText('Would be created')).toHaveCount(4)
    await expect(page.getByText('Same as an earlier one of this file')).toBeVisible()
    await expect(page.getByText(/Brumaire/).first()).toBeVisible()
  })

  await test.step('the drafts are created, with the progress in sight', async () => {
    let release = () => {}
    const held = new Promise<void>((done) => {
      release = done
    })
    await page.route(/\/desk\/imports\/\d+$/, async (route) => {
      if (route.request().method() === 'POST') await held
      await route.continue()
    })
    await page.getByRole('button', { name: 'Create 4 drafts' }).click()
    await expect(page.getByRole('progressbar', { name: '0 of 4 drafts created' })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Stop' })).toBeVisible()
    release()
    await expect(page.getByText('All drafts are created')).toBeVisible()
    await expect(page.getByText(/^Created: KZ-\d{4}$/)).toHaveCount(4)
  })

  await test.step('the mended page is read again: what was created is found again', async () => {
    await page.getByRole('navigation', { name: 'Desk' }).getByRole('link', { name: 'Import' }).click()
    await page.getByLabel('Paste a page').fill(mendedPage)
    await page.getByRole('button', { name: 'Read it' }).click()
    await expect(page.getByText('6 measures read: 1 to create, 5 the same as existing, 0 problems.')).toBeVisible()
    await expect(page.getByText(/^Same as KZ-\d{4}$/)).toHaveCount(5)
  })

  await test.step('a draft says what it lacks; each line leads to its field', async () => {
    await page.getByRole('link', { name: 'My work' }).click()
    await open(page.getByRole('table', { name: /My drafts/ }), act)
    await expect(page.getByRole('heading', { level: 1, name: /^Edit KZ-\d{4}$/ })).toBeVisible()
    ref = /KZ-\d{4}/.exec(page.url())?.[0] ?? ''
    const submit = page.getByRole('button', { name: 'Submit for review' })
    await expect(submit).toHaveAttribute('aria-disabled', 'true')
    await expect(submit).toHaveAccessibleDescription('One thing is missing before review.')
    await page.getByRole('link', { name: 'Basis 2: say what kind of absence it is.' }).click()
    const absence = page.getByRole('group', { name: 'Kind of absence' }).or(page.getByRole('radiogroup', { name: 'Kind of absence' }))
    await expect(absence.getByRole('radio').first()).toBeFocused()
    await absence.getByRole('radio', { name: /Not a party/ }).check()
    await expect(page.getByText('Nothing is missing.')).toBeVisible()
  })

  await test.step('a source is added, the draft saved and submitted', async () => {
    await page.getByRole('button', { name: 'Add a source' }).click()
    await page.getByLabel('Source 1: title').fill('Adilet, legal information system of Kazakhstan')
    await page.getByLabel('Source 1: address').fill('https://adilet.zan.kz/eng/docs/Z030000370_')
    await page.getByRole('button', { name: 'Save draft' }).click()
    await saved(page)
    await page.getByRole('button', { name: 'Submit for review' }).click()
    await expect(page).toHaveURL(`/desk/review/${ref}`)
    await expect(page.getByText('In review', { exact: true })).toBeVisible()
  })

  await test.step('its author cannot approve it: the button says why, and the database refuses', async () => {
    const approve = page.getByRole('button', { name: 'Approve this text' })
    await expect(approve).toHaveAttribute('aria-disabled', 'true')
    await expect(approve).toHaveAccessibleDescription('Only a reviewer or an administrator may approve.')
    const { id: revision, digest } = await given.head({ ref, version: 1 })
    const { id, name } = await actor('editor')
    const forged = sql.query(
      `INSERT INTO approval (version_id, revision_id, digest, approver_id, approver_name)
       SELECT v.id, $2, $3, $4, $5 FROM version v JOIN measure m ON m.id = v.measure_id WHERE m.ref = $1`,
      [ref, revision, digest, id, name],
    )
    await expect(forged).rejects.toThrow('nobody decides on what they wrote any part of')
    const pushed = sql.query(
      `UPDATE version SET state = 'approved' WHERE state = 'in_review' AND measure_id = (SELECT id FROM measure WHERE ref = $1)`,
      [ref],
    )
    await expect(pushed).rejects.toThrow('the newest revision is not approved by a second person')
  })

  const reviewer = await as('reviewer')

  await test.step('the reviewer returns it with a reason', async () => {
    await reviewer.goto('/desk')
    await open(reviewer.getByRole('table', { name: /wait for my review/ }), act)
    await expect(reviewer.getByRole('heading', { name: 'A new measure' })).toBeVisible()
    await reviewer.getByRole('button', { name: 'Return', exact: true }).click()
    await expect(reviewer.getByRole('complementary', { name: 'Decision' }).getByRole('alert')).toHaveText(
      'Say what has to be mended: the authors read it.',
    )
    await reviewer.getByLabel('Return with a reason').fill(reason)
    await reviewer.getByRole('button', { name: 'Return', exact: true }).click()
    await expect(reviewer).toHaveURL('/desk/review')
  })

  await test.step('the editor finds it under “Returned to me”, mends it and submits it again', async () => {
    await page.getByRole('link', { name: 'My work' }).click()
    await open(page.getByRole('table', { name: 'Versions returned to me' }), act)
    await expect(page.getByText(reason)).toBeVisible()
    await write(page, mendedText)
    await page.getByRole('button', { name: 'Submit for review' }).click()
    await expect(page).toHaveURL(`/desk/review/${ref}`)
    await expect(page.getByText(mendedText).first()).toBeVisible()
  })

  await test.step('nothing of it is public before it is published', async () => {
    expect((await request.get(`/api/v1/measures/${ref}`)).status()).toBe(404)
    expect((await request.get(`/measures/${ref}`)).status()).toBe(404)
  })

  await test.step('the reviewer approves and publishes', async () => {
    await reviewer.getByRole('navigation', { name: 'Desk' }).getByRole('link', { name: 'My work' }).click()
    await open(reviewer.getByRole('table', { name: /wait for my review/ }), act)
    await tick(reviewer)
    await reviewer.getByRole('button', { name: 'Approve this text' }).click()
    await expect(reviewer.getByText('Approved', { exact: true })).toBeVisible()
    await reviewer.getByRole('button', { name: 'Publish' }).click()
    await expect(reviewer.getByText('Published.', { exact: false })).toBeVisible()
  })

  await test.step('the public page, the API and the history show it', async () => {
    await reviewer.getByRole('link', { name: 'Read the public page' }).click()
    await expect(reviewer).toHaveURL(`/measures/${ref}`)
    await expect(reviewer.getByText('Since January 2003, as amended in 2016, last amended in September 2022').first()).toBeVisible()
    await expect(reviewer.getByText(mendedText)).toBeVisible()
    await expect(reviewer.getByRole('link', { name: 'Adilet, legal information system of Kazakhstan' })).toBeVisible()
    const measure = await (await request.get(`/api/v1/measures/${ref}`)).json()
    expect(measure.description).toContain(mendedText)
    expect(measure.bases.map(({ statement }: { statement: string }) => statement)).toEqual([
      'Since January 2003, as amended in 2016, last amended in September 2022',
      'N/A',
    ])
    const history = await (await request.get(`/api/v1/measures/${ref}/versions`)).json()
    expect(history.items.map(({ number, state }: { number: number; state: string }) => [number, state])).toEqual([[1, 'published']])
  })

  const second = await as('editor2')

  await test.step('a second editor records the amendment of 2025, with a change note', async () => {
    await second.goto('/desk/measures')
    await second.getByLabel('Words or ref').fill(ref)
    await second.getByRole('button', { name: 'Find' }).click()
    await open(second.getByRole('table'), act)
    await second.getByRole('button', { name: 'Amend' }).click()
    await expect(second.getByRole('heading', { level: 1, name: `Amend ${ref}` })).toBeVisible()
    await second.getByRole('button', { name: 'Record an amendment' }).click()
    await second.getByLabel('When it happened').fill('2025')
    await second.getByRole('button', { name: 'Record', exact: true }).click()
    await expect(second.getByText('as amended in 2016, September 2022, last amended in 2025').first()).toBeVisible()
    await write(second, amendedText)
    await second.getByRole('radio', { name: /^Amendment/ }).check()
    await second.getByLabel('Change note').fill('Signatures in the cloud were recognised in 2025.')
    await second.getByRole('button', { name: 'Submit for review' }).click()
    await expect(second.getByRole('heading', { name: 'What changes' })).toBeVisible()
    await expect(second.getByRole('insertion').filter({ hasText: amendedText })).toBeVisible()
  })

  await test.step('another person approves and publishes it', async () => {
    const administrator = await as('admin')
    await administrator.goto('/desk')
    await open(administrator.getByRole('table', { name: /wait for my review/ }), act)
    await tick(administrator)
    await administrator.getByRole('button', { name: 'Approve this text' }).click()
    await administrator.getByRole('button', { name: 'Publish' }).click()
    await expect(administrator.getByRole('link', { name: 'Read the public page' })).toBeVisible()
    await administrator.goto(`/desk/measures/${ref}`)
  })

  await test.step('the comparison tells what was added, and the first version stays where it was', async () => {
    await page.goto(`/measures/${ref}`)
    await expect(page.getByText('last amended in 2025').first()).toBeVisible()
    await page.getByRole('link', { name: 'Compare 2 with 1' }).click()
    await expect(page.getByText(/amended in 2025/i).first()).toBeVisible()
    await expect(page.getByRole('insertion').filter({ hasText: amendedText })).toBeVisible()
    await page.goto(`/measures/${ref}/versions/1`)
    await expect(page.getByText('Superseded.')).toBeVisible()
    await expect(page.getByText(firstText)).toBeVisible()
    await expect(page.getByText(amendedText)).toBeHidden()
    await expect(page.getByText('last amended in 2025')).toBeHidden()
  })
})
