// A PostgreSQL server of our own in a directory. Several commands share one server: who comes first starts it, who leaves last stops it.
// A server that somebody started by hand is used and never stopped; one that a killed command left behind is found and used again.
import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { SetupError } from '#lib/system/env.ts'
import { keptSecret } from './data-dir.ts'
import { initialise, place } from './initdb.ts'
import { freePort } from './ports.ts'
import type { Programs } from './postgres-programs.ts'
import { say, stopAll } from './processes.ts'

/** `url` is the superuser's, on the database `postgres`. `stop` lets go, and stops the server if nobody else uses it. */
export type Cluster = { url: string; stop: () => Promise<void> }
type Where = { programs: Programs; dataDir: string; name: string; throwaway?: boolean }
type Member = { client: pg.Client; url: string; dir: string; pid: number }
type PidFile = { pid: number; port: number; ready: boolean }

const IN_USE = 7_220_682 // an advisory lock: shared by all who use the server, exclusive for whom stops it
const OURS = 'as-amended'
const PATIENCE = 60_000

/** Starts the server in `dataDir/name`, or joins the one that runs there. One that is lost is started again, at the same address. */
export async function openCluster(where: Where): Promise<Cluster> {
  let member = enter(where)
  let leaving = false
  const { url } = await member
  const stay = ({ client }: Member) =>
    client.once('end', () => {
      if (leaving) return
      say('PostgreSQL ended unexpectedly: starting it again')
      member = enter(where)
      member
        .then((back) => {
          if (back.url !== url) throw new SetupError('PostgreSQL ended unexpectedly, and its port was taken meanwhile: start again.')
          stay(back)
        })
        .catch((error) => stopAll(error))
    })
  stay(await member)
  const stop = async () => {
    leaving = true
    await member.then(leave, () => {})
  }
  return { url, stop }
}

async function enter(where: Where): Promise<Member> {
  const password = keptSecret(where.dataDir, `${where.name}-password`)
  const dir = join(where.dataDir, where.name)
  const deadline = Date.now() + PATIENCE
  for (let port = rememberedPort(dir); Date.now() < deadline; ) {
    const joined = await joinRunning(dir, password, deadline)
    if (joined) return joined
    if (!existsSync(join(dir, 'PG_VERSION'))) initialise(where.programs, dir, password, where.throwaway)
    port = await freePort(port)
    await launch(where, dir, port)
  }
  throw new SetupError(`PostgreSQL in ${dir} does not get ready: see ${dir}.log.`)
}

const urlOf = (port: number, password: string) => `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`

function readPidFile(dir: string): PidFile | undefined {
  try {
    const lines = readFileSync(join(dir, 'postmaster.pid'), 'utf8').split('\n')
    return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' }
  } catch {
    return undefined
  }
}

/** Whether the process is the server of this directory: after a crash its number may belong to any other program. */
function serves(pid: number, dir: string): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  if (process.platform !== 'linux') return true
  try {
    return realpathSync(`/proc/${pid}/cwd`) === realpathSync(dir)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EACCES' // another account's process: connecting will tell
  }
}

async function joinRunning(dir: string, password: string, deadline: number): Promise<Member | undefined> {
  while (Date.now() < deadline) {
    const file = readPidFile(dir)
    if (!file) return undefined
    if (!serves(file.pid, dir)) {
      rmSync(join(dir, 'postmaster.pid'), { force: true })
      return undefined
    }
    const url = urlOf(file.port, password)
    const client = file.ready ? await use(url, dir) : undefined
    if (client) return { client, url, dir, pid: file.pid }
    await pause(50)
  }
  return undefined
}

/** A connection that marks the server as used for as long as this process lives; nothing while the server starts or stops. */
async function use(url: string, dir: string): Promise<pg.Client | undefined> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000, application_name: OURS, keepAlive: true })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query('SELECT pg_try_advisory_lock_shared($1) AS used', [IN_USE])
    if (rows[0].used) return client
  } catch (error) {
    if ((error as { code?: string }).code === '28P01')
      throw new SetupError(`The password kept in ${dir}-password is not that of the database in ${dir}.`)
  }
  await client.end().catch(() => {})
  return undefined
}

async function leave({ client, dir, pid }: Member): Promise<void> {
  try {
    await client.query('SELECT pg_advisory_unlock_shared($1)', [IN_USE])
    const { rows } = await client.query(`SELECT pg_try_advisory_lock($1) AS last, current_setting('cluster_name') AS name`, [IN_USE])
    if (!rows[0].last || rows[0].name !== OURS) return
    process.kill(pid, 'SIGINT') // PostgreSQL's fast shutdown
    for (const deadline = Date.now() + PATIENCE; readPidFile(dir)?.pid === pid && serves(pid, dir) && Date.now() < deadline; )
      await pause(20)
  } catch {
    // the server is gone already
  } finally {
    await client.end().catch(() => {})
  }
}

const portFile = (dir: string) => `${dir}-port`

function rememberedPort(dir: string): number {
  return existsSync(portFile(dir)) ? Number(readFileSync(portFile(dir), 'utf8')) || 0 : 0
}

const fast = ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off']

/** Starts the server and returns when it is ready, or when it ended for a reason that the next attempt may not meet. */
async function launch({ programs, throwaway }: Where, dir: string, port: number): Promise<void> {
  const log = `${dir}.log`
  const from = existsSync(log) && statSync(log).size < 5_000_000 ? statSync(log).size : 0
  const out = openSync(log, from ? 'a' : 'w', 0o600)
  const settings = [
    '-c',
    'listen_addresses=127.0.0.1',
    '-c',
    'unix_socket_directories=',
    '-c',
    `cluster_name=${OURS}`,
    ...(throwaway ? fast : []),
  ]
  const { path, options } = place(programs, dir)
  // Detached: Ctrl-C reaches the whole group of the terminal, and the server must outlive those who use it.
  const server = spawn(programs.postgres, ['-D', path, '-p', String(port), ...settings], {
    ...options,
    stdio: ['ignore', out, out],
    detached: true,
  })
  closeSync(out)
  server.unref()
  const ended = () => server.exitCode !== null || server.signalCode !== null
  await new Promise<void>((done, fail) =>
    server.once('spawn', done).once('error', (error) => fail(new SetupError(`PostgreSQL cannot be started (${error.message}).`))),
  )
  for (const deadline = Date.now() + PATIENCE; !ended() && Date.now() < deadline; await pause(20)) {
    const file = readPidFile(dir)
    if (file?.pid !== server.pid || !file?.ready) continue
    writeFileSync(portFile(dir), String(port))
    return
  }
  await explainEnd(server, readFileSync(log, 'utf8').slice(from), log)
}

async function explainEnd(server: ChildProcess, log: string, path: string): Promise<void> {
  if (/No space left on device/.test(log)) throw new SetupError('PostgreSQL cannot start: the disk that holds DATA_DIR is full.')
  // Another process was faster, took the port, or the children of a killed server have not noticed yet.
  if (/postmaster\.pid" already exists|in use|could not bind/.test(log)) return pause(200)
  const reason = log.match(/FATAL: +(.*)/)?.[1] ?? `it ended with ${server.exitCode ?? server.signalCode}`
  if (/incompatible with server/.test(log))
    throw new SetupError(`The data in DATA_DIR was made by another version of PostgreSQL (${log.match(/DETAIL: +(.*)/)?.[1]}).`)
  throw new SetupError(`PostgreSQL cannot start: ${reason} (see ${path}).`)
}
