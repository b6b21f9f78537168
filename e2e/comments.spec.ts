// A reviewer comments on a passage, the editor answers, the comment is settled, and only then can the text be approved.
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { editDraft } from '#lib/measures/commands/edit-draft.ts'
import { actor, contentWith, expect, given, test, tick } from './fixtures.ts'

/** Selects words in the text as a mouse would. */
const select = (page: Page, words: string) =>
  page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.querySelector('#content') as Element, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = (node as Text).data.indexOf(wanted)
      const section = node.parentElement?.closest('section[aria-labelledby=description]')
      if (at < 0 || !section) continue
      document.getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length)
      return
    }
    throw new Error(`${wanted} is not in the description`)
  }, words)

test('a comment on a passage is answered, settled, and holds the approval up until then', async ({ as }) => {
  const on = await given.submitted({ description: 'Operators keep a register of their services.' })
  const reviewer = await as('reviewer')
  await reviewer.goto(`/desk/review/${on.ref}`)
  await select(reviewer, 'keep a register')
  await reviewer.getByRole('button', { name: 'Comment on this passage' }).click()
  await expect(reviewer.getByLabel('Comment on a passage of description')).toBeFocused()
  await reviewer.keyboard.type('Which article says so?')
  await reviewer.getByRole('checkbox', { name: 'Must be settled before the approval' }).check()
  await reviewer.getByRole('button', { name: 'Comment', exact: true }).click()
  await expect(reviewer.getByText('Which article says so?')).toBeVisible()
  await expect(reviewer.getByLabel('Comment', { exact: true })).toHaveValue('')
  await expect(reviewer.getByText('A comment must be settled before the approval.')).toBeVisible()
  await expect(reviewer.getByRole('button', { name: 'Approve this text' })).toHaveAttribute('aria-disabled', 'true')
  expect((await new AxeBuilder({ page: reviewer }).analyze()).violations).toEqual([])

  const editor = await as('editor')
  await editor.goto(`/desk/review/${on.ref}`)
  await editor.getByText('Answer or settle').click()
  await expect(editor.getByText('This must be settled by whoever asked it, or by a reviewer.')).toBeVisible()
  await editor.getByLabel('Your answer').fill('Article 4.')
  await editor.getByRole('button', { name: 'Answer', exact: true }).click()
  await expect(editor.getByText('Article 4.')).toBeVisible()

  await reviewer.reload()
  await expect(reviewer.getByText('Article 4.')).toBeVisible()
  await reviewer.getByText('Answer or settle').click()
  await reviewer.getByRole('button', { name: 'Settle', exact: true }).click()
  await expect(reviewer.getByText('1 settled')).toBeVisible()
  await tick(reviewer)
  await reviewer.getByRole('button', { name: 'Approve this text' }).click()
  await expect(reviewer.getByRole('button', { name: 'Publish' })).toBeVisible()
})

test('what was typed survives a server that cannot be reached, and the editor finds open comments above the form', async ({
  as,
  quiet,
}) => {
  const on = await given.submitted({ coverage: 'Mail' })
  const reviewer = await as('reviewer')
  await reviewer.goto(`/desk/review/${on.ref}`)
  quiet.allow(/ERR_INTERNET_DISCONNECTED/)
  await reviewer.getByText('Write a comment…').click()
  await expect(reviewer.getByLabel('Comment', { exact: true })).toBeFocused()
  await reviewer.getByLabel('About').selectOption('Coverage')
  await reviewer.getByLabel('Comment', { exact: true }).fill('Parcels, too?')
  await reviewer.context().setOffline(true)
  await reviewer.getByRole('button', { name: 'Comment', exact: true }).click()
  await expect(reviewer.getByRole('form', { name: 'New comment' }).getByRole('alert')).toContainText('Your comment stays here')
  await reviewer.context().setOffline(false)
  await expect(reviewer.getByLabel('Comment', { exact: true })).toHaveValue('Parcels, too?')
  await reviewer.getByRole('button', { name: 'Comment', exact: true }).click()
  await expect(reviewer.getByText('1 open')).toBeVisible()
  await reviewer.getByLabel('Return with a reason').fill('See the comment.')
  await reviewer.getByRole('button', { name: 'Return', exact: true }).click()
  await reviewer.waitForURL('/desk/review')

  const editor = await as('editor')
  await editor.goto(`/desk/measures/${on.ref}/edit`)
  await editor.getByText('Answer or settle').click()
  await editor.getByRole('button', { name: 'Settle', exact: true }).click()
  await expect(editor.getByText('1 settled')).toBeVisible()
})

