// Typing in a form with 30 bases and 10,000 words, saving by itself meanwhile: for how long the page was ever busy, as the browser's own trace tells.
import { chromium } from '@playwright/test'
import { chromiumArgs, chromiumPath } from '../../chromium.ts'
import type { Case, Figure } from '../case.ts'
import { longMeasure, middleOf, sessionOf } from '../long-measure.ts'
import { tasksDuring } from '../main-thread.ts'

const KEYS = 'The operator keeps a register of its services for ten months. '.repeat(2)
const DELAY = 60

type Seen = { events: number[] }

export default {
  name: 'typing',
  about: 'typing in a form with 30 bases and 10,000 words, saving by itself meanwhile',
  run: async (stage) => {
    const [ref, cookie, { url }] = [await longMeasure(stage), await sessionOf(stage), await stage.program()]
    const browser = await chromium.launch({ executablePath: await chromiumPath(), args: chromiumArgs })
    try {
      const context = await browser.newContext()
      await context.addCookies([{ ...cookie, url }])
      const page = await context.newPage()
      await page.goto(`${url}/desk/measures/${ref}/edit`)
      await page.locator('fieldset:not(:disabled) [role=textbox]').first().waitFor()
      await page.evaluate(() => {
        const seen: Seen = { events: [] }
        Object.assign(window, { seen })
        new PerformanceObserver((list) => seen.events.push(...list.getEntries().map(({ duration }) => duration))).observe({
          type: 'event',
          durationThreshold: 16,
        } as PerformanceObserverInit)
      })
      const fields = {
        'the description': page.getByRole('textbox', { name: 'Description' }),
        'the title of a basis': page.getByRole('textbox', { name: 'Title of the act' }).nth(14),
      }
      const figures: Figure[] = []
      for (const [name, field] of Object.entries(fields)) {
        await field.click()
        await page.keyboard.press('End')
        await page.evaluate(() => Object.assign((window as never as { seen: Seen }).seen, { events: [] }))
        const tasks = await tasksDuring(browser, page, async () => {
          await page.keyboard.type(KEYS, { delay: DELAY })
          await page.waitForTimeout(3000)
        })
        const { events } = await page.evaluate(() => (window as never as { seen: Seen }).seen)
        figures.push(
          { name: `${name}: longest task`, value: tasks.longest, unit: 'ms', target: 'under 50' },
          { name: `${name}: longest task, processor time`, value: tasks.longestOfProcessor, unit: 'ms', target: 'under 50' },
          { name: `${name}: tasks over 50 ms`, value: tasks.long, unit: `of ${KEYS.length} keys` },
          {
            name: `${name}: tasks over 50 ms of processor time`,
            value: tasks.longOfProcessor,
            unit: `of ${KEYS.length} keys`,
            target: '0',
          },
          { name: `${name}: a key until it is painted`, value: middleOf(events), unit: 'ms, the middle of those over 16' },
        )
      }
      return { figures }
    } finally {
      await browser.close()
    }
  },
} satisfies Case
