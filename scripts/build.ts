// Builds the program when a source has changed since the last build; it never reads a database, so that what is built serves any.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { SetupError } from '#lib/system/env.ts'
import { root, run, say } from './processes.ts'

const NOT_SOURCES = new Set([
  'node_modules',
  'e2e',
  'scripts',
  'tools',
  'docs',
  'test-results',
  'playwright-report',
  'next-env.d.ts',
  'migrations',
  'generated',
])
const IGNORED = /^\.|\.md$|\.tsbuildinfo$|\.test\.tsx?$|^playwright\.config|^vitest\.config|^biome\.json$/

/** Every file that can change what is built: by exclusion, so that a new folder is never forgotten. */
function* sources(dir: string): Generator<string> {
  for (const entry of readdirSync(dir, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (NOT_SOURCES.has(entry.name) || IGNORED.test(entry.name)) continue
    const path = join(dir, entry.name)
    if (entry.isDirectory()) yield* sources(path)
    else if (entry.isFile()) yield path
  }
}

function fingerprint(): string {
  const hash = createHash('sha256').update(process.version)
  for (const path of sources(root)) hash.update(path.slice(root.length)).update('\0').update(readFileSync(path))
  return hash.digest('hex')
}

/** What the build may know of this process: no address and no secret. */
function buildEnv(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(DATABASE_|TEST_DATABASE_|NEXTAUTH_|AUTH_SECRET|BASE_URL|DEMO_PASSWORD)/.test(name),
  )
  return { ...Object.fromEntries(kept), NODE_ENV: 'production' }
}

/** Builds into `.next`, or where NEXT_DIST says. */
export async function buildOnce(): Promise<void> {
  const stamp = join(root, process.env.NEXT_DIST || '.next', 'SOURCES')
  const wanted = fingerprint()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  say('building')
  // Next.js writes the folder that it builds into to this file, which must not be the one that everybody shares.
  if (process.env.NEXT_DIST) writeFileSync(join(root, `${process.env.NEXT_DIST}.json`), '{ "extends": "./tsconfig.json" }\n')
  rmSync(stamp, { force: true })
  if ((await run('next', ['build'], { quiet: true, env: buildEnv() })) !== 0)
    throw new SetupError('The program cannot be built: see above.')
  writeFileSync(stamp, wanted)
}
