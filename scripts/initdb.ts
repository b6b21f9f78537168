// Makes the data directory of a PostgreSQL server; it never touches one that exists.
import { spawnSync } from 'node:child_process'
import { chownSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { SetupError } from '#lib/system/env.ts'
import { explainDirectory } from './data-dir.ts'
import { isPublic, type Programs } from './postgres-programs.ts'

type Options = { uid?: number; gid?: number; cwd: string; env: NodeJS.ProcessEnv }

/**
 * How PostgreSQL is told its directory. Root starts it as nobody, who may not be able to pass through a directory such as /root;
 * so it is started inside the directory (which root can enter) and told to use the one that it is in.
 */
export function place({ account }: Programs, dir: string): { path: string; options: Options } {
  const options = { ...account, cwd: dir, env: { PATH: process.env.PATH, TZ: 'UTC', LC_ALL: 'C' } as unknown as NodeJS.ProcessEnv }
  if (!account || isPublic(dirname(dir))) return { path: dir, options }
  if (process.platform !== 'linux')
    throw new SetupError(`PostgreSQL does not run as root, and other users cannot enter ${dir}: set DATA_DIR to another directory.`)
  return { path: '/proc/self/cwd', options }
}

/** Made beside its place and then renamed: an interrupted start leaves nothing half made, and of two at once one wins. */
export function initialise(programs: Programs, dir: string, password: string, throwaway = false): void {
  const fresh = `${dir}.new-${process.pid}`
  const secrets = mkdtempSync(join(tmpdir(), 'as-amended-'))
  const file = join(secrets, 'password')
  try {
    mkdirSync(fresh, { mode: 0o700 })
    writeFileSync(file, password, { mode: 0o600 })
    for (const path of programs.account ? [fresh, secrets, file] : [])
      chownSync(path, programs.account?.uid ?? 0, programs.account?.gid ?? 0)
    run(programs, fresh, file, throwaway)
    renameSync(fresh, dir)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST') throw explainDirectory(error, dirname(dir)) // else another process was faster
  } finally {
    rmSync(fresh, { recursive: true, force: true })
    rmSync(secrets, { recursive: true, force: true })
  }
}

function run(programs: Programs, dir: string, passwordFile: string, throwaway: boolean): void {
  const { path, options } = place(programs, dir)
  // Sorting by code point everywhere: PostgreSQL 17 brings that locale itself, an older one has the system's.
  const locale =
    Number.parseInt(programs.version, 10) >= 17
      ? ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
      : ['--locale=C.UTF-8']
  const flags = ['-D', path, '-U', 'postgres', '--pwfile', passwordFile, '--auth=scram-sha-256', '--encoding=UTF8', ...locale]
  const attempt = (more: string[]) =>
    spawnSync(programs.initdb, [...flags, ...more, ...(throwaway ? ['--no-sync'] : [])], { ...options, encoding: 'utf8' })
  // pg_trgm asks the system which characters are letters: told C, it makes no trigrams of Cyrillic or Arabic. Not every system has the other.
  const lettered = attempt(['--lc-ctype=C.UTF-8'])
  const { status, stderr, error } = /invalid locale/.test(lettered.stderr ?? '') ? attempt([]) : lettered
  if (status === 0) return
  if (/No space left on device/.test(stderr ?? ''))
    throw new SetupError('The database cannot be made: the disk that holds DATA_DIR is full.')
  const reason = stderr?.match(/(?:FATAL|error): +(.*)/)?.[1] ?? error?.message ?? stderr ?? `initdb ended with ${status}`
  throw new SetupError(`The database in DATA_DIR cannot be made: ${reason.trim()}.`)
}
