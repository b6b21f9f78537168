// Runs contenders one after another, and tells what each did and used. Ratios of one run can be compared; numbers of two runs cannot.
import { say } from '../processes.ts'
import { type Contender, type Line, type Measured, Missing } from './case.ts'
import { cpuOf, memoryOf } from './process-cost.ts'

const WARM_UP = 1

async function measure(contender: Contender, connections: number, seconds: number): Promise<Measured> {
  await contender.run(connections, WARM_UP)
  const before = cpuOf(contender.pids())
  const run = await contender.run(connections, seconds)
  const pids = contender.pids()
  const known = pids.length > 0 && process.platform === 'linux'
  return {
    contender: contender.name,
    connections,
    perSecond: run.requests / run.seconds,
    p50ms: run.p50 / 1000,
    p99ms: run.p99 / 1000,
    cpuMicroseconds: known ? (cpuOf(pids) - before) / Math.max(1, run.requests) : null,
    memoryMB: known ? memoryOf(pids) / 1e6 : null,
    wrong: run.wrong,
  }
}

/** One line per contender and number of connections; a contender that this machine cannot run has one that says why. */
export async function compare(contenders: (() => Promise<Contender>)[], connections: number[], seconds: number): Promise<Line[]> {
  const lines: Line[] = []
  for (const open of contenders) {
    let contender: Contender | undefined
    try {
      contender = await open()
      say(`  ${contender.name}`)
      for (const count of connections) lines.push(await measure(contender, count, seconds))
    } catch (error) {
      if (!(error instanceof Missing)) throw error
      lines.push({ contender: contender?.name ?? 'a rival', skipped: error.message })
    } finally {
      await contender?.stop?.()
    }
  }
  return lines
}
