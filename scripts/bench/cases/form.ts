// Opening the form of a measure with 200 versions and 30 bases: until the page is answered, and in a browser until it can be typed in.
import { chromium } from '@playwright/test'
import { chromiumArgs, chromiumPath } from '../../chromium.ts'
import type { Case } from '../case.ts'
import { longMeasure, middleOf, sessionOf } from '../long-measure.ts'

const RUNS = 15

export default {
  name: 'form',
  about: 'opening the form of a measure with 200 versions, 30 bases and 10,000 words',
  run: async (stage) => {
    const [ref, cookie, { url }] = [await longMeasure(stage), await sessionOf(stage), await stage.program()]
    const address = `${url}/desk/measures/${ref}/edit`
    const answered: number[] = []
    for (let n = 0; n < RUNS; n++) {
      const began = performance.now()
      const response = await fetch(address, { headers: { cookie: `${cookie.name}=${cookie.value}` }, redirect: 'manual' })
      if (response.status !== 200) throw new Error(`The form was answered with ${response.status}.`)
      await response.text()
      answered.push(performance.now() - began)
    }
    const browser = await chromium.launch({ executablePath: await chromiumPath(), args: chromiumArgs })
    const ready: number[] = []
    try {
      const context = await browser.newContext()
      await context.addCookies([{ ...cookie, url }])
      const page = await context.newPage()
      for (let n = 0; n < RUNS; n++) {
        await page.goto(address, { waitUntil: 'commit' })
        await page.locator('fieldset:not(:disabled) [role=textbox]').first().waitFor()
        ready.push(await page.evaluate(() => performance.now()))
      }
    } finally {
      await browser.close()
    }
    return {
      figures: [
        { name: 'the page is answered', value: middleOf(answered), unit: 'ms, the middle one', target: 'under 300' },
        { name: 'the form can be typed in, in Chromium', value: middleOf(ready), unit: 'ms, the middle one' },
      ],
    }
  },
} satisfies Case
