// The pictures as a reader meets them: without JavaScript, in both themes, on a phone, with the keyboard, and as files that others open.
import AxeBuilder from '@axe-core/playwright'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { parseCsvObjects } from 'hucre/csv'
import { contentWith, expect, given, test } from './fixtures.ts'

const pages = [
  '/matrix',
  '/matrix?show=checked&by=pillar',
  '/matrix?pillar=8&rows=all',
  '/map',
  '/map?year=2005',
  '/map?region=150',
  '/matrix?region=143',
  '/map?clock=record',
  '/economies/KZ',
]
const files = ['matrix', 'map', 'economies/KZ', 'activity']

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on the pictures, ${colorScheme}`, async ({ browser }) => {
    test.setTimeout(120_000)
    const context = await browser.newContext({ colorScheme })
    for (const address of pages) {
      const page = await context.newPage()
      await page.goto(address)
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id, nodes }) => `${address}: ${id}: ${nodes[0]?.html}`)).toEqual([])
      await page.close()
    }
    await context.close()
  })
}

test('no picture scrolls the page sideways, on a phone or at 400 %', async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 320, height: 640 } })
  for (const address of pages) {
    const page = await context.newPage()
    await page.goto(address)
    expect(await page.evaluate(() => document.documentElement.scrollWidth), address).toBeLessThanOrEqual(320)
    await page.close()
  }
  await context.close()
})

test('a cell of the matrix leads to as many measures as it says, without JavaScript', async ({ browser }) => {
  await given.published({ subPillar: '9.3' })
  await given.published({ subPillar: '9.3' })
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto('/matrix')
  await page.getByLabel('Pillar', { exact: true }).selectOption('9')
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(page).toHaveURL(/pillar=9/)
  const cell = page.getByRole('row', { name: /Kazakhstan/ }).locator('a[href="/measures?economy=KZ&subPillar=9.3"]')
  const told = Number(await cell.innerText())
  expect(told).toBeGreaterThanOrEqual(2)
  await cell.click()
  await expect(page.getByRole('heading', { name: new RegExp(`^${told} measures`) })).toBeVisible()
  await context.close()
})

test('the arrow keys move in the matrix: one stop for Tab, and never below the headings', async ({ page }) => {
  await page.setViewportSize({ width: 900, height: 500 })
  await page.goto('/matrix?rows=all')
  const told = page.locator('[data-told]')
  const at = () => page.evaluate(() => document.activeElement?.closest('td, th')?.textContent?.trim())
  await page
    .getByRole('row', { name: /^AF Afghanistan/ })
    .getByRole('link')
    .first()
    .focus()
  await page.keyboard.press('ArrowUp')
  expect(await at()).toBe('Economy') // without a link, and a cell nevertheless
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  expect(await at()).toMatch(/^1\. /)
  await page.keyboard.press('ArrowRight')
  expect(await at()).toMatch(/^2\. /)
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowDown')
  expect(await at()).toMatch(/^1\.1 /)
  await page.keyboard.press('ArrowDown')
  await expect(told).toHaveText(/^AF Afghanistan, 1\.1 .+: /)
  await page.keyboard.press('Control+End')
  await expect(told).toHaveText(/^ZW Zimbabwe, 12\.10 .+: /)
  await page.keyboard.press('Home')
  expect(await at()).toBe('ZW Zimbabwe')
  for (const key of ['ArrowRight', 'ArrowRight', 'PageUp', 'PageUp', 'PageUp', 'ArrowUp', 'ArrowUp']) {
    await page.keyboard.press(key)
    // WCAG 2.4.11: what has the focus is seen, not covered by a heading that stays.
    const seen = await page.evaluate(() => {
      const box = document.activeElement?.getBoundingClientRect()
      const top = box && document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2)
      return document.activeElement?.contains(top ?? null)
    })
    expect(seen, key).toBe(true)
  }
  const past = page.getByRole('link', { name: 'One column for each pillar' })
  await page.keyboard.press('Tab')
  await expect(past).toBeFocused()
  await page.keyboard.press('Shift+Tab')
  expect(await at()).toBeDefined()
})

test('the matrix of a region has its economies, and so have its files', async ({ page, request }) => {
  await given.published({ subPillar: '9.3' })
  await page.goto('/matrix')
  await page.getByLabel('Region').selectOption({ label: '\u2003Central Asia' })
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(page).toHaveURL(/region=143/)
  await expect(page.getByRole('row', { name: /Kazakhstan/ })).toBeVisible()
  await expect(page.getByRole('row', { name: /Germany/ })).toHaveCount(0)
  const address = (await page.getByRole('link', { name: 'CSV' }).getAttribute('href')) ?? ''
  const { data } = parseCsvObjects(await (await request.get(address)).text(), { header: true })
  expect([...new Set(data.map((row) => row.economy_code))]).not.toContain('DE')
  expect(data.map((row) => row.economy_code)).toContain('KZ')
})

test('the headings of the matrix stay while it scrolls', async ({ page }) => {
  await page.setViewportSize({ width: 900, height: 500 })
  await page.goto('/matrix?rows=all')
  const frame = page.getByRole('region', { name: 'Number of measures by economy and sub-pillar' })
  await frame.focus()
  await frame.evaluate((element) => element.scrollTo(600, 2000))
  const [outer, corner, column] = await Promise.all([
    frame.boundingBox(),
    page.getByRole('columnheader', { name: 'Economy' }).boundingBox(),
    page.getByRole('columnheader', { name: /^12\.1 / }).boundingBox(),
  ])
  expect(Math.abs((corner?.x ?? 0) - (outer?.x ?? 0))).toBeLessThan(3)
  expect(Math.abs((corner?.y ?? 0) - (outer?.y ?? 0))).toBeLessThan(3)
  expect(Math.abs((column?.y ?? 0) - (outer?.y ?? 0))).toBeLessThan(40)
})

test('the map goes from year to year by links, and by its form without JavaScript', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto('/map')
  await page.getByRole('navigation', { name: 'Year' }).getByRole('link', { name: '2010', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Measures in force at the end of 2010')
  await page.getByRole('link', { name: 'Earlier year' }).click()
  await expect(page).toHaveURL('/map?year=2009')
  await page.getByLabel('At the end of', { exact: true }).selectOption('2015')
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Measures in force at the end of 2015')
  const row = page.getByRole('row', { name: /^Kazakhstan/ })
  const told = await row.getByRole('link').nth(1).innerText()
  await expect(page.getByRole('link', { name: new RegExp(`^Kazakhstan: ${told} measure`) })).toHaveAttribute('href', /inForceOn=2015-12-31/)
  await row.getByRole('link').nth(1).click()
  await expect(page.getByRole('heading', { name: new RegExp(`^${told} measure`) })).toBeVisible()
  await context.close()
})

test('the slider of the map takes the heading, the picture, the table and the files along, by the keyboard', async ({ page }) => {
  await given.published({ subPillar: '9.3' })
  await page.goto('/map?region=143')
  const slider = page.getByRole('slider')
  await expect(page.getByRole('navigation', { name: 'Year' })).toBeHidden()
  await page.getByLabel('Region').focus()
  for (let presses = 0; presses < 4 && !(await slider.evaluate((one) => one === document.activeElement)); presses++)
    await page.keyboard.press('Tab')
  await expect(slider).toBeFocused()
  for (let back = 0; back < 5; back++) await page.keyboard.press('ArrowLeft')
  const heading = page.getByRole('heading', { level: 1 })
  await expect(heading).toHaveText('Measures in force in Central Asia at the end of 2021')
  await expect(page).toHaveURL('/map?region=143&year=2021')
  await expect(page).toHaveTitle(/Central Asia at the end of 2021/)
  await expect(slider).toBeFocused()
  await expect(page.getByRole('table', { name: /Central Asia at the end of 2021, by economy/ })).toBeVisible()
  await expect(page.getByRole('link', { name: /^Kazakhstan: \d+ measure/ })).toHaveAttribute('href', /inForceOn=2021-12-31/)
  await expect(page.getByRole('link', { name: 'CSV' })).toHaveAttribute('href', '/pictures/map.csv?year=2021&region=143')
  await expect(page.getByRole('status')).toContainText('Measures in force in Central Asia at the end of 2021')
  await page.keyboard.press('Home')
  await expect(heading).toHaveText('Measures in force in Central Asia at the end of 1990')
  await page.keyboard.press('End')
  await expect(page).toHaveURL('/map?region=143')
  await page.reload()
  await expect(heading).toHaveText('Measures in force in Central Asia today')
})

test('each picture is a file that others open, and is not sent twice', async ({ request }) => {
  await given.published(contentWith({ subPillar: '9.3' }))
  for (const name of files) {
    const svg = await request.get(`/pictures/${name}.svg`)
    expect(svg.headers()['content-type']).toContain('image/svg+xml')
    expect(XMLValidator.validate(await svg.text())).toBe(true)
    expect(new XMLParser().parse(await svg.text()).svg.title).not.toBe('')
    const png = await request.get(`/pictures/${name}.png`)
    expect(png.headers()['content-type']).toBe('image/png')
    const bytes = await png.body()
    expect(bytes.subarray(1, 4).toString()).toBe('PNG')
    expect(bytes.readUInt32BE(16)).toBeGreaterThan(1400)
    const csv = await request.get(`/pictures/${name}.csv`)
    const { data } = parseCsvObjects(await csv.text(), { header: true })
    expect(data.length).toBeGreaterThan(0)
    for (const answer of [svg, png, csv]) {
      const again = await request.get(answer.url(), { headers: { 'if-none-match': answer.headers().etag ?? '' } })
      expect(again.status(), answer.url()).toBe(304)
    }
  }
})

test('the preview of a measure shows the version that stands, and a withdrawn one no text', async ({ page, request }) => {
  const { ref } = await given.published({ subPillar: '9.3' })
  await given.amendment(ref, { description: 'Not yet.' })
  await page.goto(`/measures/${ref}`)
  const image = await page.locator('meta[property="og:image"]').getAttribute('content')
  expect(image).toContain(`/pictures/cards/${ref}.png`)
  const bytes = await (await request.get(`/pictures/cards/${ref}.png`)).body()
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630])
  expect(await (await request.get(`/pictures/cards/${ref}.svg`)).text()).toContain('Version 1, published')
  for (const file of [`${ref}-v2.png`, `${ref}.csv`, `${ref}.gif`, 'ZZ-0001.png', 'ACT-9999.png', 'ZZ.png', 'x'])
    expect((await request.get(`/pictures/cards/${file}`)).status(), file).toBe(404)
})

test('on a phone the choices of the matrix can be read whole', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto('/matrix')
  for (const label of ['Show', 'Columns', 'Economies']) {
    const cut = await page.getByLabel(label, { exact: true }).evaluate((select: HTMLSelectElement) => {
      const pen = document.createElement('canvas').getContext('2d')
      const { font, paddingLeft, paddingRight } = getComputedStyle(select)
      if (!pen) return true
      pen.font = font
      const room = select.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight)
      return pen.measureText(select.selectedOptions[0]?.text ?? '').width > room
    })
    expect(cut, label).toBe(false)
  }
})
