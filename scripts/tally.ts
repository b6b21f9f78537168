// Adds up what the test runners report, names what failed and prints the one closing line; it never counts a test twice or hides a step that
// failed. The names come last, because of a long run often only the end of what was printed is kept.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { stripVTControlCharacters } from 'node:util'

/** What one runner counted, and each failure in a few lines. */
export type Result = { passed: number; failed: number; failures: string[] }

const LINES = 12

/** A failure as it is told at the end: where, and the first lines of why, without the terminal's colours. */
function failure(where: string, why = ''): string {
  const lines = stripVTControlCharacters(why).trim().split('\n')
  return [where, ...lines.slice(0, LINES)].filter(Boolean).join('\n    ')
}

type Assertion = { fullName: string; status: string; failureMessages: string[] | null }

/** What vitest's JSON reporter wrote. A file that cannot even be loaded has no tests of its own and counts as one failure. */
export function readVitest(json: string): Result {
  const report = JSON.parse(json) as {
    numPassedTests: number
    numFailedTests: number
    testResults: { name: string; status: string; message: string; assertionResults: Assertion[] }[]
  }
  const broken = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
  const failed = report.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'failed')
      .map(({ fullName, failureMessages }) => failure(`${relative('.', name)}: ${fullName}`, failureMessages?.join('\n'))),
  )
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    failures: [...failed, ...broken.map(({ name, message }) => failure(relative('.', name), message))],
  }
}

type Suite = { specs?: Spec[]; suites?: Suite[] }
type Spec = {
  file: string
  line: number
  title: string
  tests: { status: string; results: { errors: { message?: string }[] }[] }[]
}

const specsOf = ({ specs = [], suites = [] }: Suite): Spec[] => [...specs, ...suites.flatMap(specsOf)]

/** What Playwright's JSON reporter wrote. A flaky test failed once, and is a failure. */
export function readPlaywright(json: string): Result {
  const { stats, errors, suites } = JSON.parse(json) as {
    stats: { expected: number; unexpected: number; flaky: number }
    errors: { message?: string }[]
    suites: Suite[]
  }
  const failed = suites
    .flatMap(specsOf)
    .flatMap(({ file, line, title, tests }) =>
      tests
        .filter(({ status }) => status === 'unexpected' || status === 'flaky')
        .map(({ results }) => failure(`${file}:${line} ${title}`, results.flatMap((one) => one.errors)[0]?.message)),
    )
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    failures: [...failed, ...errors.map(({ message }) => failure('outside of the browser tests', message))],
  }
}

export class Tally {
  passed = 0
  failed = 0
  readonly #failures: string[] = []
  readonly #dir = mkdtempSync(join(tmpdir(), 'as-amended-results-'))
  #files = 0

  /** Where the next runner is to write its report. */
  nextFile(): string {
    this.#files += 1
    return join(this.#dir, `${this.#files}.json`)
  }

  /** Counts the report of a runner, which is named for who reads the end; one that failed without reporting a failure counts as one. */
  add(name: string, read: (json: string) => Result, file: string, code: number): void {
    let result: Result = { passed: 0, failed: 0, failures: [] }
    try {
      result = read(readFileSync(file, 'utf8'))
    } catch {
      // the runner ended before it could report
    }
    this.passed += result.passed
    this.failed += result.failed
    this.#failures.push(...result.failures.map((one) => `${name}: ${one}`))
    if (!result.failed) this.step(name, code)
  }

  /** Counts a step that is not made of tests: only its failure shows. */
  step(name: string, code: number): void {
    if (code === 0) return
    this.failed += 1
    this.#failures.push(`${name}: ended with ${code}`)
  }

  /** Prints what failed and `123 passed, 0 failed`, and returns the exit code. */
  close(): number {
    rmSync(this.#dir, { recursive: true, force: true })
    for (const one of this.#failures) console.log(`\nFAILED ${one}`)
    console.log(`${this.passed} passed, ${this.failed} failed`)
    return this.failed === 0 ? 0 : 1
  }
}
