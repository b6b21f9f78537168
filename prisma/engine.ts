// Prisma's schema engine as WASM from npm; the native one, which the CLI would download from a host that closed networks do not reach, is never used.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg'
import { MigrationPg } from './migration-adapter.ts'

export type Engine = bindings.SchemaEngine
export type Files = [path: string, content: string][]

const panics: string[] = []
let ready: Promise<void> | undefined

/** The message of the engine's last panic, which it reports beside the exception. */
export const lastPanic = () => panics.at(-1)

async function load(): Promise<void> {
  const file = createRequire(import.meta.url)
    .resolve('@prisma/schema-engine-wasm/schema_engine_bg')
    .replace(/\.js$/, '.wasm')
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: (message: string) => panics.push(message) } })
  // The engine never clears the timer of its advisory lock (10 s), which would hold the process open.
  const timer = Object.keys(bindings).find((name) => name.startsWith('__wbg_setTimeout_')) ?? ''
  const unref = (run: () => void, ms: number) => setTimeout(run, ms).unref()
  const { instance } = await WebAssembly.instantiate(readFileSync(file), {
    './schema_engine_bg.js': { ...bindings, [timer]: unref } as WebAssembly.ModuleImports,
  })
  bindings.__wbg_set_wasm(instance.exports)
  ;(instance.exports.__wbindgen_start as () => void)()
}

/** An engine on one database, and how to let go of its connections. */
export async function openEngine(url: string, datamodels?: Files): Promise<{ engine: Engine; close: () => Promise<void> }> {
  ready ??= load()
  await ready
  const factory = new MigrationPg(url)
  const engine = await bindings.SchemaEngine.new({ datamodels }, () => {}, bindMigrationAwareSqlAdapterFactory(factory))
  return { engine, close: () => factory.close() }
}
