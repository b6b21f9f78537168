// L1 W1: every server action × who calls it over HTTP, complete by construction: what is refused changes nothing.
import { accountRows } from './action-rows/accounts.ts'
import { actRows } from './action-rows/acts.ts'
import { bulkRows } from './action-rows/bulk.ts'
import { draftRows } from './action-rows/drafts.ts'
import { lawChangeRows } from './action-rows/law-changes.ts'
import { notificationRows } from './action-rows/notifications.ts'
import { reviewRows } from './action-rows/review.ts'
import { decided } from './action-rows/shared.ts'
import { askers, everybody } from './askers.ts'
import { expect, given, test } from './fixtures.ts'
import { actions, callAction, outcome } from './surface.ts'

const rows = { ...accountRows, ...actRows, ...bulkRows, ...draftRows, ...lawChangeRows, ...notificationRows, ...reviewRows }

/** All that a write would change: the trail, the states, and what the world sees. */
const everything = `SELECT (SELECT count(*) FROM audit_entry) AS trail, (SELECT md5(string_agg(id || state::text, ',' ORDER BY id)) FROM version) AS states,
  (SELECT count(*) FROM revision) AS revisions, (SELECT count(*) FROM published.version WHERE is_current) AS published, (SELECT sum(session_epoch) FROM person) AS sessions`

test('every server action has a row', () => expect(Object.keys(rows).sort()).toEqual(actions()))

for (const [action, { answers, reads, prepare }] of Object.entries(rows)) {
  everybody(`over HTTP: ${action}`, async ({ ask, sql }) => {
    let call = await prepare(sql)
    for (const asker of askers) {
      const request = await ask(asker)
      const before = (await sql.query(everything)).rows[0]
      expect(await outcome(await callAction(request, action, call)), asker).toBe(answers[asker])
      const after = (await sql.query(everything)).rows[0]
      if (answers[asker] !== 'done' || reads) expect(after, `${asker}: nothing was changed`).toEqual(before)
      else {
        expect(Number(after.trail), `${asker}: it was done`).toBeGreaterThan(Number(before.trail))
        call = await prepare(sql)
      }
    }
  })
}

everybody('a page of another site can make a signed-in person do nothing', async ({ ask, sql }) => {
  const request = await ask('administrator')
  const before = (await sql.query(everything)).rows[0].published
  const call = await decided(await given.approved())
  for (const origin of ['https://evil.example', 'null', 'http://localhost.evil.example']) {
    const response = await callAction(request, 'app/desk/review/actions.ts publishVersion', call, { origin })
    expect(response.status(), origin).toBeGreaterThanOrEqual(400)
    const read = await request.post('/desk/imports/read', { headers: { origin, 'sec-fetch-site': 'cross-site' }, multipart: { text: 'x' } })
    expect(read.status(), origin).toBe(403)
  }
  expect((await sql.query(everything)).rows[0].published).toBe(before)
})
