// The history of a measure and the log of the desk: any two revisions compared, an earlier text brought back, and what was done found again.
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, given, test } from './fixtures.ts'

async function accessible(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
}

test('an editor compares two revisions and brings an earlier text back as a new draft', async ({ as }) => {
  const { ref } = await given.published({ coverage: 'Postal services' })
  await given.amendment(ref, { coverage: 'Parcels alone' })
  const page = await as('editor')
  await page.goto(`/desk/measures/${ref}`)
  await page.getByRole('link', { name: 'History' }).click()
  await accessible(page)
  await page.getByRole('radio', { name: 'From revision 2.2' }).check()
  await page.getByRole('radio', { name: 'To revision 1.2' }).check()
  await page.getByRole('button', { name: 'Compare the two that are marked' }).click()
  await expect(page.getByRole('heading', { name: 'From 1.2 to 2.2' })).toBeVisible()
  await expect(page.getByText('Parcels alone')).toBeVisible()
  await accessible(page)
  await page.getByRole('button', { name: 'Bring back 1.2' }).click()
  await page.waitForURL(`/desk/measures/${ref}/edit`)
  expect((await given.head({ ref, version: 2 })).content.coverage).toBe('Postal services')
  await page.goto(`/desk/measures/${ref}/history`)
  await expect(page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: '2.3', exact: true }) })).toContainText(
    'brought back from 1.2',
  )
  await page.goto(`/desk/log?measure=${ref}`)
  await expect(page.getByText('brought back the text of revision 1.2 as revision 3')).toBeVisible()
})

test('a page that somebody saved behind says so, and brings nothing back', async ({ as }) => {
  const on = await given.draft({ coverage: 'Mail' })
  const page = await as('editor')
  await page.goto(`/desk/measures/${on.ref}/history?from=1.1&to=1.2`)
  const other = await as('editor2')
  await other.goto(`/desk/measures/${on.ref}/history?from=1.1&to=1.2`)
  await other.getByRole('button', { name: 'Bring back 1.1' }).click()
  await other.waitForURL(/edit/)
  await page.getByRole('button', { name: 'Bring back 1.1' }).click()
  await expect(page.getByRole('alert').getByText(/saved version 1 since you opened this page/)).toBeVisible()
  expect((await given.head(on)).number).toBe(3)
})

test('the log is narrowed in the address, turned page by page, and downloaded as it is shown', async ({ as }) => {
  const { ref } = await given.published()
  const page = await as('reviewer')
  await page.goto('/desk')
  await page.getByRole('link', { name: 'Log', exact: true }).click()
  await page.getByLabel('Measure').fill(ref.toLowerCase())
  await page.getByLabel('What').selectOption('publication')
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(page, 'the address holds what was chosen, and no more').toHaveURL(`/desk/log?measure=${ref}&topic=publication`)
  await expect(page.getByText('published the version')).toHaveCount(1)
  await expect(page.getByText('began the measure')).toHaveCount(0)
  await accessible(page)
  const address = await page.getByRole('link', { name: 'Download as CSV' }).getAttribute('href')
  const file = await (await page.request.get(address ?? '')).text()
  expect(file.trim().split('\n')).toHaveLength(2)
  expect(file).toContain(`,published the version,${ref},1,version.published,`)
  await page.goto('/desk/log?economy=ZZ')
  await expect(page.getByText('Nothing was done that fits this.')).toBeVisible()
  await expect(page.getByLabel('What').getByRole('option', { name: 'People' })).toHaveCount(0)
})