test('a reviewer reads what changes alone, against any earlier version', async ({ as }) => {
  const { ref } = await given.published({ coverage: 'Mail' })
  await given.publication(await given.amendment(ref, { coverage: 'Mail and parcels' }))
  await given.handedIn(await given.amendment(ref, { coverage: 'Parcels' }))
  const page = await as('reviewer')
  await page.goto(`/desk/review/${ref}`)
  await expect(page.getByText('Compared with version 2.')).toBeVisible()
  await page.getByLabel('Compare with').selectOption('1')
  await page.getByLabel('Show', { exact: true }).selectOption('changes')
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(page.getByText('Compared with version 1.')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'The text as readers would see it' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Approve this text' })).toBeVisible()
})

test('what was returned says why in the list of its author, and to the reviewer what changed since it was', async ({ as }) => {
  const on = await given.returned('Name the article.', { coverage: 'Mail' })
  const editor = await as('editor')
  await editor.goto('/desk')
  await expect(editor.getByRole('row', { name: on.ref })).toContainText('Ruth Castellanos: Name the article.')
  await editDraft(await actor('editor'), { ...on, basedOn: 2, content: contentWith({ coverage: 'Mail and parcels' }) })
  await given.handedIn(on)
  const page = await as('reviewer')
  await page.goto(`/desk/review/${on.ref}`)
  await expect(page.getByText(/^Returned before, by Ruth Castellanos/)).toBeVisible()
  await expect(page.getByText('Name the article.')).toBeVisible()
  await page.getByRole('link', { name: 'What changed since' }).click()
  await expect(page.getByText('Compared with revision 2, which was returned.')).toBeVisible()
  await expect(page.getByRole('region', { name: 'What changes' })).toContainText('and parcels')
  await expect(page.getByLabel('Compare with')).toHaveValue('1.2')
  await page.getByLabel('Compare with').selectOption('Nothing')
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(page.getByText('No version came before it: read all of the text below.')).toBeVisible()
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
})

test('who approves without a tick is told beside it which is missing, and nothing is approved', async ({ as, sql }) => {
  const on = await given.submitted()
  const reviewer = await as('reviewer')
  await reviewer.goto(`/desk/review/${on.ref}`)
  const checklist = reviewer.getByRole('group', { name: 'Before you approve' })
  const boxes = checklist.getByRole('checkbox')
  await boxes.first().check()
  await reviewer.getByRole('button', { name: 'Approve this text' }).click()
  await expect(checklist.getByRole('status')).toHaveText('2 questions are not ticked: an approval answers for each.')
  await expect(boxes.nth(1)).toBeFocused()
  await expect(boxes.nth(1)).toHaveAccessibleDescription('Not ticked yet.')
  await boxes.nth(1).check()
  await expect(checklist.getByRole('status')).toHaveText('One question is not ticked: an approval answers for each.')
  expect((await new AxeBuilder({ page: reviewer }).analyze()).violations).toEqual([])
  const { rows } = await sql.query('SELECT v.state FROM version v JOIN measure m ON m.id = v.measure_id WHERE m.ref = $1', [on.ref])
  expect(rows).toEqual([{ state: 'in_review' }])
})
