// An emergency by three people: an editor writes, an administrator publishes alone, a reviewer approves afterwards; and what readers are told at each step.
import { randomUUID } from 'node:crypto'
import type { APIRequestContext } from '@playwright/test'
import { expect, given, person, test, tick } from './fixtures.ts'

const reason = 'A court stopped the duty this morning, and traders rely on this entry.'
const mark = 'without a second person’s approval'

/** Everything that tells of a version to machines, and where a waiting one is marked. */
async function told(request: APIRequestContext, ref: string) {
  const text = async (path: string) => (await request.get(path)).text()
  const { version } = await (await request.get(`/api/v1/measures/${ref}`)).json()
  const versions = await (await request.get(`/api/v1/measures/${ref}/versions`)).json()
  const places = {
    atom: await text(`/feeds/measures/${ref}/atom.xml`),
    json: await text(`/feeds/measures/${ref}/feed.json`),
    csv: await text(`/downloads/measures.csv?q=${ref}`),
    measure: await text(`/measures/${ref}`),
    version: await text(`/measures/${ref}/versions/1`),
    changes: await text(`/changes?measure=${ref}`),
    list: await text(`/measures?q=${ref}`),
  }
  const marked = Object.entries(places).flatMap(([name, body]) => (body.includes(mark) ? [name] : []))
  return { version, versions, marked: marked.sort() }
}

test('published by one, marked everywhere, approved afterwards by another, and then told as that', async ({ as, page, request }) => {
  const { ref } = await given.draft({ description: 'Quayside weighers keep a register of their scales.' })
  const editor = await as('editor')
  await editor.goto(`/desk/review/${ref}`)
  await expect(editor.getByText('Publish in an emergency…')).toHaveCount(0)

  const admin = await as('admin')
  await admin.goto(`/desk/review/${ref}`)
  await admin.getByText('Publish in an emergency…').click()
  const publish = admin.getByRole('button', { name: 'Publish without approval' })
  await admin.getByLabel('Reason, for the public').fill('urgent')
  await admin.getByLabel(`I publish ${ref} without a second person’s approval.`).check()
  await publish.click()
  await expect(admin.getByRole('main').getByRole('alert')).toHaveText(/Say in at least 20 characters why it cannot wait/)
  await expect(admin.getByLabel('Reason, for the public'), 'what was typed and ticked stays').toHaveValue('urgent')
  await expect(admin.getByLabel(`I publish ${ref} without a second person’s approval.`)).toBeChecked()
  await admin.getByLabel('Reason, for the public').fill(reason)
  await publish.click()
  await expect(admin.getByText('Waits for an approval.')).toBeVisible()
  const own = admin.getByRole('button', { name: 'Approve afterwards' })
  await expect(own).toHaveAttribute('aria-disabled', 'true')
  await expect(own).toHaveAccessibleDescription('You published this version, so somebody else has to approve it.')

  await page.goto(`/measures/${ref}`)
  const notice = page.getByText(new RegExp(`^Published in an emergency on \\d+ \\w+ \\d{4} by [^,]+, ${mark}: ${reason}`))
  await expect(notice.first()).toBeVisible()
  await expect(page.getByText('Nobody yet')).toBeVisible()
  await admin.goto(`/desk/measures/${ref}/history`)
  const published = admin.getByRole('row').filter({ has: admin.getByRole('rowheader', { name: '1.2', exact: true }) })
  await expect(published).toContainText('Published in an emergency by Adrian Novak')
  const waiting = await told(request, ref)
  expect(waiting.marked).toEqual(['atom', 'changes', 'csv', 'json', 'list', 'measure', 'version'])
  expect(waiting.version).toMatchObject({ approvedBy: '', emergency: { reason, approved: null } })
  expect(waiting.versions.items[0].emergency).toMatchObject({ reason, approved: null })

  const reviewer = await as('reviewer')
  await reviewer.goto('/desk/notifications')
  const news = reviewer.getByRole('listitem').filter({ hasText: `version 1 of ${ref} in an emergency` })
  await expect(news).toContainText(reason)
  await expect(news).toContainText('neither wrote nor published this one')
  await reviewer.goto('/desk/review')
  await reviewer
    .getByRole('table', { name: 'Versions published in an emergency, the longest waiting first' })
    .getByRole('link', { name: ref })
    .click()
  await expect(reviewer.getByRole('button', { name: 'Begin a correction' })).toBeVisible()
  await expect(reviewer.getByRole('link', { name: 'ask for its withdrawal' })).toHaveAttribute('href', `/desk/measures/${ref}#withdraw`)
  await tick(reviewer)
  await reviewer.getByRole('button', { name: 'Approve afterwards' }).click()
  await expect(reviewer.getByText(/approved afterwards by Ruth Castellanos/)).toBeVisible()

  await admin.reload()
  await expect(published).toContainText('Approved afterwards by Ruth Castellanos')
  await expect(published).not.toContainText('Approved by')
  const approved = await told(request, ref)
  expect(approved.marked).toEqual([])
  expect(approved.version).toMatchObject({ approvedBy: 'Ruth Castellanos', emergency: { reason, approved: { by: 'Ruth Castellanos' } } })
  await page.goto(`/measures/${ref}`)
  await expect(page.getByText(/^Published in an emergency, approved afterwards on .* by Ruth Castellanos/)).toBeVisible()
  await reviewer.goto('/desk/review')
  await expect(reviewer.getByRole('main').getByText(ref)).toHaveCount(0)
})

test('W7 two who open the same page: the second is told that it is approved already', async ({ as }) => {
  const { ref } = await given.emergency()
  const reviewer = await as('reviewer')
  await reviewer.goto(`/desk/review/${ref}?version=1`)
  const tab = await reviewer.context().newPage()
  await tab.goto(`/desk/review/${ref}?version=1`)
  for (const one of [reviewer, tab]) await tick(one)
  await reviewer.getByRole('button', { name: 'Approve afterwards' }).click()
  await expect(reviewer.getByText(/approved afterwards by/)).toBeVisible()
  await tab.getByRole('button', { name: 'Approve afterwards' }).click()
  await expect(tab.getByText('Ruth Castellanos approved it already.')).toBeVisible()
})

test('every reviewer is told by e-mail at once, with the reason', async ({ mailbox }) => {
  const { email } = await person({ email: `${randomUUID()}@example.org`, name: 'Rosa Second', role: 'reviewer' })
  const { ref } = await given.emergency({}, reason)
  const mails = () => mailbox.to(email).filter(({ subject }) => subject.includes(ref))
  await expect.poll(() => mails().length, { timeout: 20_000 }).toBe(1)
  const [mail] = mails()
  expect(mail?.subject).toMatch(/ published version 1 of KZ-\d+ in an emergency: it waits for an approval$/)
  for (const words of [reason, 'You are told this because you may approve versions of KZ']) expect(mail?.text).toContain(words)
})
