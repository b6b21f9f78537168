// What processes have used so far, as Linux tells in /proc. It measures nothing elsewhere.
import { readdirSync, readFileSync } from 'node:fs'

const TICK = 10_000 // microseconds: /proc counts in hundredths of a second on every Linux

function fieldsOf(pid: number): string[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  } catch {
    return []
  }
}

/** Processor time of these processes and of their children that ended, in microseconds. */
export const cpuOf = (pids: number[]): number =>
  pids.reduce((sum, pid) => {
    const fields = fieldsOf(pid)
    return sum + [11, 12, 13, 14].reduce((own, index) => own + Number(fields[index] ?? 0), 0) * TICK
  }, 0)

/** Memory that belongs to these processes alone or is shared by others in proportion, in bytes. */
export const memoryOf = (pids: number[]): number =>
  pids.reduce((sum, pid) => {
    try {
      return sum + Number(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8').match(/^Pss:\s+(\d+)/m)?.[1] ?? 0) * 1024
    } catch {
      return sum
    }
  }, 0)

/** A process and everything that it started. */
export function familyOf(pid: number): number[] {
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc')) if (/^\d+$/.test(name)) parents.set(Number(name), Number(fieldsOf(Number(name))[1]))
  const family = [pid]
  for (const one of family) for (const [child, parent] of parents) if (parent === one) family.push(child)
  return family
}
