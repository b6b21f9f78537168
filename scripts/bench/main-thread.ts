// How long the main thread of a page was at work on one task: by the clock, as the person feels it, and in processor time, which other programs on the machine do not lengthen.
import type { Browser, Page } from '@playwright/test'

type Task = { name: string; ph: string; pid: number; tid: number; ts: number; dur?: number; tdur?: number; args?: { name?: string } }
export type Tasks = {
  longest: number
  long: number
  longestOfProcessor: number
  longOfProcessor: number
  ofProcessor: number
  /** The processor time of the tasks that had begun when the page made this mark of `performance`; NaN when it never did. */
  ofProcessorUntil: (mark: string) => number
}

const LONG = 50
// Only this kind of event: Chromium writes every task down a second time for its developer tools, and all that these ask for makes a page slower.
const TASK = 'ThreadControllerImpl::RunTask'
const CATEGORIES = ['toplevel', 'blink.user_timing', '__metadata']

/** Does the work and tells of the page's tasks meanwhile: milliseconds, and how many were longer than 50. */
export async function tasksDuring(browser: Browser, page: Page, work: () => Promise<void>): Promise<Tasks> {
  await browser.startTracing(page, { categories: CATEGORIES })
  await work()
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: Task[] }
  const mains = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  )
  const tasks = traceEvents.filter(({ name, ph, pid, tid }) => ph === 'X' && name === TASK && mains.has(`${pid} ${tid}`))
  const [clock, processor] = [tasks.map(({ dur = 0 }) => dur / 1000), tasks.map(({ tdur = 0 }) => tdur / 1000)]
  return {
    longest: Math.max(0, ...clock),
    long: clock.filter((took) => took > LONG).length,
    longestOfProcessor: Math.max(0, ...processor),
    longOfProcessor: processor.filter((took) => took > LONG).length,
    ofProcessor: processor.reduce((sum, took) => sum + took, 0),
    ofProcessorUntil: (mark) => {
      const made = traceEvents.find(({ name }) => name === mark)?.ts ?? Number.NaN
      return Number.isNaN(made) ? made : tasks.reduce((sum, { ts, tdur = 0 }) => sum + (ts <= made ? tdur / 1000 : 0), 0)
    },
  }
}
