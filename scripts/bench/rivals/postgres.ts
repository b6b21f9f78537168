// PostgreSQL alone, doing the same work as one request by pgbench: prepared statements, the public's role, no program in between.
import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Contender, Stage } from '../case.ts'
import { programOf } from '../load.ts'

/** The lines of a pgbench script that set :ref to a random measure of the seed. */
export function randomRef({ seeded }: Stage): { prelude: string; ref: string } {
  const codes = [...new Set(seeded.refs.map((ref) => ref.slice(0, 2)))]
  const each = Math.floor(seeded.refs.length / codes.length)
  return {
    prelude: `\\set e random(1, ${codes.length})\n\\set n random(1, ${Math.max(1, each)})\n`,
    ref: `((ARRAY[${codes.map((code) => `'${code}'`).join(',')}])[:e::int] || '-' || lpad(:n::text, 4, '0'))`,
  }
}

/** Runs a pgbench script as the public role, or as the application's. */
export async function postgresAlone(stage: Stage, script: string, url = stage.urls.public): Promise<Contender> {
  const pgbench = programOf('pgbench', 'postgresql-contrib')
  const dir = mkdtempSync(join(tmpdir(), 'as-amended-pgbench-'))
  const file = join(dir, 'work.sql')
  writeFileSync(file, script)
  const run = async (connections: number, seconds: number) => {
    const log = join(dir, 'log')
    for (const name of readdirSync(dir)) if (name.startsWith('log')) rmSync(join(dir, name))
    const child = spawn(
      pgbench,
      ['-n', '-M', 'prepared', '-f', file, '-c', String(connections), '-j', '1', '-T', String(seconds), '-l', `--log-prefix=${log}`, url],
      { stdio: ['ignore', 'ignore', 'pipe'] },
    )
    let told = ''
    for await (const part of child.stderr) told += part
    const took: number[] = []
    for (const name of readdirSync(dir))
      if (name.startsWith('log'))
        for (const line of readFileSync(join(dir, name), 'utf8').split('\n')) if (line) took.push(Number(line.split(' ')[2]))
    if (took.length === 0) throw new Error(`pgbench did nothing: ${told}`)
    took.sort((a, b) => a - b)
    const at = (share: number) => took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? 0
    return { requests: took.length, seconds, p50: at(0.5), p99: at(0.99), wrong: 0 }
  }
  return { name: 'PostgreSQL alone', run, pids: stage.postgresPids, stop: async () => rmSync(dir, { recursive: true, force: true }) }
}
