// Does the work that is due until it is told to stop, and serves nothing: `npm run worker`.
import { closeDb } from '#lib/system/db.ts'
import { SetupError } from '#lib/system/env.ts'
import { work } from './work.ts'

async function run(): Promise<void> {
  const worker = await work()
  console.error('The worker looks for work that is due (Ctrl-C stops it).')
  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    await worker.stop().catch(() => {})
    await closeDb()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
  process.on('disconnect', stop)
  process.send?.('ready')
}

run().catch((error) => {
  console.error(error instanceof SetupError ? error.message : error)
  process.exit(1)
})
