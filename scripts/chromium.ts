// Where a Chromium is: one of the system, or the one that npm installed. It downloads none.
import { existsSync } from 'node:fs'

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable']

export async function chromiumPath(): Promise<string> {
  const found = [process.env.CHROMIUM_PATH, ...places].find((path) => path && existsSync(path))
  return found ?? (await import('@sparticuz/chromium')).default.executablePath()
}

export const chromiumArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]
