// Opening the form of a measure with 200 versions and 30 bases: until the page is answered, and in a browser until it can be typed in.
import { chromium } from '@playwright/test'
import { chromiumArgs, chromiumPath } from '../../chromium.ts'
import type { Case } from '../case.ts'
import { longMeasure, middleOf, sessionOf } from '../long-measure.ts'
import { tasksDuring } from '../main-thread.ts'
import { cpuOf } from '../process-cost.ts'

const RUNS = 15

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
    const ready: number[] = []
    const [busy, longest]: number[][] = [[], []]
    try {
      const context = await browser.newContext()
      await context.addCookies([{ ...cookie, url }])
      const page = await context.newPage()
      for (let n = 0; n < RUNS; n++) {
        const tasks = await tasksDuring(browser, page, async () => {
          await page.goto(address, { waitUntil: 'commit' })
          await page.locator('fieldset:not(:disabled) [role=textbox]').first().waitFor()
        })
        busy?.push(tasks.ofProcessor)
        longest?.push(tasks.longestOfProcessor)
        ready.push(await page.evaluate(() => performance.now()))
      }
    } finally {
      await browser.close()
    }
    return {
      figures: [
        { name: 'the page is answered', value: middleOf(answered), unit: 'ms, the middle one', target: 'under 300' },
        { name: 'the same, processor time of the program', value: ofProcessor, unit: 'ms, on average' },
        { name: 'the form can be typed in, in Chromium', value: middleOf(ready), unit: 'ms, the middle one' },
        { name: 'the same, processor time of the page', value: middleOf(busy ?? []), unit: 'ms, the middle one' },
        { name: 'the same, its longest task', value: middleOf(longest ?? []), unit: 'ms of processor time, the middle one' },
      ],
    }
  },
} satisfies Case
