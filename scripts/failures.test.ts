// Everything that a person can get wrong at the start ends in one sentence: tried here without starting a database.
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { SetupError } from '#lib/system/env.ts'
import { connect } from '#prisma/connection.ts'
import { dataDir, explainDirectory, keptSecret } from './data-dir.ts'
import { openDatabase } from './database.ts'
import { checkPort } from './quickstart.ts'

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'as-amended-unit-'))
})
afterEach(() => {
  rmSync(dir, { recursive: true })
  vi.unstubAllEnvs()
})

test('a port that is in use', async () => {
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as { port: number }
  await expect(checkPort(port, '127.0.0.1')).rejects.toThrow(new SetupError(`Port ${port} is in use already: set PORT to another one.`))
  await new Promise((done) => server.close(done))
  await expect(checkPort(port, '127.0.0.1')).resolves.toBeUndefined()
})

describe('DATA_DIR', () => {
  test('below a file', () => {
    writeFileSync(join(dir, 'file'), '')
    expect(() => dataDir(join(dir, 'file', 'data'))).toThrow(/^DATA_DIR \(.*\) cannot be written: a part of its path is a file\.$/)
  })

  test('where no directories can be made', () => {
    expect(() => dataDir('/proc/as-amended')).toThrow(/cannot be written/)
  })

  test('on a full disk', () => {
    expect(explainDirectory(Object.assign(new Error(), { code: 'ENOSPC' }), '/data')).toEqual(
      new SetupError('DATA_DIR (/data) cannot be written: the disk is full.'),
    )
  })

  test('keeps a secret that only its owner reads, the same every time', () => {
    const secret = keptSecret(dir, 'secret')
    expect(secret).toMatch(/^[0-9a-f]{64}$/)
    expect(keptSecret(dir, 'secret')).toBe(secret)
    expect(statSync(join(dir, 'secret')).mode & 0o777).toBe(0o600)
  })
})

describe('DATABASE_URL', () => {
  test('without AUTH_SECRET', async () => {
    vi.stubEnv('DATABASE_URL', 'postgresql://u:p@127.0.0.1:1/d')
    vi.stubEnv('AUTH_SECRET', '')
    await expect(openDatabase()).rejects.toThrow(/^AUTH_SECRET must be set when DATABASE_URL is/)
  })

  test('with one role of two', async () => {
    vi.stubEnv('DATABASE_URL', 'postgresql://u:p@127.0.0.1:1/d')
    vi.stubEnv('AUTH_SECRET', 'a secret of enough characters')
    vi.stubEnv('DATABASE_APP_URL', 'postgresql://a:p@127.0.0.1:1/d')
    vi.stubEnv('DATABASE_PUBLIC_URL', '')
    await expect(openDatabase()).rejects.toThrow('DATABASE_APP_URL and DATABASE_PUBLIC_URL are set both or not at all.')
  })

  test('that nobody answers, without telling the password', async () => {
    const error: Error = await connect('postgresql://u:hidden@127.0.0.1:1/d').catch((caught) => caught)
    expect(error).toBeInstanceOf(SetupError)
    expect(error.message).toMatch(/^PostgreSQL does not answer at 127\.0\.0\.1:1 /)
    expect(error.message).not.toContain('hidden')
  })

  test('that is no address', async () => {
    for (const url of ['measures', 'mysql://u:p@127.0.0.1:1/d'])
      await expect(connect(url)).rejects.toThrow(/^DATABASE_URL is not an address/)
  })
})
