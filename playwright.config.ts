// Browser tests of the built program. `npm run e2e` prepares its database and sets the variables; this file never starts one.
import { existsSync } from 'node:fs'
import { defineConfig } from '@playwright/test'

const { DATABASE_APP_URL, NEXTAUTH_URL: baseURL, CHROMIUM_PATH, PLAYWRIGHT_JSON_OUTPUT_FILE } = process.env
if (!DATABASE_APP_URL || !baseURL) throw new Error('Run the browser tests with: npm run e2e -- [arguments of playwright test]')

/** A browser of the system, or the one that npm installed. */
async function chromium(): Promise<string> {
  const places = [
    CHROMIUM_PATH,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
  ]
  const found = places.find((path) => path && existsSync(path))
  return found ?? (await import('@sparticuz/chromium')).default.executablePath()
}

export default defineConfig({
  testDir: 'e2e',
  workers: 1,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['line'], ...(PLAYWRIGHT_JSON_OUTPUT_FILE ? [['json', { outputFile: PLAYWRIGHT_JSON_OUTPUT_FILE }] as const] : [])] as [
    string,
    unknown,
  ][],
  use: {
    baseURL,
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: await chromium(),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-dev-shm-usage',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
  webServer: {
    command: 'node scripts/serve.ts',
    url: baseURL,
    env: { NODE_ENV: 'production' },
    reuseExistingServer: false,
    stdout: 'pipe',
    stderr: 'pipe',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
  },
})
