// The closing line of a test run: no failure is lost on the way to it.
import { writeFileSync } from 'node:fs'
import { expect, test, vi } from 'vitest'
import { readPlaywright, readVitest, Tally } from './tally.ts'

const vitest = (numPassedTests: number, numFailedTests: number, broken = 0) =>
  JSON.stringify({ numPassedTests, numFailedTests, testResults: Array(broken).fill({ status: 'failed', assertionResults: [] }) })
const playwright = (expected: number, unexpected: number, flaky: number, errors = 0) =>
  JSON.stringify({ stats: { expected, unexpected, flaky }, errors: Array(errors).fill({}) })

test('a test file that cannot be loaded is a failure', () => {
  expect(readVitest(vitest(3, 0, 1))).toEqual({ passed: 3, failed: 1 })
})

test('a flaky browser test and an error outside of tests are failures', () => {
  expect(readPlaywright(playwright(5, 1, 1, 1))).toEqual({ passed: 5, failed: 3 })
})

test('adds up the runners and the steps, and says so in one line', () => {
  const print = vi.spyOn(console, 'log').mockImplementation(() => {})
  const tally = new Tally()
  for (const [read, json, code] of [
    [readVitest, vitest(10, 0), 0],
    [readPlaywright, playwright(2, 1, 0), 1],
  ] as const) {
    const file = tally.nextFile()
    writeFileSync(file, json)
    tally.add(read, file, code)
  }
  tally.step(0)
  expect(tally.close()).toBe(1)
  expect(print).toHaveBeenCalledExactlyOnceWith('12 passed, 1 failed')
  print.mockRestore()
})

test('a runner that ends without a report, or with one that knows of no failure, has failed', () => {
  const print = vi.spyOn(console, 'log').mockImplementation(() => {})
  const tally = new Tally()
  tally.add(readVitest, tally.nextFile(), 1)
  const file = tally.nextFile()
  writeFileSync(file, vitest(4, 0))
  tally.add(readVitest, file, 1)
  tally.close()
  expect(print).toHaveBeenCalledWith('4 passed, 2 failed')
  print.mockRestore()
})
