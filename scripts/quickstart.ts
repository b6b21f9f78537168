// `npm start` serves the built program; `npm run quickstart` does so with a sample to look at, and `npm run dev` the one that is being written.
import { randomBytes } from 'node:crypto'
import { env, SetupError } from '#lib/system/env.ts'
import { buildOnce } from './build.ts'
import { probePort } from './ports.ts'
import { anybody, openPrepared, seedOnce } from './prepare.ts'
import { finished, start } from './processes.ts'

const ACCOUNTS = ['editor@example.org', 'editor2@example.org', 'reviewer@example.org', 'admin@example.org']

/** Known before the minutes of a first start are spent. */
export async function checkPort(port: number, host: string): Promise<void> {
  await probePort(port, host).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE') throw new SetupError(`Port ${port} is in use already: set PORT to another one.`)
    throw new SetupError(`Port ${port} of ${host} cannot be listened on (${error.code}): set PORT or HOST.`)
  })
}

/** An opened database, and what is said when the program answers. */
type Opened = { stop: () => Promise<void>; news: string[] }

function accounts(password: string): string[] {
  const once = process.env.DEMO_PASSWORD ? '' : ' (printed this once)'
  return ['', `Demo accounts, all with the password ${password}${once}:`, ...ACCOUNTS.map((account) => `  ${account}`)]
}

const firstPerson = [
  '',
  'Nobody can sign in yet. The first person:',
  '  npm run user -- add YOU@EXAMPLE.ORG --name "YOUR NAME" --role administrator',
]

async function open(news: (url: string) => Promise<string[]>): Promise<Opened> {
  await checkPort(env.port, env.host)
  const { url, stop } = await openPrepared()
  try {
    return { stop, news: await news(url) }
  } catch (error) {
    await stop()
    throw error
  }
}

const openWithSample = () =>
  open(async (url) => {
    const password = process.env.DEMO_PASSWORD || randomBytes(9).toString('base64url')
    return (await seedOnce(url, password)) ? accounts(password) : []
  })
const openAsItIs = () => open(async (url) => ((await anybody(url)) ? [] : firstPerson))

const announce = (news: string[]) => console.log([`\nAs Amended is at ${env.baseUrl} (Ctrl-C stops it).`, ...news].join('\n'))

/** Builds if need be, and serves until it is stopped. */
async function serve({ stop, news }: Opened): Promise<number> {
  try {
    await buildOnce()
    const server = start('node', ['scripts/serve.ts'], { ipc: true, env: { ...process.env, NODE_ENV: 'production' } })
    server.once('message', () => announce(news))
    const code = await finished(server)
    if (code >= 128) console.error('The web server was killed.')
    return code
  } finally {
    await stop()
  }
}

/** Installs nothing (scripts/run.mjs did), prepares the database, with the sample if nobody has an account yet, and serves. */
export const quickstart = async (): Promise<number> => serve(await openWithSample())

/** The same for an installation: it never loads a sample. */
export const startInstallation = async (): Promise<number> => serve(await openAsItIs())

export async function dev(): Promise<number> {
  const { stop, news } = await openWithSample()
  try {
    if (news.length) announce(news)
    if (env.jobs) start('node', ['scripts/worker.ts'])
    return await finished(start('next', ['dev', '-H', env.host, '-p', String(env.port)]))
  } finally {
    await stop()
  }
}
