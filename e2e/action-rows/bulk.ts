// The actions on several measures at once: who is answered what.
import { planBulk } from '#lib/bulk/commands/plan-bulk.ts'
import { all } from '../askers.ts'
import { actor, expect, given } from '../fixtures.ts'
import { type ActionRows, form, reads } from './shared.ts'

/** A bulk of the editor: of a draft that can be submitted, and of a text that cannot. */
const planned = async () => {
  const refs = [(await given.draft()).ref, (await given.published()).ref]
  return (await planBulk(await actor('editor'), { request: { deed: 'submit' }, refs })).bulk
}
const ofBulk = (bulk: number) => form(`/desk/bulk/${bulk}`, { bulk })
/** A bulk is its asker's own: for anybody else there is none. */
const own = all('not found', { anonymous: 'signed out', disabled: 'signed out', editor: 'done' })

export const bulkRows: ActionRows = {
  // Anybody at the desk may plan; what is not theirs to do is refused measure by measure.
  'app/desk/bulk/actions.ts planChosen': {
    answers: { ...reads },
    prepare: async () => form('/desk/bulk/new', { deed: 'submit', item: (await given.draft()).ref }),
  },
  'app/desk/bulk/actions.ts planAgain': { answers: { ...own, administrator: 'done' }, prepare: async () => ofBulk(await planned()) },
  'app/desk/bulk/actions.ts beginPlanned': {
    answers: own,
    prepare: async (sql) => {
      // What was begun before has come to its end: it is no doing of whoever asks next.
      const atWork = "SELECT FROM jobs.job WHERE name = 'run-bulk' AND state < 'completed'"
      await expect.poll(async () => (await sql.query(atWork)).rowCount).toBe(0)
      return ofBulk(await planned())
    },
  },
  'app/desk/bulk/actions.ts stopRunning': {
    answers: { ...own, administrator: 'done' },
    prepare: async (sql) => {
      const bulk = await planned()
      // Under way without a job, so that no worker is faster.
      await sql.query("UPDATE bulk SET state = 'running' WHERE id = $1", [bulk])
      return ofBulk(bulk)
    },
  },
}
