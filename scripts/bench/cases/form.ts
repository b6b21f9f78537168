// Opening the form of a measure with 200 versions and 30 bases in a browser, from the click or the address until it shows a key that was pressed.
import { type Browser, chromium, type Page } from '@playwright/test'
import { chromiumArgs, chromiumPath } from '../../chromium.ts'
import type { Case } from '../case.ts'
import { longMeasure, middleOf, sessionOf } from '../long-measure.ts'
import { tasksDuring } from '../main-thread.ts'
import { cpuOf } from '../process-cost.ts'

const RUNS = 15
const FIRST_VISITS = 5
const FIRST_FIELD = '#field-bases-0-title:enabled'
const DESCRIPTION = '#field-description[role=textbox]'

type Watched = { watched: { focused: Promise<void>; typed: Promise<number>; written: Promise<void> } }

/**
 * The page itself looks for its fields, once a frame: asked from outside again and again, it would work on the answers. The focus goes
 * into the first text field that is enabled, and a key counts as taken when a frame is drawn that shows it: `typed` is that time.
 */
function watch([first, description]: [string, string]): void {
  const [focused, typed, written] = [Promise.withResolvers<void>(), Promise.withResolvers<number>(), Promise.withResolvers<void>()] as const
  Object.assign(window, { watched: { focused: focused.promise, typed: typed.promise, written: written.promise } })
  const look = () => {
    const field = document.querySelector<HTMLTextAreaElement>(first)
    if (field && document.activeElement !== field) {
      const before = field.value
      field.focus()
      field.addEventListener('input', () =>
        requestAnimationFrame(() => {
          if (field.value !== before) typed.resolve(performance.mark('typed').startTime)
        }),
      )
      focused.resolve()
    }
    if (!document.querySelector(description)) return requestAnimationFrame(look)
    performance.mark('written')
    written.resolve()
  }
  requestAnimationFrame(look)
}
const FIELDS: [string, string] = [FIRST_FIELD, DESCRIPTION]

/** Types one key into the form that is opening; resolves to when it was shown, by the page's clock. */
async function type(page: Page): Promise<number> {
  await page.evaluate(() => (window as never as Watched).watched.focused)
  await page.keyboard.press('x')
  const typed = await page.evaluate(() => (window as never as Watched).watched.typed)
  // At once, so that nothing is there to be saved, nor to be offered back to the next visit.
  await page.keyboard.press('Backspace')
  await page.evaluate(() => (window as never as Watched).watched.written)
  return typed
}

/** Opens the form by its address: milliseconds by the clock since it was asked for. The page has `watch` as its first script. */
async function byAddress(page: Page, address: string): Promise<number> {
  await page.goto(address, { waitUntil: 'commit' })
  const typed = await type(page)
  return typed - (await page.evaluate(() => (performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming).fetchStart))
}

/** Opens the form from the page of the measure on the desk, as an editor does: milliseconds by the clock since the click. */
async function byClick(page: Page, measure: string): Promise<number> {
  await page.goto(measure, { waitUntil: 'networkidle' })
  await page.evaluate(() => document.addEventListener('click', () => performance.mark('clicked'), { capture: true, once: true }))
  await page.evaluate(watch, FIELDS)
  await page
    .locator(`a[href="${new URL(measure).pathname}/edit"]`)
    .first()
    .click()
  const typed = await type(page)
  return typed - (await page.evaluate(() => performance.getEntriesByName('clicked')[0]?.startTime ?? Number.NaN))
}

/** What a page does on leaving counts for no next visit. */
async function leave(page: Page, address: string): Promise<void> {
  await page.waitForTimeout(600)
  await page.goto(new URL('/api/health', address).href)
}

/** What the page does for one opening by its address, in milliseconds of processor time. The trace makes it longer by the clock. */
async function work(browser: Browser, page: Page, address: string) {
  const tasks = await tasksDuring(browser, page, async () => {
    await byAddress(page, address)
  })
  return { typed: tasks.ofProcessorUntil('typed'), longest: tasks.longestOfProcessor, written: tasks.ofProcessorUntil('written') }
}

/** Does something so often after one time that does not count, leaving the page in between. */
async function again<T>(page: Page, address: string, open: () => Promise<T>): Promise<T[]> {
  const found: T[] = []
  for (let n = 0; n <= RUNS; n++) {
    found.push(await open())
    await leave(page, address)
  }
  return found.slice(1)
}

export default {
  name: 'form',
  about: 'opening the form of a measure with 200 versions, 30 bases and 10,000 words',
  run: async (stage) => {
    const [ref, cookie, { url, pid }] = [await longMeasure(stage), await sessionOf(stage), await stage.program()]
    const [measure, address] = [`${url}/desk/measures/${ref}`, `${url}/desk/measures/${ref}/edit`]
    const answered: number[] = []
    const before = cpuOf([pid])
    for (let n = 0; n < RUNS; n++) {
      const began = performance.now()
      const response = await fetch(address, { headers: { cookie: `${cookie.name}=${cookie.value}` }, redirect: 'manual' })
      if (response.status !== 200) throw new Error(`The form was answered with ${response.status}.`)
      await response.text()
      answered.push(performance.now() - began)
    }
    const ofProcessor = (cpuOf([pid]) - before) / 1000 / RUNS
    const browser = await chromium.launch({ executablePath: await chromiumPath(), args: chromiumArgs })
    const visitor = async () => {
      const context = await browser.newContext()
      await context.addCookies([{ ...cookie, url }])
      return context
    }
    try {
      const clicked = await (await visitor()).newPage()
      const clicks = await again(clicked, address, () => byClick(clicked, measure))
      const first: number[] = []
      for (let n = 0; n < FIRST_VISITS; n++) {
        const context = await visitor()
        await context.addInitScript(watch, FIELDS)
        first.push(await byAddress(await context.newPage(), address))
        await context.close()
      }
      const context = await visitor()
      await context.addInitScript(watch, FIELDS)
      const page = await context.newPage()
      const later = await again(page, address, () => byAddress(page, address))
      const worked = await again(page, address, () => work(browser, page, address))
      const middle = (of: 'typed' | 'longest' | 'written') => middleOf(worked.map((one) => one[of]))
      const [unit, target] = ['ms, the middle one', 'under 300']
      return {
        figures: [
          { name: 'from a click on the desk until a key is shown', value: middleOf(clicks), unit, target },
          { name: 'the slowest of these', value: Math.max(...clicks), unit: `ms, of ${RUNS}` },
          { name: 'from its address until a key is shown', value: middleOf(later), unit, target },
          { name: 'the same on a first visit, nothing cached', value: middleOf(first), unit },
          { name: 'of it, until the page is answered', value: middleOf(answered), unit },
          { name: 'the same, processor time of the program', value: ofProcessor, unit: 'ms, on average' },
          { name: 'of it, processor time of the page', value: middle('typed'), unit },
          {
            name: 'until the description is formatted and takes a key too',
            value: middle('written'),
            unit: 'ms of processor time, the middle one',
          },
          { name: 'the longest task until then', value: middle('longest'), unit: 'ms of processor time, the middle one' },
        ],
      }
    } finally {
      await browser.close()
    }
  },
} satisfies Case
