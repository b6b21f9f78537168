// The desk for everybody: axe in both themes, a draft completed with the keyboard alone, and no page that scrolls sideways on a phone.
import AxeBuilder from '@axe-core/playwright'
import { planBulk } from '#lib/bulk/commands/plan-bulk.ts'
import { act, actor, expect, given, test } from './fixtures.ts'

/** Every kind of page of the desk, in the states that look different. */
async function addresses(): Promise<string[]> {
  const draft = await given.draft({ coverage: '', bases: [act('a', 'Law on Postal Services', 'Since March 2011'), nothing] })
  const returned = await given.returned('Name the article.')
  const inReview = await given.submitted()
  const approved = await given.approved()
  const published = await given.published()
  const { ref } = await given.published()
  const amendment = await given.amendment(ref, { description: 'Operators keep no register any more.' })
  const refs = [draft, inReview, approved, published].map(({ ref }) => ref)
  const planned = await planBulk(await actor('admin'), { request: { deed: 'submit' }, refs })
  return [
    '/desk',
    '/desk/measures',
    '/desk/measures?q=xyzzy',
    '/desk/measures/new',
    '/desk/review',
    '/desk/imports',
    '/desk/account',
    '/desk/people',
    '/desk/people?q=xyzzy',
    '/desk/people/new',
    `/desk/people/${(await actor('editor')).id}`,
    `/desk/people/${(await actor('admin')).id}`,
    `/desk/measures/${draft.ref}/edit`,
    `/desk/measures/${returned.ref}/edit`,
    `/desk/measures/${amendment.ref}/edit`,
    `/desk/measures/${published.ref}`,
    `/desk/review/${inReview.ref}`,
    `/desk/review/${approved.ref}`,
    `/desk/review/${published.ref}`,
    `/desk/review/${amendment.ref}`,
    '/desk/measures/KZ-9999',
    '/desk/bulk',
    `/desk/bulk/new?deed=move&item=${draft.ref}&item=${published.ref}`,
    `/desk/bulk/new?deed=assign&item=${draft.ref}`,
    `/desk/bulk/${planned.bulk}`,
  ]
}

const nothing = { id: 'n', kind: 'absence', title: 'No register of parcels', absence: null } as const
const ready = 'main :is(h1, h2)'

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on any page of the desk, ${colorScheme}`, async ({ as, quiet }) => {
    test.setTimeout(180_000)
    quiet.allow(/404/)
    const page = await as('admin', { colorScheme })
    for (const address of await addresses()) {
      await page.goto(address)
      await expect(page.locator(ready).first(), address).toBeVisible()
      if (address.endsWith('/edit')) await expect(page.getByRole('textbox', { name: 'Description' })).toBeVisible()
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id, nodes }) => `${address}: ${id}: ${nodes[0]?.html}`)).toEqual([])
    }
  })

  test(`axe finds nothing on the open menus and dialogs of the form, ${colorScheme}`, async ({ as }) => {
    const { ref } = await given.draft({ coverage: '' })
    const page = await as('editor', { colorScheme })
    await page.goto(`/desk/measures/${ref}/edit`)
    const clean = async (what: string, part = 'html') => {
      const { violations } = await new AxeBuilder({ page }).include(part).analyze()
      expect(violations.map(({ id, nodes }) => `${what}: ${id}: ${nodes[0]?.html}`)).toEqual([])
    }
    await page.getByRole('button', { name: 'Record an amendment' }).click()
    await page.getByLabel('When it happened').fill('the ides of March')
    await page.keyboard.press('Tab')
    await clean('a date that is not understood')
    await page.getByRole('button', { name: 'Show all sub-pillars' }).click()
    await expect(page.getByRole('option').first()).toBeVisible()
    // The list alone: while it is open, Base UI hides the rest of the page from assistive technology.
    await clean('the sub-pillars', '[role=listbox]')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Discard draft' }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await clean('the question before a draft is discarded')
  })
}

test('no page of the desk scrolls sideways on a phone', async ({ as, quiet }) => {
  test.setTimeout(120_000)
  quiet.allow(/404/)
  const page = await as('admin', { viewport: { width: 375, height: 740 } })
  for (const address of await addresses()) {
    await page.goto(address)
    await expect(page.locator(ready).first(), address).toBeVisible()
    expect(await page.evaluate(() => document.documentElement.scrollWidth), address).toBeLessThanOrEqual(375)
  }
})

test('an amendment is recorded, described, saved and submitted with the keyboard alone', async ({ as }) => {
  const { ref } = await given.published()
  await given.amendment(ref, { bases: [act('a', 'Law on Postal Services', 'Since March 2011')], changeKind: null, changeNote: '' })
  const page = await as('editor')
  const keys = page.keyboard
  const focus = page.locator(':focus')

  /** Tab until the focus is on what a reader of the screen would call this. */
  const tabTo = async (name: RegExp | string, backwards = false) => {
    for (let step = 0; step < 80; step++) {
      await keys.press(backwards ? 'Shift+Tab' : 'Tab')
      const found = page.getByRole('button', { name }).or(page.getByLabel(name)).or(page.getByRole('link', { name }))
      if ((await focus.and(found).count()) > 0) return
    }
    throw new Error(`Tab never reached ${name}.`)
  }

  await page.goto(`/desk/measures/${ref}/edit`)
  await expect(page.getByRole('textbox', { name: 'Description' })).toBeVisible()
  await keys.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused()
  await keys.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()

  await tabTo('Record an amendment')
  await keys.press('Enter')
  await expect(page.getByLabel('When it happened')).toBeFocused()
  await keys.type('March 2025')
  await keys.press('Enter')
  await expect(page.getByText('Since March 2011, last amended in March 2025').first()).toBeVisible()
  await expect(page.locator('body')).not.toBeFocused()

  await tabTo('Say what kind of change this is: amendment, correction, reclassification or editorial.')
  await keys.press('Enter')
  await expect(page.getByRole('radio', { name: /^Amendment/ })).toBeFocused()
  await keys.press('Space')
  await expect(page.getByRole('radio', { name: /^Amendment/ })).toBeChecked()
  await tabTo('Change note')
  await keys.type('The register was opened in 2025.')
  await keys.press('ControlOrMeta+s')
  await expect(page.getByRole('status', { name: 'Saving' })).toHaveText(/All changes saved/)
  await tabTo('Submit for review')
  await keys.press('Enter')
  await expect(page).toHaveURL(`/desk/review/${ref}`)
})
