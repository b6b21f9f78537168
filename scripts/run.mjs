#!/usr/bin/env node
// Where every npm script begins: plain JavaScript without dependencies for any Node ≥ 18. Installs what is missing, then hands over to
// scripts/tasks.ts under the Node that package-lock.json pins. It never prints on stdout, which belongs to the command.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { constants } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const bin = join(root, 'node_modules', '.bin')
const NEEDED = 24
process.chdir(root)

/** Whether node_modules holds exactly what the lock file says, by npm's own record of what it installed. */
function isInstalled() {
  const record = join('node_modules', '.package-lock.json')
  if (!existsSync(record)) return false
  const wanted = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages
  const found = JSON.parse(readFileSync(record, 'utf8')).packages
  return (
    Object.entries(found).every(([path, { version }]) => wanted[path]?.version === version) &&
    Object.entries(wanted).every(([path, { optional, peer }]) => path === '' || optional || peer || found[path])
  )
}

/** npm ci begins by removing what another one may be installing: only one at a time. A killed one leaves its number behind, of no process. */
function claim(file) {
  for (;;) {
    try {
      return writeFileSync(file, String(process.pid), { flag: 'wx' })
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
    const pid = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0
    if (pid && isAlive(pid)) {
      console.error(
        `Another command (process ${pid}) installs the packages of this directory: try again when it has finished (or remove .installing).`,
      )
      process.exit(1)
    }
    rmSync(file, { force: true })
  }
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error.code === 'EPERM'
  }
}

if (!isInstalled()) {
  claim('.installing')
  console.error('Installing packages (npm ci) …')
  const flags = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']
  const { status, error } = spawnSync('npm', flags, { stdio: ['ignore', 2, 2] })
  rmSync('.installing', { force: true })
  if (status !== 0) {
    console.error(`The packages cannot be installed: npm ci ${error ? `cannot be started (${error.message})` : `ended with ${status}`}.`)
    process.exit(1)
  }
}

const runs = (node) => Number(spawnSync(node, ['-p', 'process.versions.node'], { encoding: 'utf8' }).stdout?.split('.')[0]) >= NEEDED
const node = [join(bin, 'node'), process.execPath].find((path) => existsSync(path) && runs(path))
if (!node) {
  console.error(`Node ${NEEDED} or newer is needed, and npm has none for ${process.platform} ${process.arch}: this is ${process.version}.`)
  process.exit(1)
}

const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}`, NEXT_TELEMETRY_DISABLED: '1' }
const child = spawn(node, ['scripts/tasks.ts', ...process.argv.slice(2)], { stdio: 'inherit', env })
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
// A killed npm does not pass its signal on through `sh -c`: being orphaned is the sign.
const parent = process.ppid
setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 500).unref()
child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]))
