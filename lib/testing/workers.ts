// Workers in processes of their own, as `npm run worker` starts one, for tests that end or kill them. They work on the database of the test.
import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** A worker that is at work. Throws when it ends before that. */
export async function startWorker(): Promise<ChildProcess> {
  const worker = spawn(process.execPath, ['scripts/worker.ts'], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    env: { ...process.env, LOG_LEVEL: 'silent' },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  await new Promise((resolve, reject) => worker.once('message', resolve).once('exit', () => reject(new Error('The worker ended.'))))
  return worker
}

/** Sends the signal and waits until the worker is gone; one that is gone already stays so. */
export async function endWorker(worker: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  if (worker.exitCode !== null || worker.signalCode !== null) return
  const gone = new Promise((resolve) => worker.once('exit', resolve))
  worker.kill(signal)
  await gone
}
