// The directory that keeps everything of the embedded default (DATA_DIR), and the secrets in it; it never holds anything when DATABASE_URL is set.
import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { SetupError } from '#lib/system/env.ts'

const REASONS: Record<string, string> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EROFS: 'the file system is read-only',
  EACCES: 'its permissions do not allow it',
  EPERM: 'its permissions do not allow it',
  ENOTDIR: 'a part of its path is a file',
  EEXIST: 'it is a file',
  ENOENT: 'no directory can be made there',
}

/** Turns an error of the file system into a sentence about the directory; anything else is passed on. */
export function explainDirectory(error: unknown, dir: string): unknown {
  const code = (error as NodeJS.ErrnoException).code ?? ''
  return REASONS[code] ? new SetupError(`DATA_DIR (${dir}) cannot be written: ${REASONS[code]}.`) : error
}

/** Like `mkdirSync` with `recursive`, which never returns where a parent exists but takes no directories, such as /proc. */
function makeDirectory(path: string): void {
  if (existsSync(path) && statSync(path).isDirectory()) return
  if (!existsSync(dirname(path))) makeDirectory(dirname(path))
  try {
    mkdirSync(path)
  } catch (error) {
    // another process may have been faster
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || !statSync(path).isDirectory()) throw error
  }
}

/** The directory, made if need be and proven writable. */
export function dataDir(dir = process.env.DATA_DIR || '.data'): string {
  const path = resolve(dir)
  try {
    makeDirectory(path)
    const probe = join(path, `.probe-${process.pid}`)
    writeFileSync(probe, 'x')
    rmSync(probe)
  } catch (error) {
    throw explainDirectory(error, path)
  }
  return path
}

/** A random secret that is made once and kept, readable by its owner only. Two processes that come at once agree on one. */
export function keptSecret(dir: string, name: string): string {
  const path = join(dir, name)
  const own = `${path}.${process.pid}`
  try {
    writeFileSync(own, randomBytes(32).toString('hex'), { mode: 0o600 })
    try {
      linkSync(own, path) // refuses to replace a secret that is there
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    rmSync(own)
    chmodSync(path, 0o600)
    return readFileSync(path, 'utf8').trim()
  } catch (error) {
    throw explainDirectory(error, dir)
  }
}
