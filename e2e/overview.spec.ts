// The overview of the desk: numbers that lead to their lists, charts with their tables, nothing that axe finds, and room on a phone.
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, given, test } from './fixtures.ts'

/** How many pairs of neighbouring words under the bars touch. */
const touching = (page: Page) =>
  page.getByRole('img', { name: 'Open versions by how long they have been as they are' }).evaluate((picture) => {
    const words = [...picture.querySelectorAll('text')].slice(1).map((word) => word.getBoundingClientRect())
    return words.filter(({ left }, index) => left < (words[index - 1]?.right ?? 0)).length
  })

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
    expect(await touching(page)).toBe(0)
    await page.setViewportSize({ width: 360, height: 800 })
    expect(await touching(page)).toBe(0)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    await page.getByRole('link', { name: 'In review' }).click()
    await page.waitForURL('/desk/review')
  })
}
