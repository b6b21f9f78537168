// Decisions that meet: a click on a page that is out of date, and several clicks at the same instant. One wins, and everybody else is told what happened.
import type { Page } from '@playwright/test'
import { editDraft } from '#lib/measures/commands/edit-draft.ts'
import { submit } from '#lib/review/commands/submit.ts'
import { takeBack } from '#lib/review/commands/take-back.ts'
import { actor, contentWith, expect, given, type On, test, tick } from './fixtures.ts'

const reviewOf = async (page: Page, { ref }: On) => {
  await page.goto(`/desk/review/${ref}`)
  await expect(page.getByRole('complementary', { name: 'Decision' })).toBeVisible()
}
const refusal = (page: Page) => page.getByRole('main').getByRole('alert')
const approve = (page: Page) => page.getByRole('button', { name: 'Approve this text' })

const stateOf = async (sql: import('pg').Client, { ref, version }: On) => {
  const { rows } = await sql.query(
    'SELECT v.state, (SELECT count(*)::int FROM approval a WHERE a.version_id = v.id) AS approvals, (SELECT count(*)::int FROM review_return r WHERE r.version_id = v.id) AS returns FROM version v JOIN measure m ON m.id = v.measure_id WHERE m.ref = $1 AND v.number = $2',
    [ref, version],
  )
  return rows[0] as { state: string; approvals: number; returns: number }
}

test('a text that was changed since the page was opened is not approved by the old click', async ({ as, sql }) => {
  const on = await given.submitted()
  const page = await as('reviewer')
  await reviewOf(page, on)

  const editor = await actor('editor')
  const { digest } = await given.head(on)
  await takeBack(editor, { ...on, digest, state: 'in_review' })
  const content = contentWith({ description: 'Operators keep a register, and show it on request.' })
  const { revision } = await editDraft(editor, { ...on, basedOn: 2, content })
  await submit(editor, { ...on, basedOn: revision })

  await tick(page)
  await approve(page).click()
  await expect(refusal(page)).toContainText('The text changed since you opened this page: Edith Amsler saved revision 3.')
  await expect(page.getByText('and show it on request').first()).toBeVisible()
  expect(await stateOf(sql, on)).toEqual({ state: 'in_review', approvals: 0, returns: 0 })

  await tick(page)
  await approve(page).click()
  await expect(page.getByRole('button', { name: 'Publish' })).toBeVisible()
})

test('what somebody else decided meanwhile is said, and stays to be read', async ({ as, sql }) => {
  const on = await given.submitted()
  const [first, second] = [await as('reviewer'), await as('admin')]
  await reviewOf(first, on)
  await reviewOf(second, on)
  await tick(first)
  await approve(first).click()
  await expect(first.getByRole('button', { name: 'Publish' })).toBeVisible()

  await second.getByLabel('Return with a reason').fill('The register is not described.')
  await second.getByRole('button', { name: 'Return', exact: true }).click()
  await expect(refusal(second)).toContainText('Somebody was faster: version 1 is approved since')
  await expect(second.getByText('Approved', { exact: true })).toBeVisible()
  await expect(refusal(second)).toContainText('The register is not described.')
  expect(await stateOf(sql, on)).toEqual({ state: 'approved', approvals: 1, returns: 0 })
})

test('of approve, return and take back at the same instant exactly one wins, and the others are answered', async ({ as, sql }) => {
  const pages = { approve: await as('reviewer'), return: await as('admin'), 'take back': await as('editor') }
  for (let round = 0; round < 3; round++) {
    const on = await given.submitted()
    await Promise.all(Object.values(pages).map((page) => reviewOf(page, on)))
    await pages.return.getByLabel('Return with a reason').fill('The register is not described.')
    await tick(pages.approve)
    const clicks = [
      approve(pages.approve),
      pages.return.getByRole('button', { name: 'Return', exact: true }),
      pages['take back'].getByRole('button', { name: 'Take back for editing' }),
    ]
    const answered = Object.values(pages).map((page) => page.waitForResponse((answer) => answer.request().method() === 'POST'))
    await Promise.all(clicks.map((button) => button.click()))
    await Promise.all(answered)

    await expect.poll(async () => (await stateOf(sql, on)).state).not.toBe('in_review')
    const { state, approvals, returns } = await stateOf(sql, on)
    const winner = state === 'approved' ? 'approve' : state === 'returned' ? 'return' : 'take back'
    expect([approvals, returns], winner).toEqual([winner === 'approve' ? 1 : 0, winner === 'return' ? 1 : 0])
    for (const [name, page] of Object.entries(pages)) {
      if (name === winner) await expect(refusal(page), `${name}, and ${winner} won`).toHaveCount(0)
      else await expect(refusal(page), `${name}, but ${winner} won`).toContainText('Somebody was faster')
    }
  }
})

