// Starts the programs that a command consists of and ends them with it; it leaves no process behind that it started.
import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))

/** The person asked to stop (Ctrl-C, SIGTERM, a closed terminal): not an error. */
export class Stopped extends Error {}

const children = new Set<ChildProcess>()
const GRACE = 15_000
let stopped: Error | undefined

/** From now on a signal, or the end of whoever started this process, ends all children. */
export function watchSignals(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopAll())
  const parent = process.ppid
  const orphaned = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(orphaned)
    stopAll()
  }, 500).unref()
}

/** Ends all children; whoever waits for one, or starts another, gets the reason thrown. */
export function stopAll(reason: Error = new Stopped()): void {
  stopped ??= reason
  for (const child of children) end(child)
}

function end(child: ChildProcess): void {
  child.kill('SIGTERM')
  setTimeout(() => child.kill('SIGKILL'), GRACE).unref()
}

/** `quiet` prints on stderr, for stdout belongs to the result of the command; `into` is an open file that takes everything it prints. */
type Options = { env?: NodeJS.ProcessEnv; cwd?: string; quiet?: boolean; ipc?: boolean; into?: number }

/** Starts a program in the project's root. */
export function start(program: string, args: string[], { env = process.env, cwd = root, quiet, ipc, into }: Options = {}): ChildProcess {
  if (stopped) throw stopped
  const stdio: StdioOptions = ['inherit', into ?? (quiet ? 2 : 'inherit'), into ?? 'inherit', ...(ipc ? (['ipc'] as const) : [])]
  const child = spawn(program, args, { cwd, env, stdio })
  children.add(child)
  child.once('exit', () => children.delete(child))
  return child
}

/** Resolves to the exit code (128 and more: a signal); throws if all was stopped meanwhile: Stopped if a person asked for it. */
export async function finished(child: ChildProcess): Promise<number> {
  const code = await new Promise<number>((done, fail) => {
    child.once('error', fail)
    child.once('exit', (exit) => done(exit ?? 128))
  })
  if (stopped) throw stopped
  return code
}

/** Runs a program to its end and resolves to its exit code. */
export const run = (program: string, args: string[], options?: Options) => finished(start(program, args, options))

/** A line about what is going on, on stderr. */
const began = Date.now()
export const say = (line: string) => console.error(`[${((Date.now() - began) / 1000).toFixed(1).padStart(5)} s] ${line}`)
