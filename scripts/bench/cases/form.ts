// Opening the form of a measure with 200 versions and 30 bases: until the page is answered, and in a browser until it takes a key.
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test'
import { chromiumArgs, chromiumPath } from '../../chromium.ts'
import type { Case } from '../case.ts'
import { longMeasure, middleOf, sessionOf } from '../long-measure.ts'
import { tasksDuring } from '../main-thread.ts'
import { cpuOf } from '../process-cost.ts'

const RUNS = 15
const FIRST_VISITS = 5
const FIRST_FIELD = '#field-bases-0-title:enabled'
const DESCRIPTION = '#field-description[role=textbox]'

type Opened = { typed: () => Promise<void>; written: () => Promise<void> }
/** What the person waits for, in milliseconds: by the clock since the answer began, and the page's own work of it. */
type Opening = { typed: number; ofProcessor: number; longest: number; described: number }

/**
 * The page itself looks for its fields, once a frame: asked from outside again and again, it would work on the answers. The focus goes
 * into the first text field that is enabled, and a key counts as taken when a frame is drawn that shows it.
 */
function watch([first, description]: [string, string]): void {
  const promised = () => {
    let keep = () => {}
    const kept = new Promise<void>((done) => {
      keep = done
    })
    return { kept, keep }
  }
  const [focused, typed, written] = [promised(), promised(), promised()]
  Object.assign(window, { focused: () => focused.kept, typed: () => typed.kept, written: () => written.kept })
  const look = () => {
    const field = document.querySelector<HTMLTextAreaElement>(first)
    if (field && document.activeElement !== field) {
      const before = field.value
      field.focus()
      field.addEventListener('input', () =>
        requestAnimationFrame(() => {
          if (field.value === before) return
          performance.mark('typed')
          typed.keep()
        }),
      )
      focused.keep()
    }
    if (!document.querySelector(description)) return requestAnimationFrame(look)
    performance.mark('written')
    written.keep()
  }
  requestAnimationFrame(look)
}

async function opening(browser: Browser, page: Page, address: string): Promise<Opening> {
  let typed = 0
  const tasks = await tasksDuring(browser, page, async () => {
    await page.goto(address, { waitUntil: 'commit' })
    await page.evaluate(() => (window as never as Opened & { focused: () => Promise<void> }).focused())
    await page.keyboard.press('x')
    await page.evaluate(() => (window as never as Opened).typed())
    typed = await page.evaluate(() => {
      const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
      return (performance.getEntriesByName('typed')[0]?.startTime ?? 0) - (navigation?.responseStart ?? 0)
    })
    // At once, so that nothing is there to be saved, nor to be offered back to the next visit.
    await page.keyboard.press('Backspace')
    await page.evaluate(() => (window as never as Opened).written())
  })
  // What a page does on leaving counts for no next visit.
  await page.waitForTimeout(600)
  await page.goto(new URL('/api/health', address).href)
  return {
    typed,
    ofProcessor: tasks.ofProcessorUntil('typed'),
    longest: tasks.longestOfProcessor,
    described: tasks.ofProcessorUntil('written'),
  }
}

export default {
  name: 'form',
  about: 'opening the form of a measure with 200 versions, 30 bases and 10,000 words',
  run: async (stage) => {
    const [ref, cookie, { url, pid }] = [await longMeasure(stage), await sessionOf(stage), await stage.program()]
    const address = `${url}/desk/measures/${ref}/edit`
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
    const visitor = async (): Promise<[BrowserContext, Page]> => {
      const context = await browser.newContext()
      await context.addCookies([{ ...cookie, url }])
      await context.addInitScript(watch, [FIRST_FIELD, DESCRIPTION] as [string, string])
      return [context, await context.newPage()]
    }
    const [first, later]: [Opening[], Opening[]] = [[], []]
    try {
      for (let n = 0; n < FIRST_VISITS; n++) {
        const [context, page] = await visitor()
        first.push(await opening(browser, page, address))
        await context.close()
      }
      const [, page] = await visitor()
      for (let n = 0; n < RUNS; n++) later.push(await opening(browser, page, address))
    } finally {
      await browser.close()
    }
    const middle = (visits: Opening[], of: keyof Opening) => middleOf(visits.map((visit) => visit[of]))
    return {
      figures: [
        { name: 'the page is answered', value: middleOf(answered), unit: 'ms, the middle one', target: 'under 300' },
        { name: 'the same, processor time of the program', value: ofProcessor, unit: 'ms, on average' },
        { name: 'then until a key is taken, in Chromium', value: middle(later, 'typed'), unit: 'ms, the middle one' },
        {
          name: 'the same, processor time of the page',
          value: middle(later, 'ofProcessor'),
          unit: 'ms, the middle one',
          target: 'under 300',
        },
        { name: 'the same on a first visit', value: middle(first, 'ofProcessor'), unit: 'ms of processor time, the middle one' },
        {
          name: 'until the description is formatted and takes a key too',
          value: middle(later, 'described'),
          unit: 'ms of processor time, the middle one',
        },
        { name: 'the longest task until then', value: middle(later, 'longest'), unit: 'ms of processor time, the middle one' },
      ],
    }
  },
} satisfies Case
