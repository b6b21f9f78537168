// Generates the Prisma client when the schema has changed since; it needs no database and never looks at one.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { SetupError } from '#lib/system/env.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const schema = join(root, 'prisma/schema')
const stamp = join(root, 'prisma/generated/.stamp')

/** What makes the Prisma CLI use the engine from npm instead of downloading one. */
export const prismaEnv = {
  PRISMA_SCHEMA_ENGINE_BINARY: join(root, 'prisma/schema-engine.mjs'),
  PRISMA_HIDE_UPDATE_MESSAGE: '1',
  CHECKPOINT_DISABLE: '1',
}

function fingerprint(): string {
  const hash = createHash('sha256').update(readFileSync(join(root, 'node_modules/prisma/package.json')))
  for (const name of readdirSync(schema).sort()) hash.update(name).update(readFileSync(join(schema, name)))
  return hash.digest('hex')
}

/** Returns whether it had to. */
export async function generateClient(): Promise<boolean> {
  const wanted = fingerprint()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return false
  const { code, output } = await prismaGenerate()
  if (code !== 0 || !existsSync(join(root, 'prisma/generated/client.ts'))) throw new SetupError(`prisma generate failed:\n${output}`)
  writeFileSync(stamp, wanted)
  return true
}

function prismaGenerate(): Promise<{ code: number | null; output: string }> {
  return new Promise((done, fail) => {
    const child = spawn(join(root, 'node_modules/.bin/prisma'), ['generate'], {
      cwd: root,
      env: { ...process.env, ...prismaEnv },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text
      })
    }
    child.once('error', fail).once('exit', (code) => done({ code, output }))
  })
}
