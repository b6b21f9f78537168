// `npm run bench [-- case … --size 100000 --seconds 5 --connections 1,16,64 --minutes 10 --json FILE --keep DIR]`: measures the program beside its limits.
import { readdirSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { SetupError } from '#lib/system/env.ts'
import { Stopped, say } from '../processes.ts'
import { forget } from '../test.ts'
import type { Case, Result } from './case.ts'
import { onStage } from './stage.ts'
import { tableOf } from './table.ts'

const options = {
  size: { type: 'string', default: '10000' },
  seconds: { type: 'string', default: '4' },
  minutes: { type: 'string', default: '0.5' },
  connections: { type: 'string', default: '1,16,64' },
  json: { type: 'string', default: 'bench.json' },
  keep: { type: 'string' }, // a directory where the seeded database stays for the next run
} as const

/** Every file of cases/ exports one case, in the order of their file names. */
async function allCases(): Promise<Case[]> {
  const names = readdirSync(new URL('cases/', import.meta.url))
    .filter((name) => name.endsWith('.ts'))
    .sort()
  return Promise.all(names.map(async (name) => (await import(new URL(`cases/${name}`, import.meta.url).href)).default as Case))
}

const positive = (name: string, text: string): number => {
  if (!(Number(text) > 0)) throw new SetupError(`--${name} is a number above 0, not ${text}.`)
  return Number(text)
}

export async function bench(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
  const cases = await allCases()
  const unknown = positionals.filter((name) => !cases.some((one) => one.name === name))
  if (unknown.length)
    throw new SetupError(`No case is named ${unknown.join(', ')}. There are: ${cases.map(({ name }) => name).join(', ')}.`)
  const chosen = positionals.length ? cases.filter(({ name }) => positionals.includes(name)) : cases
  const asked = {
    size: positive('size', values.size),
    seconds: positive('seconds', values.seconds),
    minutes: positive('minutes', values.minutes),
    connections: values.connections.split(',').map((text) => positive('connections', text)),
  }
  forget()
  return onStage(asked, values.keep, async (stage) => {
    const results: Result[] = []
    let failed = 0
    for (const one of chosen) {
      say(one.name)
      try {
        const { lines = [], figures = [] } = await one.run(stage)
        results.push({ case: one.name, about: one.about, lines, figures })
        console.log(tableOf(results.at(-1) as Result))
      } catch (error) {
        if (error instanceof Stopped) throw error
        console.error(`${one.name} failed:`, error)
        failed++
      } finally {
        await stage.stopPrograms()
      }
      writeFileSync(
        values.json,
        JSON.stringify({ ...asked, versions: stage.seeded.versions, processors: cpus().length, node: process.version, results }, null, 2),
      )
    }
    console.log(`\n${stage.size} measures, ${stage.seeded.versions} versions, ${cpus().length} processors; also in ${values.json}.`)
    console.log('All share one machine: compare rates within one run only. “Ours is” is the first line as a share of the line.')
    return failed ? 1 : 0
  })
}
