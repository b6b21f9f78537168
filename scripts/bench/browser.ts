// One load of a page in a throttled Chromium with an empty cache: what it weighs and when it is there. It measures nothing of the server.
import { existsSync } from 'node:fs'
import { chromium, type Page } from '@playwright/test'
import { Missing } from './case.ts'

export type Vitals = { lcp: number; cls: number; tbt: number; bytes: number; scriptBytes: number; requests: number }

/** Slow 4G as Lighthouse has it: 150 ms there and back, 1.6 Mbit/s; and a processor four times slower. */
const SLOW = { offline: false, latency: 150, downloadThroughput: (1.6 * 1024 * 1024) / 8, uploadThroughput: (750 * 1024) / 8 }

async function executable(): Promise<string> {
  const found = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/google-chrome'].find((path) => path && existsSync(path))
  if (found) return found
  return (await import('@sparticuz/chromium')).default.executablePath().catch(() => {
    throw new Missing('Chromium is not installed (apt-get install chromium)')
  })
}

async function watch(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const seen = { lcp: 0, cls: 0, tbt: 0 }
    Object.assign(window, { seen })
    const observe = (type: string, take: (entry: PerformanceEntry & { value?: number; hadRecentInput?: boolean }) => void) =>
      new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true })
    observe('largest-contentful-paint', (entry) => {
      seen.lcp = entry.startTime
    })
    observe('layout-shift', (entry) => {
      if (!entry.hadRecentInput) seen.cls += entry.value ?? 0
    })
    observe('longtask', (entry) => {
      seen.tbt += Math.max(0, entry.duration - 50)
    })
  })
}

/** Loads each address in a fresh browser context. */
export async function vitals(urls: string[]): Promise<Map<string, Vitals>> {
  const browser = await chromium.launch({
    executablePath: await executable(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
  })
  const found = new Map<string, Vitals>()
  try {
    for (const url of urls) {
      const context = await browser.newContext({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 })
      const page = await context.newPage()
      const client = await context.newCDPSession(page)
      await client.send('Network.enable')
      await client.send('Network.emulateNetworkConditions', SLOW)
      await client.send('Emulation.setCPUThrottlingRate', { rate: 4 })
      const types = new Map<string, string>()
      const sum = { bytes: 0, scriptBytes: 0, requests: 0 }
      client.on('Network.responseReceived', ({ requestId, type }) => types.set(requestId, type))
      client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
        sum.requests++
        sum.bytes += encodedDataLength
        if (types.get(requestId) === 'Script') sum.scriptBytes += encodedDataLength
      })
      await watch(page)
      await page.goto(url, { waitUntil: 'networkidle' })
      const seen = await page.evaluate(() => (window as unknown as { seen: { lcp: number; cls: number; tbt: number } }).seen)
      found.set(url, { ...seen, ...sum })
      await context.close()
    }
  } finally {
    await browser.close()
  }
  return found
}
