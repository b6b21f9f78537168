// A measure is withdrawn by two people: its address says why, it leaves every list, and its versions stay where they were.
import { expect, given, test } from './fixtures.ts'

const reason = 'Entered twice: see KZ-0001.'
const description = 'Operators of quayside telegraphs keep a register of their messages.'

test('one person asks, another confirms, and the public page says why', async ({ as, page, request, quiet }) => {
  const { ref } = await given.published({ description })
  const editor = await as('editor')
  await editor.goto(`/desk/measures/${ref}`)
  await editor.getByText('Withdraw the published version…').click()
  await editor.getByRole('button', { name: 'Ask for the withdrawal' }).click()
  await expect(editor.getByRole('main').getByRole('alert')).toHaveText('Give the reason: readers see it in place of the text.')
  await editor.getByLabel('Reason, for the public').fill(reason)
  await editor.getByRole('button', { name: 'Ask for the withdrawal' }).click()
  await expect(editor.getByRole('heading', { name: 'Withdrawal asked for' })).toBeVisible()
  const own = editor.getByRole('button', { name: 'Confirm the withdrawal' })
  await expect(own).toHaveAttribute('aria-disabled', 'true')
  await expect(own).toHaveAccessibleDescription('You asked for this withdrawal, so somebody else has to confirm it.')

  await page.goto(`/measures/${ref}`)
  await expect(page.getByText(description)).toBeVisible()
  expect((await request.get(`/api/v1/measures/${ref}`)).status()).toBe(200)

  const reviewer = await as('reviewer')
  await reviewer.goto('/desk')
  await reviewer.getByRole('table', { name: 'Requested withdrawals' }).getByRole('link', { name: ref }).click()
  await reviewer.getByRole('button', { name: 'Confirm the withdrawal' }).click()
  await expect(reviewer.getByText('Withdrawn', { exact: true })).toBeVisible()

  quiet.allow(/410/)
  const answer = await page.goto(`/measures/${ref}`)
  expect(answer?.status()).toBe(200)
  await expect(page.getByText(`${ref} was withdrawn on`)).toBeVisible()
  await expect(page.getByText(reason)).toBeVisible()
  await expect(page.getByText(description)).toHaveCount(0)

  expect((await request.get(`/api/v1/measures/${ref}`)).status()).toBe(410)
  for (const list of ['/api/v1/measures?economy=KZ&perPage=100', '/api/v1/measures?q=quayside']) {
    const { items } = await (await request.get(list)).json()
    expect(
      items.map((item: { ref: string }) => item.ref),
      list,
    ).not.toContain(ref)
  }
  for (const list of ['/measures?q=quayside', '/measures?economy=KZ', '/economies/KZ', '/pillars/8', '/']) {
    await page.goto(list)
    await expect(page.getByRole('main').getByText(ref), list).toHaveCount(0)
  }

  await page.goto(`/measures/${ref}/versions/1`)
  await expect(page.getByText(`${ref} was withdrawn on`)).toBeVisible()
  await expect(page.getByText(description)).toBeVisible()
})

test('a declined request changes nothing, and one that was taken back is gone', async ({ as, request }) => {
  const { ref } = await given.published({ description })
  const editor = await as('editor')
  const reviewer = await as('reviewer')
  for (const [page, button] of [
    [reviewer, 'Decline'],
    [editor, 'Take the request back'],
  ] as const) {
    await editor.goto(`/desk/measures/${ref}`)
    await editor.getByText('Withdraw the published version…').click()
    await editor.getByLabel('Reason, for the public').fill(reason)
    await editor.getByRole('button', { name: 'Ask for the withdrawal' }).click()
    await expect(editor.getByRole('heading', { name: 'Withdrawal asked for' })).toBeVisible()
    await page.goto(`/desk/measures/${ref}`)
    await page.getByRole('button', { name: button }).click()
    await expect(page.getByText('Withdraw the published version…')).toBeVisible()
    expect((await request.get(`/api/v1/measures/${ref}`)).status()).toBe(200)
  }
})

test('of two decisions at the same instant exactly one wins, and the other is answered', async ({ as, sql }) => {
  const { ref } = await given.published({ description })
  const [editor, reviewer, administrator] = [await as('editor'), await as('reviewer'), await as('admin')]
  await editor.goto(`/desk/measures/${ref}`)
  await editor.getByText('Withdraw the published version…').click()
  await editor.getByLabel('Reason, for the public').fill(reason)
  await editor.getByRole('button', { name: 'Ask for the withdrawal' }).click()
  await expect(editor.getByRole('heading', { name: 'Withdrawal asked for' })).toBeVisible()
  const deciders = [reviewer, administrator]
  await Promise.all(deciders.map((page) => page.goto(`/desk/measures/${ref}`)))
  await Promise.all([
    reviewer.getByRole('button', { name: 'Confirm the withdrawal' }).click(),
    administrator.getByRole('button', { name: 'Decline' }).click(),
  ])
  const decisions = async () =>
    (
      await sql.query(
        'SELECT d.confirmed FROM withdrawal_decision d JOIN withdrawal w ON w.id = d.withdrawal_id JOIN version v ON v.id = w.version_id JOIN measure m ON m.id = v.measure_id WHERE m.ref = $1',
        [ref],
      )
    ).rows
  await expect.poll(async () => (await decisions()).length).toBe(1)
  const loser = (await decisions())[0].confirmed ? administrator : reviewer
  await expect(loser.getByRole('main').getByRole('alert')).toContainText(
    'No withdrawal of this version is waiting for a decision any more.',
  )
  expect((await decisions()).length).toBe(1)
})
