// `npm run quickstart` serves the built program, `npm run dev` the one that is being written, both with a sample to look at.
import { randomBytes } from 'node:crypto'
import { env, SetupError } from '#lib/system/env.ts'
import { buildOnce } from './build.ts'
import { probePort } from './ports.ts'
import { openPrepared, seedOnce } from './prepare.ts'
import { finished, start } from './processes.ts'

const ACCOUNTS = ['editor@example.org', 'editor2@example.org', 'reviewer@example.org', 'admin@example.org']

/** Known before the minutes of a first start are spent. */
export async function checkPort(port: number, host: string): Promise<void> {
  await probePort(port, host).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE') throw new SetupError(`Port ${port} is in use already: set PORT to another one.`)
    throw new SetupError(`Port ${port} of ${host} cannot be listened on (${error.code}): set PORT or HOST.`)
  })
}

function announce(passwordOnce?: string): void {
  console.log(`\nAs Amended is at ${env.baseUrl} (Ctrl-C stops it).`)
  if (!passwordOnce) return
  console.log(`\nDemo accounts, all with the password ${passwordOnce}${process.env.DEMO_PASSWORD ? '' : ' (printed this once)'}:`)
  for (const account of ACCOUNTS) console.log(`  ${account}`)
}

async function open(): Promise<{ stop: () => Promise<void>; passwordOnce?: string }> {
  await checkPort(env.port, env.host)
  const database = await openPrepared()
  try {
    const password = process.env.DEMO_PASSWORD || randomBytes(9).toString('base64url')
    const seeded = await seedOnce(database.url, password)
    return { stop: database.stop, ...(seeded ? { passwordOnce: password } : {}) }
  } catch (error) {
    await database.stop()
    throw error
  }
}

/** Installs nothing (scripts/run.mjs did), prepares the database, builds if need be, and serves until it is stopped. */
export async function quickstart(): Promise<number> {
  const { stop, passwordOnce } = await open()
  try {
    await buildOnce()
    const server = start('node', ['scripts/serve.ts'], { ipc: true, env: { ...process.env, NODE_ENV: 'production' } })
    server.once('message', () => announce(passwordOnce))
    const code = await finished(server)
    if (code >= 128) console.error('The web server was killed.')
    return code
  } finally {
    await stop()
  }
}

export async function dev(): Promise<number> {
  const { stop, passwordOnce } = await open()
  try {
    if (passwordOnce) announce(passwordOnce)
    if (env.jobs) start('node', ['scripts/worker.ts'])
    return await finished(start('next', ['dev', '-H', env.host, '-p', String(env.port)]))
  } finally {
    await stop()
  }
}
