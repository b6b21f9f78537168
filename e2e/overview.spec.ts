// The overview of the desk: numbers that lead to their lists, charts with their tables, nothing that axe finds, and room on a phone.
import { AxeBuilder } from '@axe-core/playwright'
import { expect, given, test } from './fixtures.ts'

for (const colorScheme of ['light', 'dark'] as const) {
  test(`what waits and what was done, ${colorScheme}`, async ({ as }) => {
    await given.submitted()
    const page = await as('reviewer', { colorScheme })
    await page.goto('/desk')
    await page.getByRole('navigation', { name: 'Desk' }).getByRole('link', { name: 'Overview' }).click()
    await expect(page.getByRole('heading', { name: 'Overview', level: 1 })).toBeVisible()
    await page.getByText('The same as a table').first().click()
    await expect(page.getByRole('table', { name: 'Open versions by how long they have been as they are' })).toContainText('up to a day')
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
    await page.setViewportSize({ width: 360, height: 800 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    await page.getByRole('link', { name: 'In review' }).click()
    await page.waitForURL('/desk/review')
  })
}
