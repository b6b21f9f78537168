// An approved text is published at a time: put on the schedule, seen there, cancelled, and public when its time has come and not before.
import { startUpdate } from '#lib/law-changes/commands/start-update.ts'
import * as build from '#lib/testing/builders.ts'
import { actor, expect, given, test } from './fixtures.ts'

const description = 'Operators of overnight ferries keep a register of their parcels.'

test('a reviewer schedules a publication with what is proposed, finds it on the schedule, and cancels it', async ({ as, page, quiet }) => {
  quiet.allow(/404/)
  const { ref } = await given.approved({ description })
  const reviewer = await as('reviewer', { timezoneId: 'Asia/Almaty' })
  await reviewer.goto(`/desk/review/${ref}`)
  await reviewer.getByText('Publish at a time…').click()
  await expect(reviewer.getByLabel('Time zone')).toHaveValue('Asia/Almaty')
  await expect(reviewer.getByLabel('Day and time')).toHaveValue(/T09:00$/)
  await expect(reviewer.getByText(/04:00 UTC, in \d+ (hours|days|minutes)/)).toBeVisible()
  await reviewer.getByRole('button', { name: 'Schedule', exact: true }).click()
  await expect(reviewer.getByText(/To be published on .*, 09:00 \(Asia\/Almaty\)/)).toBeVisible()
  await expect(reviewer.getByText('Scheduled', { exact: true })).toBeVisible()

  expect((await page.goto(`/measures/${ref}`))?.status()).toBe(404)
  await page.goto('/measures?q=ferries')
  await expect(page.getByText(description)).toHaveCount(0)

  await reviewer.goto('/desk/schedule')
  const row = reviewer.getByRole('row', { name: new RegExp(ref) })
  await expect(row).toContainText('Publication of version 1')
  await expect(row).toContainText('Asia/Almaty')
  await row.getByRole('link').click()
  await reviewer.getByRole('button', { name: 'Cancel the publication' }).click()
  await expect(reviewer.getByRole('button', { name: 'Publish', exact: true })).toBeVisible()
  await reviewer.goto('/desk/schedule')
  await expect(reviewer.getByRole('table', { name: /^What was done/ }).getByRole('row', { name: new RegExp(ref) })).toContainText(
    'Cancelled',
  )
})

test('S7 S8 a time that has passed is refused, and one that the clocks show twice is asked about', async ({ as }) => {
  const { ref } = await given.approved({ description })
  const reviewer = await as('reviewer')
  await reviewer.goto(`/desk/review/${ref}`)
  await reviewer.getByText('Publish at a time…').click()
  await reviewer.getByLabel('Day and time').fill('2020-01-01T09:00')
  await reviewer.getByRole('button', { name: 'Schedule', exact: true }).click()
  await expect(reviewer.getByRole('main').getByRole('alert')).toContainText('has passed')
  const year = new Date().getUTCFullYear() + 1
  await reviewer.getByLabel('Time zone').selectOption('Europe/Berlin')
  const last = new Date(Date.UTC(year, 9, 31))
  last.setUTCDate(31 - last.getUTCDay())
  await reviewer.getByLabel('Day and time').fill(`${year}-10-${last.getUTCDate()}T02:30`)
  await expect(reviewer.getByText(/show 02:30 twice on that day/)).toBeVisible()
  await reviewer.getByLabel('02:30 (UTC+01:00)').check()
  await reviewer.getByRole('button', { name: 'Schedule', exact: true }).click()
  await expect(reviewer.getByText(/To be published on .*, 02:30 \(Europe\/Berlin\)/)).toBeVisible()
  await expect(reviewer.getByText(/01:30 UTC/)).toBeVisible()
})

test('S1 taken back for editing, what was scheduled is void', async ({ as }) => {
  const { ref } = await given.scheduled({ description })
  const editor = await as('editor')
  await editor.goto(`/desk/review/${ref}`)
  await editor.getByRole('button', { name: 'Take back for editing' }).click()
  await editor.waitForURL(/\/edit$/)
  await editor.goto('/desk/schedule')
  await expect(editor.getByRole('table', { name: /^What was done/ }).getByRole('row', { name: new RegExp(ref) })).toContainText('Void')
})

