// nginx with one worker, sending the same bytes from disk. It never reads a configuration of the system.
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '../../ports.ts'
import type { Contender } from '../case.ts'
import { load, programOf } from '../load.ts'
import { familyOf } from '../process-cost.ts'

/** Starts nginx on a configuration of `http { … }`; `dir` is its own, and is removed when it stops. */
export async function startNginx(
  http: (port: number, dir: string) => string,
): Promise<{ url: string; pid: number; stop: () => Promise<void> }> {
  const program = programOf('nginx', 'nginx-light')
  const dir = mkdtempSync(join(tmpdir(), 'as-amended-nginx-'))
  const port = await freePort()
  const places = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${dir}/${name};`).join('\n')
  writeFileSync(
    join(dir, 'nginx.conf'),
    `${process.getuid?.() === 0 ? 'user root;' : ''} worker_processes 1; daemon off; pid ${dir}/pid; error_log ${dir}/error.log;
     events { worker_connections 1024; }
     http { access_log off; keepalive_requests 1000000; ${places}
     ${http(port, dir)} }`,
  )
  const child = spawn(program, ['-e', `${dir}/error.log`, '-p', dir, '-c', join(dir, 'nginx.conf')], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const url = `http://127.0.0.1:${port}`
  const answers = () =>
    fetch(url).then(
      () => true,
      () => false,
    )
  while (!(await answers())) {
    if (child.exitCode !== null) throw new Error(`nginx ended with ${child.exitCode}.`)
    await pause(50)
  }
  const stop = async () => {
    child.kill('SIGTERM')
    if (child.exitCode === null) await new Promise((done) => child.once('exit', done))
    rmSync(dir, { recursive: true, force: true })
  }
  return { url, pid: child.pid ?? 0, stop }
}

/** Fetches what `origin` answers for each path and serves those bytes from files. */
export async function nginxFromDisk(origin: string, paths: string[], headers: Record<string, string> = {}): Promise<Contender> {
  const files = new Map<string, string>()
  const bodies: Buffer[] = []
  let type = ''
  for (const [index, path] of paths.entries()) {
    const answer = await fetch(`${origin}${path}`, { headers })
    bodies.push(Buffer.from(await answer.arrayBuffer()))
    type = answer.headers.get('content-type') ?? type
    files.set(path, `/${index}`)
  }
  const { url, pid, stop } = await startNginx((port, dir) => {
    for (const [index, body] of bodies.entries()) {
      const file = join(dir, 'www', String(index))
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, body)
    }
    return `default_type "${type}"; sendfile on; open_file_cache max=20000; server { listen 127.0.0.1:${port}; root ${dir}/www; }`
  })
  const served = [...files.values()]
  return {
    name: 'nginx, the same bytes from disk',
    run: (connections, seconds) => load(url, served, connections, seconds, headers),
    pids: () => familyOf(pid),
    stop,
  }
}
