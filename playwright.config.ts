// Browser tests of the built program. `npm run e2e` prepares its database and sets the variables; this file never starts one.
import { defineConfig } from '@playwright/test'
import { chromiumArgs, chromiumPath } from './scripts/chromium.ts'

const { DATABASE_APP_URL, NEXTAUTH_URL: baseURL, PLAYWRIGHT_JSON_OUTPUT_FILE } = process.env
if (!DATABASE_APP_URL || !baseURL) throw new Error('Run the browser tests with: npm run e2e -- [arguments of playwright test]')

export default defineConfig({
  testDir: 'e2e',
  workers: 1,
  // Room for a busy machine; a state is waited for, never a time.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  forbidOnly: Boolean(process.env.CI),
  // One of three thousand that fails once keeps nothing from landing: the end of the run names it.
  retries: process.env.CI ? 1 : 0,
  reporter: [['line'], ...(PLAYWRIGHT_JSON_OUTPUT_FILE ? [['json', { outputFile: PLAYWRIGHT_JSON_OUTPUT_FILE }] as const] : [])] as [
    string,
    unknown,
  ][],
  use: {
    baseURL,
    trace: 'retain-on-failure',
    launchOptions: { executablePath: await chromiumPath(), args: chromiumArgs },
  },
  webServer: {
    command: 'node scripts/serve.ts',
    url: baseURL,
    // All tests together are one reader, who downloads more than one person would.
    env: { NODE_ENV: 'production', DOWNLOAD_RATE_LIMIT: '150', DATA_LICENCE: 'CC BY 4.0 https://creativecommons.org/licenses/by/4.0/' },
    reuseExistingServer: false,
    stdout: 'pipe',
    stderr: 'pipe',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
  },
})
