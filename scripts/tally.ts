// Adds up what the test runners report, names what failed and prints the one closing line; it never counts a test twice or hides a step that
// failed. The names come last, because of a long run often only the end of what was printed is kept.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { stripVTControlCharacters } from 'node:util'

/** What one runner counted, and each failure in a few lines. `unsteady` failed, and passed when it was tried again: it counts as passed, and is named. */
export type Result = { passed: number; failed: number; failures: string[]; unsteady: string[] }

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
  const tests = report.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map((test) => ({ ...test, file: relative('.', name) })),
  )
  const tell = ({ file, fullName, failureMessages }: Assertion & { file: string }) =>
    failure(`${file}: ${fullName}`, failureMessages?.join('\n'))
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    unsteady: tests.filter(({ status, failureMessages }) => status === 'passed' && failureMessages?.length).map(tell),
    failures: [
      ...tests.filter(({ status }) => status === 'failed').map(tell),
      ...broken.map(({ name, message }) => failure(relative('.', name), message)),
    ],
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

/** What Playwright's JSON reporter wrote. */
export function readPlaywright(json: string): Result {
  const { stats, errors, suites } = JSON.parse(json) as {
    stats: { expected: number; unexpected: number; flaky: number }
    errors: { message?: string }[]
    suites: Suite[]
  }
  const told = (wanted: 'unexpected' | 'flaky') =>
    suites
      .flatMap(specsOf)
      .flatMap(({ file, line, title, tests }) =>
        tests
          .filter(({ status }) => status === wanted)
          .map(({ results }) => failure(`${file}:${line} ${title}`, results.flatMap((one) => one.errors)[0]?.message)),
      )
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    unsteady: told('flaky'),
    failures: [...told('unexpected'), ...errors.map(({ message }) => failure('outside of the browser tests', message))],
  }
}

export class Tally {
  passed = 0
  failed = 0
  readonly #failures: string[] = []
  readonly #unsteady: string[] = []
  readonly #dir = mkdtempSync(join(tmpdir(), 'as-amended-results-'))
  #files = 0

  /** Where the next runner is to write its report. */
  nextFile(): string {
    this.#files += 1
    return join(this.#dir, `${this.#files}.json`)
  }

  /** Counts the report of a runner, which is named for who reads the end; one that failed without reporting a failure counts as one. */
  add(name: string, read: (json: string) => Result, file: string, code: number): void {
    let result: Result = { passed: 0, failed: 0, failures: [], unsteady: [] }
    try {
      result = read(readFileSync(file, 'utf8'))
    } catch {
      // the runner ended before it could report
    }
    this.passed += result.passed
    this.failed += result.failed
    this.#failures.push(...result.failures.map((one) => `${name}: ${one}`))
    this.#unsteady.push(...result.unsteady.map((one) => `${name}: ${one}`))
    if (!result.failed) this.step(name, code)
  }

  /** Counts a step that is not made of tests: only its failure shows. */
  step(name: string, code: number): void {
    if (code === 0) return
    this.failed += 1
    this.#failures.push(`${name}: ended with ${code}`)
  }

  /** Prints what is unsteady, what failed and `123 passed, 0 failed`, and returns the exit code. */
  close(): number {
    rmSync(this.#dir, { recursive: true, force: true })
    for (const one of this.#unsteady) console.log(`\nPASSED ONLY WHEN TRIED AGAIN ${one}`)
    for (const one of this.#failures) console.log(`\nFAILED ${one}`)
    console.log(`${this.passed} passed, ${this.failed} failed`)
    return this.failed === 0 ? 0 : 1
  }
}
