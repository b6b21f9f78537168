// A bare Node HTTP server that does nothing but stringify the same object for each request.
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Contender } from '../case.ts'
import { load } from '../load.ts'

/** Asks `origin` for these paths once, and answers with the objects that it gave, stringified anew each time. */
export async function bareNode(origin: string, paths: string[]): Promise<Contender> {
  const objects: Record<string, unknown> = {}
  for (const path of paths) objects[path] = await (await fetch(`${origin}${path}`)).json()
  const child = spawn(process.execPath, [fileURLToPath(new URL('bare-node-server.ts', import.meta.url))], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    serialization: 'advanced',
  })
  child.send(objects)
  const port = await new Promise<number>((done, fail) => child.once('message', (message) => done(Number(message))).once('exit', fail))
  return {
    name: 'bare Node, stringify',
    run: (connections, seconds) => load(`http://127.0.0.1:${port}`, paths, connections, seconds),
    pids: () => [child.pid ?? 0],
    stop: async () => {
      child.kill('SIGTERM')
      if (child.exitCode === null) await new Promise((done) => child.once('exit', done))
    },
  }
}
