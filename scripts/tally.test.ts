// The closing line of a test run: no failure is lost on the way to it.
import { writeFileSync } from 'node:fs'
import { expect, test, vi } from 'vitest'
import { readPlaywright, readVitest, Tally } from './tally.ts'

const failedTest = { fullName: 'a number is even', status: 'failed', failureMessages: ['expected 3 to be 4\n    at even.test.ts:1'] }
const unsteadyTest = { ...failedTest, status: 'passed' }
const vitest = (numPassedTests: number, numFailedTests: number, broken = 0, unsteady = 0) =>
  JSON.stringify({
    numPassedTests,
    numFailedTests,
    testResults: [
      {
        name: 'even.test.ts',
        status: 'failed',
        assertionResults: [...Array(numFailedTests).fill(failedTest), ...Array(unsteady).fill(unsteadyTest)],
      },
      ...Array(broken).fill({ name: 'broken.test.ts', status: 'failed', message: 'no such file', assertionResults: [] }),
    ].filter(({ message, assertionResults }) => message || assertionResults.length),
  })
const playwright = (expected: number, unexpected: number, flaky: number, errors = 0) => {
  const spec = (status: string) => ({
    file: 'x.spec.ts',
    line: 7,
    title: 'opens',
    tests: [{ status, results: [{ errors: status === 'expected' ? [] : [{ message: '\u001b[31mnot there\u001b[39m' }] }] }],
  })
  const specs = [
    ...Array(expected).fill(spec('expected')),
    ...Array(unexpected).fill(spec('unexpected')),
    ...Array(flaky).fill(spec('flaky')),
  ]
  return JSON.stringify({
    stats: { expected, unexpected, flaky },
    errors: Array(errors).fill({ message: 'no server' }),
    suites: [{ suites: [{ specs }] }],
  })
}

test('a test file that cannot be loaded is a failure', () => {
  expect(readVitest(vitest(3, 0, 1))).toEqual({ passed: 3, failed: 1, failures: ['broken.test.ts\n    no such file'], unsteady: [] })
})

const even = 'even.test.ts: a number is even\n    expected 3 to be 4\n        at even.test.ts:1'

test('an error outside of the browser tests is a failure', () => {
  expect(readPlaywright(playwright(5, 1, 0, 1))).toEqual({
    passed: 5,
    failed: 2,
    failures: ['x.spec.ts:7 opens\n    not there', 'outside of the browser tests\n    no server'],
    unsteady: [],
  })
})

test('what passed only when it was tried again is named, with why it failed', () => {
  expect(readPlaywright(playwright(5, 0, 1))).toEqual({
    passed: 6,
    failed: 0,
    failures: [],
    unsteady: ['x.spec.ts:7 opens\n    not there'],
  })
  expect(readVitest(vitest(6, 1, 0, 1))).toEqual({ passed: 6, failed: 1, failures: [even], unsteady: [even] })
  const print = vi.spyOn(console, 'log').mockImplementation(() => {})
  const tally = new Tally()
  const file = tally.nextFile()
  writeFileSync(file, playwright(5, 0, 1))
  tally.add('browser tests', readPlaywright, file, 0)
  expect(tally.close()).toBe(0)
  expect(print.mock.calls).toEqual([
    ['\nPASSED ONLY WHEN TRIED AGAIN browser tests: x.spec.ts:7 opens\n    not there'],
    ['6 passed, 0 failed'],
  ])
  print.mockRestore()
})

test('adds up the runners and the steps, names what failed and closes with one line', () => {
  const print = vi.spyOn(console, 'log').mockImplementation(() => {})
  const tally = new Tally()
  for (const [read, json, code] of [
    [readVitest, vitest(10, 0), 0],
    [readPlaywright, playwright(2, 1, 0), 1],
  ] as const) {
    const file = tally.nextFile()
    writeFileSync(file, json)
    tally.add('tests', read, file, code)
  }
  tally.step('style', 0)
  expect(tally.close()).toBe(1)
  expect(print.mock.calls).toEqual([['\nFAILED tests: x.spec.ts:7 opens\n    not there'], ['12 passed, 1 failed']])
  print.mockRestore()
})

test('a runner that ends without a report, or with one that knows of no failure, has failed', () => {
  const print = vi.spyOn(console, 'log').mockImplementation(() => {})
  const tally = new Tally()
  tally.add('unit', readVitest, tally.nextFile(), 1)
  const file = tally.nextFile()
  writeFileSync(file, vitest(4, 0))
  tally.add('unit', readVitest, file, 1)
  tally.close()
  expect(print.mock.calls).toEqual([['\nFAILED unit: ended with 1'], ['\nFAILED unit: ended with 1'], ['4 passed, 2 failed']])
  print.mockRestore()
})
