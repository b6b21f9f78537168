// Comparing without JavaScript: two economies on a sub-pillar, an economy and a measure on two days, and what says why there is nothing.
import AxeBuilder from '@axe-core/playwright'
import { published } from '#lib/testing/builders.ts'
import { actor, contentWith, expect, given, test } from './fixtures.ts'

test.use({ javaScriptEnabled: false })

test('two economies on one sub-pillar, side by side and in one text', async ({ page }) => {
  const content = { subPillar: '8.2', description: 'Platforms remove <b>notified</b> content within a day.', coverage: 'Platforms' }
  const { ref: left } = await given.published(content, { economy: 'KZ' })
  const { ref: right } = await given.published(
    { ...content, description: 'Platforms remove notified content within a week.' },
    { economy: 'DE' },
  )
  await page.goto('/compare')
  await page.getByLabel('Sub-pillar').selectOption('8.2')
  await page.getByLabel('Economy', { exact: true }).selectOption('KZ')
  await page.getByLabel('Beside').selectOption('DE')
  await page.getByRole('button', { name: 'Compare' }).first().click()
  await expect(page).toHaveURL(/subPillar=8\.2&left=KZ&right=DE/)
  const table = page.getByRole('table').first()
  await expect(table.getByRole('columnheader', { name: /^Kazakhstan/ })).toContainText('KZ-')
  await expect(table.getByRole('columnheader', { name: /^Germany/ })).toContainText('DE-')
  await expect(page.getByRole('link', { name: `${left}, version 1` })).toBeVisible()
  await expect(page.getByRole('link', { name: `${right}, version 1` })).toBeVisible()
  await page.getByRole('link', { name: 'In one text' }).click()
  await expect(page.locator('ins').first()).toBeVisible()
  await expect(page.locator('main b')).toHaveCount(0)
})

test('a measure on two days, and an economy on two days', async ({ page, sql }) => {
  const first = contentWith({ subPillar: '8.1', coverage: 'Bicycles' })
  const { ref } = await given.published(first)
  const on = await given.amendment(ref, { ...first, coverage: 'Tricycles', changeKind: 'correction', changeNote: 'It was wrong.' })
  await published({ editor: await actor('editor'), reviewer: await actor('reviewer') }, on)
  const day = (await sql.query("SELECT (now() AT TIME ZONE 'UTC')::date::text AS day")).rows[0].day as string

  await page.goto(`/compare?measure=${ref}&leftOn=1999-01-01&rightOn=${day}`)
  await expect(page.getByRole('table')).toContainText('nothing published')
  await expect(page.getByRole('table')).toContainText('Tricycles')
  await page.goto(`/compare?measure=${ref}&leftOn=${day}`)
  await expect(page.getByRole('status')).toContainText(`${ref} said the same on both days: version 2`)
  await page.goto(`/compare?subPillar=8.1&left=KZ&leftOn=1999-01-01`)
  await expect(page.getByRole('heading', { name: /nothing and KZ-|^KZ-/ }).first()).toBeVisible()
  await expect(page.getByText('Kazakhstan, as published on 1 January 1999').first()).toBeVisible()
})

test('two versions in one text, and side by side with the words marked that differ', async ({ page }) => {
  const first = contentWith({ coverage: 'Slow bicycles', description: 'Riders wear a helmet.' })
  const { ref } = await given.published(first)
  const next = { ...first, coverage: 'Slow tricycles', changeKind: 'amendment' as const, changeNote: 'It covers others now.' }
  await published({ editor: await actor('editor'), reviewer: await actor('reviewer') }, await given.amendment(ref, next))
  await page.goto(`/measures/${ref}/compare?from=1&to=2`)
  await expect(page.getByRole('table')).toHaveCount(0)
  await page.getByRole('link', { name: 'Side by side' }).click()
  await expect(page).toHaveURL(`/measures/${ref}/compare?from=1&to=2&view=side`)
  const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'Coverage' }) })
  await expect(row.locator('del')).toContainText('bicycles')
  await expect(row.locator('ins')).toContainText('tricycles')
  await expect(row.getByRole('cell').first().locator('ins')).toHaveCount(0)
  await expect(page.getByRole('row').filter({ hasText: 'helmet' }).locator('ins, del')).toHaveCount(0)
  await page.getByRole('button', { name: 'Compare' }).click()
  await expect(page.getByRole('table')).toBeVisible()
})

test('what cannot be compared says why, and nothing that is not public is compared', async ({ page, request }) => {
  const draft = await given.draft({ description: 'zqhidden' })
  for (const [query, sentence] of [
    ['subPillar=8.2&left=KZ&right=KZ', 'That is the same on both sides.'],
    ['subPillar=99.9&left=KZ&right=DE', 'The taxonomy has no sub-pillar 99.9.'],
    ['subPillar=8.2&left=KZ&right=QQ', 'There is no economy QQ.'],
    ['subPillar=1.1&left=AX&right=AD', 'Neither'],
    [`measure=${draft.ref}&leftOn=2020-01-01`, `No measure ${draft.ref} is published.`],
    ['measure=KZ-9876&leftOn=2020-01-01', 'No measure KZ-9876 is published.'],
  ] as const) {
    await page.goto(`/compare?${query}`)
    await expect(page.getByRole('status'), query).toContainText(sentence)
    await expect(page.getByRole('main')).not.toContainText('zqhidden')
  }
  await page.goto('/compare?left=Kazakhstan&leftOn=2023-02-29&measure=x')
  for (const said of ['Not an economy code', 'Not a day', 'Not the ref of a measure'])
    await expect(page.getByText(said).first()).toBeVisible()
  expect((await request.get('/compare?subPillar=%00&left[]=KZ&view=<script>')).status()).toBe(200)
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on the new pages, ${colorScheme}`, async ({ browser, baseURL }) => {
    test.setTimeout(120_000)
    const context = await browser.newContext({ colorScheme, javaScriptEnabled: true, ...(baseURL ? { baseURL } : {}) })
    const page = await context.newPage()
    for (const path of [
      '/compare',
      '/compare?subPillar=8.2&left=KZ&right=DE',
      '/compare?subPillar=8.2&left=KZ&right=DE&view=inline',
      '/changes?economy=KZ',
      '/developers',
    ]) {
      await page.goto(path)
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id, nodes }) => `${path} ${id}: ${nodes[0]?.html}`)).toEqual([])
    }
    await context.close()
  })
}