test('S2 what fell due while nobody looked is published by the worker of the server', async ({ request }) => {
  const past = () => new Date('2026-03-01T12:00:00Z')
  const cast = { editor: await actor('editor'), reviewer: await actor('reviewer') }
  const draft = await build.draft(cast.editor, 'KZ', build.contentWith({ description }), past)
  const { ref } = await build.scheduled(cast, draft, { local: '2026-03-02T09:00', zone: 'Asia/Almaty' }, past)
  await expect.poll(async () => (await request.get(`/api/v1/measures/${ref}`)).status(), { timeout: 20_000 }).toBe(200)
})

test('W4 a withdrawal is asked for a time, confirmed by another, and can be cancelled by who asked', async ({ as, request }) => {
  const { ref } = await given.published({ description })
  const editor = await as('editor')
  await editor.goto(`/desk/measures/${ref}`)
  await editor.getByText('Withdraw the published version…').click()
  await editor.getByLabel('Reason, for the public').fill('The act expires.')
  await editor.getByLabel('At a time').check()
  await editor.getByLabel('Time zone').selectOption('Asia/Almaty')
  await editor.getByRole('button', { name: 'Ask for the withdrawal' }).click()
  await expect(editor.getByText(/be withdrawn on .*, 09:00 \(Asia\/Almaty\)/)).toBeVisible()
  const reviewer = await as('reviewer')
  await reviewer.goto(`/desk/measures/${ref}`)
  await reviewer.getByRole('button', { name: 'Confirm the withdrawal' }).click()
  await expect(reviewer.getByRole('heading', { name: 'Withdrawal on the schedule' })).toBeVisible()
  expect((await request.get(`/api/v1/measures/${ref}`)).status()).toBe(200)
  await editor.goto(`/desk/measures/${ref}`)
  await editor.getByRole('button', { name: 'Cancel the withdrawal' }).click()
  await expect(editor.getByText('Withdraw the published version…')).toBeVisible()
})

test('a release of two is scheduled together, listed as that, and cancelled as a whole', async ({ as, sql }) => {
  const title = `Law on Ferries ${crypto.randomUUID().slice(0, 8)}`
  const statement = 'Since July 2004, last amended in September 2022'
  const act = await given.act(title, statement)
  const refs = [
    (await given.published({ bases: [build.citing('a', act, title, statement)] })).ref,
    (await given.published({ bases: [build.citing('a', act, title, statement)] })).ref,
  ]
  const cast = { editor: await actor('editor'), reviewer: await actor('reviewer') }
  const lawChangeId = await build.confirmedLawChange(cast, act)
  for (const { id } of (await sql.query('SELECT id FROM impact WHERE law_change_id = $1', [lawChangeId])).rows)
    await build.approved(cast, await startUpdate(cast.editor, { impactId: id }))

  const reviewer = await as('reviewer', { timezoneId: 'Asia/Almaty' })
  await reviewer.goto(`/desk/law-changes/${lawChangeId}/release`)
  const approved = reviewer.getByRole('form', { name: 'Approved' })
  await approved.getByText('Publish at a time…').click()
  await approved.getByLabel('Day and time').fill('2020-01-01T09:00')
  await approved.getByRole('button', { name: 'Schedule the chosen as one release' }).click()
  await expect(reviewer.getByRole('main').getByRole('alert')).toContainText('has passed')
  await approved.getByLabel('Day and time').fill(`${new Date().getUTCFullYear() + 1}-03-02T09:00`)
  await approved.getByRole('button', { name: 'Schedule the chosen as one release' }).click()
  await reviewer.waitForURL('/desk/schedule')
  for (const ref of refs) await expect(reviewer.getByRole('row', { name: new RegExp(ref) })).toContainText(`in a release of 2 for ${title}`)

  const [first = '', second = ''] = refs
  await reviewer.goto(`/desk/law-changes/${lawChangeId}/release`)
  await expect(reviewer.getByRole('heading', { name: 'On the schedule 2' })).toBeVisible()
  await reviewer.getByRole('link', { name: first }).click()
  await reviewer.getByRole('button', { name: 'Cancel the release of 2' }).click()
  await expect(reviewer.getByRole('button', { name: 'Publish', exact: true })).toBeVisible()
  await reviewer.goto(`/desk/review/${second}`)
  await expect(reviewer.getByRole('button', { name: 'Publish', exact: true })).toBeVisible()
})
