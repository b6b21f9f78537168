// The public site as a reader meets it, without JavaScript too. Refs are taken from the pages; themes, widths and keys are accessible.spec's.
import { expect, type Page, test } from '@playwright/test'
import { closeDb } from '#lib/system/db.ts'
import { given } from './fixtures.ts'

// The last change before these tests is an amendment, whatever other tests published.
test.beforeAll(async () => {
  const { ref } = await given.published()
  await given.publication(await given.amendment(ref, { description: 'Operators keep a register, and show it on request.' }))
  await closeDb()
})

/** The ref of a measure with at least two published versions, from the latest changes: what was amended comes first there. */
async function changedRef(page: Page): Promise<string> {
  await page.goto('/')
  const changed = page.getByRole('article').filter({ hasText: /Amendment|Correction|Reclassification|Editorial/ })
  return (await changed.first().getByRole('link').first().innerText()).trim()
}

async function addresses(page: Page): Promise<string[]> {
  const ref = await changedRef(page)
  const economy = ref.slice(0, 2)
  const measure = `/measures/${ref}`
  const lists = [
    '/',
    '/measures',
    `/measures?economy=${economy}&q=law`,
    '/measures?pillar=nonsense&inForceOn=2019-06-01',
    '/measures?q=xyzzy',
    `/measures?economy=${economy}&pillar=8,6&view=table&sort=law`,
    `/measures?economy=${economy}&view=time&inForceOn=2019`,
    '/measures?asOf=2020-01-01&inForceOn=2019-06&lawState=in-force,unknown',
  ]
  const readings = [
    measure,
    `${measure}?asOf=2999&inForceOn=2019-06`,
    `${measure}?asOf=1999`,
    `${measure}/versions/1`,
    `${measure}/compare`,
    `${measure}/compare?from=1&to=1`,
  ]
  return [
    ...lists,
    ...readings,
    '/economies',
    `/economies/${economy}`,
    `/economies/${economy}?inForceOn=2019`,
    '/pillars',
    '/pillars/8?asOf=2999',
    '/economies/zz',
    '/nothing-here',
  ]
}

test('every public page is readable without JavaScript', async ({ browser, page }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  // Next.js sends a 404 that a page decides on without a body, to be drawn in the browser; one that no page answers to is complete.
  for (const address of (await addresses(page)).filter((one) => one !== '/economies/zz')) {
    const one = await context.newPage()
    await one.goto(address)
    await expect(one.getByRole('heading', { level: 1 }), address).toBeVisible()
    await expect(one.getByRole('contentinfo'), address).toBeVisible()
    await one.close()
  }
  await context.close()
})

test('the first Tab leads past the head of the page', async ({ page }) => {
  await page.goto('/measures')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a question is a form whose answer has an address', async ({ page }) => {
    const ref = await changedRef(page)
    await page.goto('/measures')
    await page.getByLabel('Words').fill(ref)
    await page.getByRole('button', { name: 'Show measures' }).click()
    await expect(page).toHaveURL(new RegExp(`q=${ref}`))
    await expect(page.getByRole('heading', { name: '1 measure', exact: true })).toBeVisible()
    await page.getByRole('link', { name: `Remove: “${ref}”` }).click()
    await expect(page).toHaveURL(/\/measures$/)
  })

  test('what was not understood is said at its field, and the rest is answered', async ({ page }) => {
    await page.goto('/measures?economy=KZ&asOf=yesterday')
    await expect(page.getByText('Not a day, month or year: write it as 2023-05-01')).toBeVisible()
    await expect(page.getByLabel('As this record stood on')).toHaveAttribute('aria-invalid', 'true')
    await expect(page.getByRole('checkbox', { name: /^Kazakhstan/ })).toBeChecked()
  })

  test('two versions are chosen and compared', async ({ page }) => {
    const ref = await changedRef(page)
    await page.goto(`/measures/${ref}/compare`)
    await page.getByLabel('From').selectOption('1')
    await page.getByLabel('To', { exact: true }).selectOption('2')
    await page.getByRole('button', { name: 'Compare' }).click()
    await expect(page).toHaveURL(`/measures/${ref}/compare?from=1&to=2`)
    await expect(page.getByRole('heading', { name: 'Description' })).toBeVisible()
    await page.goto(`/measures/${ref}/compare?from=1&to=999`)
    await expect(page.getByText(`${ref} has no published version 999`)).toBeVisible()
  })
})

test('an earlier version says that it is superseded and leads to the current one', async ({ page }) => {
  const ref = await changedRef(page)
  await page.goto(`/measures/${ref}/versions/1`)
  await expect(page.getByText('Superseded.')).toBeVisible()
  await page.getByRole('link', { name: /Read the current version/ }).click()
  await expect(page).toHaveURL(`/measures/${ref}`)
  await expect(page.getByText('Superseded.')).toBeHidden()
})

test('a measure tells its statement, its timeline as a list, who answers for it and how to cite it', async ({ page }) => {
  const ref = await changedRef(page)
  await page.goto(`/measures/${ref}`)
  await page.getByText('as a list').first().click()
  await expect(page.getByRole('table').first()).toBeVisible()
  for (const name of ['Written by', 'Approved by', 'Digest (SHA-256)']) await expect(page.getByText(name)).toBeVisible()
  await expect(page.getByRole('region', { name: 'Cite this' }).getByRole('link')).toHaveAttribute(
    'href',
    new RegExp(`/measures/${ref}/versions/\\d+$`),
  )
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeHidden()
  await expect(page.getByText(/Printed on/)).toBeVisible()
})

test('small letters lead to the canonical address, and what is not public is not found', async ({ page }) => {
  const ref = await changedRef(page)
  await page.goto(`/measures/${ref.toLowerCase()}`)
  await expect(page).toHaveURL(`/measures/${ref}`)
  await page.goto(`/economies/${ref.slice(0, 2).toLowerCase()}`)
  await expect(page).toHaveURL(`/economies/${ref.slice(0, 2)}`)
  for (const address of [`/measures/${ref}/versions/999`, '/measures/ZZ-0001', '/economies/ZZ', '/pillars/99', '/pillars/08']) {
    expect((await page.goto(address))?.status(), address).toBe(404)
    await expect(page.getByRole('heading', { name: 'There is nothing published at this address.' })).toBeVisible()
  }
})
