// Adds up what the test runners report and prints the one closing line; it never counts a test twice or hides a step that failed.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type Result = { passed: number; failed: number }

/** What vitest's JSON reporter wrote. A file that cannot even be loaded has no tests of its own and counts as one failure. */
export function readVitest(json: string): Result {
  const report = JSON.parse(json) as {
    numPassedTests: number
    numFailedTests: number
    testResults: { status: string; assertionResults: unknown[] }[]
  }
  const broken = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken }
}

/** What Playwright's JSON reporter wrote. A flaky test failed once, and is a failure. */
export function readPlaywright(json: string): Result {
  const { stats, errors } = JSON.parse(json) as { stats: { expected: number; unexpected: number; flaky: number }; errors: unknown[] }
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length }
}

export class Tally {
  passed = 0
  failed = 0
  readonly #dir = mkdtempSync(join(tmpdir(), 'as-amended-results-'))
  #files = 0

  /** Where the next runner is to write its report. */
  nextFile(): string {
    this.#files += 1
    return join(this.#dir, `${this.#files}.json`)
  }

  /** Counts a runner's report; a runner that failed without reporting a failure counts as one. */
  add(read: (json: string) => Result, file: string, code: number): void {
    let result: Result = { passed: 0, failed: 0 }
    try {
      result = read(readFileSync(file, 'utf8'))
    } catch {
      // the runner ended before it could report
    }
    this.passed += result.passed
    this.failed += result.failed || (code === 0 ? 0 : 1)
  }

  /** Counts a step that is not made of tests: only its failure shows. */
  step(code: number): void {
    if (code !== 0) this.failed += 1
  }

  /** Prints `123 passed, 0 failed` and returns the exit code. */
  close(): number {
    rmSync(this.#dir, { recursive: true, force: true })
    console.log(`${this.passed} passed, ${this.failed} failed`)
    return this.failed === 0 ? 0 : 1
  }
}
