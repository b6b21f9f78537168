// Makes HTTP load with wrk, over a list of paths in random order. It measures from outside and knows nothing of the program.
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Missing, type Run } from './case.ts'

/** Where a program of the system is. Throws Missing, which names its package. */
export function programOf(name: string, debianPackage: string): string {
  const found = spawnSync('sh', ['-c', `command -v ${name} || command -v /usr/sbin/${name}`], { encoding: 'utf8' }).stdout.trim()
  if (!found) throw new Missing(`${name} is not installed (apt-get install ${debianPackage})`)
  return found
}

const script = (paths: string[], headers: Record<string, string>) => `
local paths = {${paths.map((path) => JSON.stringify(path)).join(',')}}
local ready = {}
init = function() for i, path in ipairs(paths) do ready[i] = wrk.format("GET", path, {${Object.entries(headers)
  .map(([name, value]) => `[${JSON.stringify(name)}]=${JSON.stringify(value)}`)
  .join(',')}}) end math.randomseed(7) end
request = function() return ready[math.random(#ready)] end
done = function(summary, latency)
  io.stderr:write(string.format('{"requests":%d,"microseconds":%d,"p50":%d,"p99":%d,"wrong":%d}', summary.requests, summary.duration,
    latency:percentile(50), latency:percentile(99), summary.errors.status + summary.errors.timeout + summary.errors.read + summary.errors.connect))
end`

/** Asks for these paths in random order, over so many connections, for so long. */
export async function load(
  url: string,
  paths: string[],
  connections: number,
  seconds: number,
  headers: Record<string, string> = {},
): Promise<Run> {
  const wrk = programOf('wrk', 'wrk')
  const dir = mkdtempSync(join(tmpdir(), 'as-amended-bench-'))
  try {
    const file = join(dir, 'paths.lua')
    writeFileSync(file, script(paths.slice(0, 20_000), headers))
    const child = spawn(wrk, ['-t1', `-c${connections}`, `-d${seconds}s`, '--timeout', '20s', '-s', file, url], {
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let told = ''
    for await (const part of child.stderr) told += part
    const { microseconds, ...rest } = JSON.parse(told) as Omit<Run, 'seconds'> & { microseconds: number }
    return { ...rest, seconds: microseconds / 1e6 }
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}
