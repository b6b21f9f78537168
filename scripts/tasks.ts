// The commands of package.json by name; each lives in its own file, and this one only starts it and tells how it ended.
import { join } from 'node:path'
import { SetupError } from '#lib/system/env.ts'
import { prismaEnv } from './generate.ts'
import { openPrepared } from './prepare.ts'
import { root, run, Stopped, watchSignals } from './processes.ts'

const args = process.argv.slice(3)
const startedIn = process.env.INIT_CWD || root // npm changes to the root; files are named from where the person is

/** A script that works on the database: opened before, let go of afterwards. Its output and exit code are the command's. */
async function onDatabase(program: string, programArgs: string[], cwd = root): Promise<number> {
  const database = await openPrepared()
  try {
    return await run(program, programArgs, { cwd, env: { ...process.env, ...prismaEnv, DATABASE_URL: database.url } })
  } finally {
    await database.stop()
  }
}

const tasks: Record<string, () => Promise<number>> = {
  quickstart: async () => (await import('./quickstart.ts')).quickstart(),
  start: async () => (await import('./quickstart.ts')).startInstallation(),
  dev: async () => (await import('./quickstart.ts')).dev(),
  check: async () => (await import('./test.ts')).check(),
  test: async () => (await import('./test.ts')).test(),
  e2e: async () => (await import('./test.ts')).e2e(args),
  import: () => onDatabase('node', [join(root, 'scripts/import.ts'), ...args], startedIn),
  user: () => onDatabase('node', [join(root, 'scripts/user.ts'), ...args], startedIn),
  bench: async () => (await import('./bench/bench.ts')).bench(args),
  faults: async () => (await import('./faults/faults.ts')).faults(args),
  worker: () => onDatabase('node', [join(root, 'scripts/worker.ts')]),
  prisma: () => onDatabase('prisma', args),
}

const name = process.argv[2] ?? ''
const task = Object.hasOwn(tasks, name) ? tasks[name] : undefined
if (!task) {
  console.error(`Say one of: npm run ${Object.keys(tasks).join(' | ')}`)
  process.exit(2)
}
watchSignals()
process.exit(
  await task().catch((error) => {
    if (error instanceof Stopped) return ['quickstart', 'start', 'dev', 'worker'].includes(name) ? 0 : 130
    console.error(error instanceof SetupError ? error.message : error)
    return 1
  }),
)
