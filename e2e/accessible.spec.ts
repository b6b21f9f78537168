// Issue 4, point 8: every page for everybody, in both themes, at 400 %, without motion, printed, and by the keyboard alone.
import AxeBuilder from '@axe-core/playwright'
import type { Browser, BrowserContextOptions, Locator, Page } from '@playwright/test'
import { addressesForAll, cutOff, focusFault, moving, pagesForAll } from './everybody.ts'
import { expect, test } from './fixtures.ts'

let addresses: Record<string, string[]>
test.beforeAll(async () => {
  addresses = await addressesForAll()
})

/** Opens every address in a browser of its own; what `look` finds there is told with the address. */
async function everywhere(browser: Browser, options: BrowserContextOptions, look: (page: Page) => Promise<string[]>): Promise<string[]> {
  const context = await browser.newContext(options)
  const found: string[] = []
  for (const address of Object.values(addresses).flat()) {
    const page = await context.newPage()
    await page.goto(address)
    found.push(...(await look(page)).map((one) => `${address.slice(0, 60)}: ${one}`))
    await page.close()
  }
  await context.close()
  return found
}

test('every page of the build that needs no account has an address here', () => {
  expect(Object.keys(addresses).sort()).toEqual(pagesForAll())
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`axe finds nothing, ${colorScheme}; what can be hit is 24 pixels wide and high`, async ({ browser }) => {
    test.setTimeout(600_000)
    const found = await everywhere(browser, { colorScheme }, async (page) => {
      const { violations } = await new AxeBuilder({ page }).options({ rules: { 'target-size': { enabled: true } } }).analyze()
      return violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map(({ html }) => `${id}: ${html.slice(0, 160)}`))
    })
    expect(found).toEqual([])
  })

test('at 400 % nothing scrolls sideways but tables in their place, and nothing is cut off', async ({ browser }) => {
  test.setTimeout(300_000)
  // 1280 pixels at 400 % are 320 (WCAG 1.4.10).
  const found = await everywhere(browser, { viewport: { width: 320, height: 256 } }, async (page) => {
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    return [...(width > 320 ? [`${width} pixels wide`] : []), ...(await cutOff(page))]
  })
  expect(found).toEqual([])
})

test('for who wants no motion nothing moves', async ({ browser }) => {
  test.setTimeout(300_000)
  const found = await everywhere(browser, { reducedMotion: 'reduce' }, async (page) => {
    const faults = await moving(page)
    return faults.slice(0, 3)
  })
  expect(found).toEqual([])
})

test('on paper: no navigation, dark on white, the addresses of sources, nothing cut off', async ({ browser }) => {
  test.setTimeout(300_000)
  const found = await everywhere(browser, { colorScheme: 'dark' }, async (page) => {
    // A4 between the margins of the print rules; a wide matrix lies across it.
    await page.setViewportSize({ width: (await page.locator('.matrix-shelf.wide').count()) > 0 ? 1047 : 658, height: 900 })
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    const faults = await page.evaluate(() => {
      const shown = (selector: string) => [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility())
      const channels = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number)
      const paper = channels(getComputedStyle(document.documentElement).backgroundColor)
      const pale = shown('h1, h2, h3, p, li, dt, dd, td, th, a').filter((one) => {
        const [red = 0, green = 0, blue = 0, alpha = 1] = channels(getComputedStyle(one).color)
        return alpha > 0 && one.textContent?.trim() && !one.closest('[class*="shade-"], .matrix td') && Math.max(red, green, blue) > 0x80
      })
      const outward = shown('main a[rel~="noopener"]').filter((one) => !getComputedStyle(one, '::after').content.includes('http'))
      return [
        ...shown('nav, form, [data-slider], button').map(
          (one) => `on paper: ${one.tagName} ${one.getAttribute('aria-label') ?? one.className}`,
        ),
        ...(paper.slice(0, 3).every((channel) => channel === 255) ? [] : [`paper is ${paper.join()}`]),
        ...pale.slice(0, 3).map((one) => `pale: ${one.outerHTML.slice(0, 120)}`),
        ...outward.slice(0, 3).map((one) => `without its address: ${one.outerHTML.slice(0, 120)}`),
      ]
    })
    return [...faults, ...(await cutOff(page))]
  })
  expect(found).toEqual([])
})

/** Presses Tab until this has the focus; all that had it on the way was seen. */
async function tabTo(page: Page, target: Locator, key = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 150; presses++) {
    await page.keyboard.press(key)
    expect(await focusFault(page)).toBe('')
    if (await target.evaluate((one) => one === document.activeElement).catch(() => false)) return
  }
  throw new Error(`${target} is not reached with ${key}.`)
}

for (const viewport of [
  { width: 1280, height: 720 },
  { width: 390, height: 700 },
])
  test(`by the keyboard at ${viewport.width}: past the head, search, narrow, open, cite`, async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.setViewportSize(viewport)
    await page.goto('/measures')
    await tabTo(page, page.getByRole('link', { name: 'Skip to the content' }))
    await page.keyboard.press('Enter')
    await expect(page.getByRole('main')).toBeFocused()
    await tabTo(page, page.getByRole('searchbox', { name: 'Words' }))
    await page.keyboard.type('register')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/q=register/)
    if (viewport.width < 1024) {
      await tabTo(page, page.locator('details.panel > summary'))
      await page.keyboard.press('Enter')
    }
    const box = page.getByRole('checkbox', { name: /^Kazakhstan/ }).first()
    await tabTo(page, box)
    await page.keyboard.press('Space')
    await expect(box).toBeChecked()
    await tabTo(page, page.getByRole('button', { name: 'Apply filters' }))
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/economy=KZ/)
    const first = page.getByRole('article').first().getByRole('link').first()
    await tabTo(page, first)
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/\/measures\/KZ-\d+$/)
    await tabTo(page, page.getByRole('button', { name: 'Copy citation' }))
    await page.keyboard.press('Enter')
    await expect(page.getByText('Copied')).toBeVisible()
  })

test('by the keyboard: into the matrix, through it, past it and into a cell', async ({ page }) => {
  await page.setViewportSize({ width: 1000, height: 600 })
  await page.goto('/matrix?region=142')
  await tabTo(page, page.getByRole('link', { name: 'Past the matrix' }))
  await tabTo(page, page.getByRole('region', { name: /by economy and sub-pillar/ }))
  await page.keyboard.press('Tab')
  for (const key of [
    'ArrowDown',
    'ArrowDown',
    'End',
    'ArrowDown',
    'PageDown',
    'ArrowLeft',
    'Home',
    'ArrowRight',
    'Control+End',
    'Control+Home',
  ]) {
    await page.keyboard.press(key)
    expect(await focusFault(page), key).toBe('')
  }
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/measures\?economy=/)
})
