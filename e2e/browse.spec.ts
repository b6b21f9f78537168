// Search and browse as a reader does, without JavaScript: misspelt words, facets, chips, views, and both clocks.
import { expect, test } from '@playwright/test'

test.use({ javaScriptEnabled: false })

const count = async (text: string | null) => Number((text ?? '').replaceAll(',', '').match(/\d+/)?.[0] ?? -1)

test('facets are ticked, counted, shown as chips and taken away again', async ({ page }) => {
  await page.goto('/measures')
  const box = page.locator('label', { has: page.locator('input[name=economy]') }).first()
  const wanted = await count(await box.textContent())
  await box.locator('input').check()
  await page.getByRole('button', { name: 'Apply filters' }).click()
  await expect(page).toHaveURL(/economy=[A-Z]{2}/)
  expect(await count(await page.getByRole('heading', { name: /^[\d,]+ measures?/ }).textContent())).toBe(wanted)
  await page.locator('input[name=economy]').nth(1).check()
  await page.getByRole('button', { name: 'Show measures' }).click()
  const chips = page.getByRole('list', { name: 'What is asked' }).getByRole('link')
  await expect(chips).toHaveCount(2)
  await chips.first().click()
  await expect(chips).toHaveCount(1)
  await expect(page.locator('input[name=economy]:checked')).toHaveCount(1)
})

test('a misspelt word is searched as what it most likely is, and can be searched as it is', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('searchbox').fill('comunications')
  await page.getByRole('button', { name: 'Search', exact: true }).click()
  await expect(page.getByRole('status')).toContainText('Showing results for communications')
  await expect(page.locator('mark').first()).toBeVisible()
  await page.getByRole('link', { name: 'search for that instead' }).click()
  await expect(page.getByText('No published measure answers that.')).toBeVisible()
})

test('an empty answer says what leaving out one thing would find', async ({ page }) => {
  await page.goto('/measures?q=xyzzyx&economy=KZ')
  await page.getByRole('link', { name: 'Leave out the words' }).click()
  await expect(page.getByRole('article').first()).toBeVisible()
  await expect(page).toHaveURL(/\/measures\?economy=KZ$/)
})

test('the same list as a table and on an axis of time keeps what is asked', async ({ page }) => {
  await page.goto('/measures?economy=KZ')
  await page.getByRole('link', { name: 'Table', exact: true }).click()
  await expect(page.getByRole('table')).toBeVisible()
  await page.getByRole('link', { name: 'Time axis' }).click()
  await expect(page).toHaveURL('/measures?economy=KZ&view=time')
  await expect(page.getByRole('img', { name: /^Drawing of the timeline/ }).first()).toBeVisible()
  await page.getByText(/events as a table$/).click()
  await expect(page.getByRole('table')).toBeVisible()
})

test('both clocks say what is being looked at, on a list, a measure, an economy and a pillar, and lead back', async ({ page }) => {
  await page.goto('/measures?economy=KZ')
  const ref = (await page.getByRole('article').first().getByRole('link').first().innerText()).trim()
  const query = '?asOf=2999-01-01&inForceOn=2019-06'
  for (const path of ['/measures', `/measures/${ref}`, '/economies/KZ', '/pillars/8']) {
    await page.goto(`${path}${query}`)
    await expect(page.getByText('What this database said on 1 January 2999 about the law in force in June 2019.'), path).toBeVisible()
    await page.getByRole('link', { name: 'Back to today' }).click()
    await expect(page, path).toHaveURL(path)
  }
  await page.goto(`/measures/${ref}?asOf=1999`)
  await expect(page.getByText(`This database said nothing of ${ref} then.`)).toBeVisible()
  await page.goto(`/measures/${ref}?inForceOn=soon`)
  await expect(page.getByText('Not a day, month or year')).toBeVisible()
})

test('the filters are folded on a phone and open at a touch', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 })
  await page.goto('/measures?economy=KZ')
  await expect(page.getByRole('button', { name: 'Apply filters' })).toBeHidden()
  await page.getByText('Filters', { exact: false }).first().click()
  await expect(page.getByRole('button', { name: 'Apply filters' })).toBeVisible()
})