test('a decision that never reaches the server loses no reason', async ({ as, quiet }) => {
  quiet.allow(/ERR_INTERNET_DISCONNECTED/)
  const on = await given.submitted()
  const page = await as('reviewer')
  await reviewOf(page, on)
  await page.getByLabel('Return with a reason').fill('The register is not described.')
  await page.context().setOffline(true)
  await page.getByRole('button', { name: 'Return', exact: true }).click()
  await expect(refusal(page)).toHaveText('The server cannot be reached. Nothing was decided; try again.')
  await expect(page.getByLabel('Return with a reason')).toHaveValue('The register is not described.')
  await page.context().setOffline(false)
  await page.getByRole('button', { name: 'Return', exact: true }).click()
  await expect(page).toHaveURL('/desk/review')
})

test('a reviewer who wrote any of it decides nothing about it: the queue, the buttons and the database say so', async ({ as, sql }) => {
  const on = await given.submitted({}, { by: 'reviewer' })
  const page = await as('reviewer')
  await page.goto('/desk/review')
  await expect(page.getByRole('row', { name: on.ref })).toContainText('You wrote part of this: somebody else decides.')
  await reviewOf(page, on)
  for (const [name, done] of [
    ['Approve this text', 'approved'],
    ['Return', 'returned'],
  ] as const) {
    const button = page.getByRole('button', { name, exact: true })
    await expect(button).toHaveAttribute('aria-disabled', 'true')
    await expect(button).toHaveAccessibleDescription(
      `You wrote part of this version. Nobody decides on what they wrote: it has to be ${done} by somebody else.`,
    )
  }
  const { id, digest } = await given.head(on)
  const forged = sql.query(
    `INSERT INTO approval (version_id, revision_id, digest, approver_id, approver_name)
     SELECT version_id, id, $2, $3, 'x' FROM revision WHERE id = $1`,
    [id, digest, (await actor('reviewer')).id],
  )
  await expect(forged).rejects.toThrow('nobody decides on what they wrote any part of')
})

test('D6 a session that ended before a decision or a comment: one signs in again in place, the words are kept and sent', async ({
  as,
  sql,
}) => {
  const on = await given.submitted()
  const page = await as('reviewer')
  await reviewOf(page, on)
  const signInAgain = async () => {
    await page.getByRole('main').getByRole('button', { name: 'Sign in here' }).click()
    const dialog = page.getByRole('dialog', { name: 'Sign in again' })
    await dialog.getByLabel('E-mail').fill('reviewer@example.org')
    await dialog.getByLabel('Password').fill(process.env.DEMO_PASSWORD ?? '')
    await dialog.getByRole('button', { name: 'Sign in' }).click()
    await expect(page.getByText('You are signed in again. What you typed is still here: send it now.')).toBeVisible()
  }
  await page.getByText('Write a comment…').click()
  await page.getByLabel('Comment', { exact: true }).fill('Which register?')
  await page.context().clearCookies()
  await page.getByRole('button', { name: 'Comment', exact: true }).click()
  await signInAgain()
  await page.getByRole('button', { name: 'Comment', exact: true }).click()
  await expect(page.getByText('1 open')).toBeVisible()

  await page.getByLabel('Return with a reason').fill('The register is not described.')
  await page.context().clearCookies()
  await page.getByRole('button', { name: 'Return', exact: true }).click()
  await signInAgain()
  await page.getByRole('button', { name: 'Return', exact: true }).click()
  await expect(page).toHaveURL('/desk/review')
  expect(await stateOf(sql, on)).toEqual({ state: 'returned', approvals: 0, returns: 1 })
})

test('who takes a review is named in the queue and the list of everybody else, and hands it over', async ({ as }) => {
  const on = await given.submitted()
  const [first, second] = [await as('reviewer'), await as('admin')]
  await reviewOf(first, on)
  await first.getByRole('button', { name: 'Take it' }).click()
  await expect(first.getByText('Taken by you')).toBeVisible()
  for (const list of ['/desk', '/desk/review']) {
    await second.goto(list)
    await expect(second.getByRole('row', { name: on.ref })).toContainText('Taken by Ruth Castellanos')
  }
  await first.getByRole('region', { name: 'Who reviews it' }).locator('summary').click()
  await first.getByLabel('To whom').selectOption('Adrian Novak')
  await first.getByRole('button', { name: 'Hand over' }).click()
  await expect(first.getByText('Taken by Adrian Novak')).toBeVisible()
  await second.goto('/desk/notifications')
  await expect(second.getByText(`Ruth Castellanos handed the review of version 1 of ${on.ref} over to you`)).toBeVisible()
})
