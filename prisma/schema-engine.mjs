#!/usr/bin/env node
// Stands in for the native `schema-engine` that the Prisma CLI starts: speaks its JSON-RPC over stdio and passes every call to the
// same engine as WASM (prisma/engine.ts). It serves `npm run prisma -- migrate dev|diff|status …`; the program itself never uses it.
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { connect, ensureDatabase } from './connection.ts'
import { lastPanic, openEngine } from './engine.ts'

const fail = (fields) => {
  process.stderr.write(`\n${JSON.stringify({ level: 'ERROR', target: 'schema_engine::logger', fields })}\n`)
  process.exit(1)
}
process.on('uncaughtException', (error) => fail({ message: lastPanic() ?? error.stack, is_panic: lastPanic() !== undefined }))

const argv = process.argv.slice(2)
if (argv.includes('--version')) {
  console.log('schema-engine-cli wasm')
  process.exit(0)
}
const option = (name) => argv.flatMap((value, i) => (argv[i - 1] === name ? [value] : []))
const url = JSON.parse(option('--datasource')[0] ?? '{}').url ?? process.env.DATABASE_URL

// `schema-engine --datasource … cli can-connect-to-database | create-database`
if (argv.includes('cli')) {
  try {
    if (argv.at(-1) === 'create-database') await ensureDatabase(url)
    else await (await connect(url)).end()
    process.exit(0)
  } catch (error) {
    fail({ error_code: error.code === '3D000' ? 'P1003' : 'P1001', message: error.message, is_panic: false })
  }
}

const send = (message) => process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`)
const models = option('--datamodels').map((path) => [path, readFileSync(path, 'utf8')])
let opened
let last = Promise.resolve()

async function answer({ id, method, params }) {
  try {
    opened ??= openEngine(url, models.length ? models : undefined)
    const { engine } = await opened
    const result = (await engine[method === 'getDatabaseVersion' ? 'version' : method](params)) ?? null
    if (method === 'diff' && result.stdout != null) send({ id: 1_000_000 + id, method: 'print', params: { content: result.stdout } })
    send({ id, result })
  } catch (error) {
    const message = String(error?.message ?? error)
    send({ id, error: { code: 4466, message, data: { is_panic: false, error_code: error?.code, message, meta: error?.meta ?? null } } })
  }
}

createInterface({ input: process.stdin })
  .on('line', (line) => {
    const request = line.trim() ? JSON.parse(line) : {}
    if (request.method) last = last.then(() => answer(request)) // without a method: the CLI's answer to our own `print`
  })
  .on('close', () => last.then(() => process.exit(0)))
