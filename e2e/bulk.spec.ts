// W5: several measures are chosen in the list, a plan is read, it is done, and each has a result; also without scripts and with the keyboard.
import AxeBuilder from '@axe-core/playwright'
import { focusFault } from './everybody.ts'
import { expect, given, type On, test } from './fixtures.ts'

const words = () => `pontoons ${crypto.randomUUID().slice(0, 8)}`
const stateOf = async (request: { get: (path: string) => Promise<{ status: () => number }> }, { ref }: On) =>
  (await request.get(`/api/v1/measures/${ref}`)).status()

test('five are chosen, the plan says what comes of each, it is done, and each has its result', async ({ as, request }) => {
  const coverage = words()
  const drafts = [await given.draft({ coverage }), await given.draft({ coverage }), await given.returned('Name it.', { coverage })]
  const incomplete = await given.draft({ coverage, description: '' })
  const published = await given.published({ coverage })
  const editor = await as('editor')
  await editor.goto(`/desk/measures?q=${encodeURIComponent(coverage)}`)
  await expect(editor.getByRole('heading', { name: '5 measures' })).toBeVisible()
  await expect(editor.getByRole('button', { name: 'Submit for review…' })).toBeHidden()

  await test.step('a range by the keyboard: the first with Space, the last with Shift and Space', async () => {
    const boxes = editor.getByRole('checkbox', { name: /^Choose / })
    await boxes.first().focus()
    await editor.keyboard.press('Space')
    await expect(editor.getByText('1 chosen')).toBeVisible()
    await boxes.last().focus()
    await editor.keyboard.press('Shift+Space')
    await expect(editor.getByText('5 chosen')).toBeVisible()
  })

  await test.step('the plan: three can be done, two cannot, and nothing is done yet', async () => {
    await editor.getByRole('button', { name: 'Submit for review…' }).click()
    await expect(editor.getByRole('heading', { name: 'Submit for review: 5 measures' })).toBeVisible()
    await editor.getByRole('button', { name: 'Show what would happen' }).click()
    await expect(editor.getByText('Nothing is done yet: 3 can be done, 2 cannot.')).toBeVisible()
    await expect(editor.getByRole('row', { name: new RegExp(incomplete.ref) })).toContainText(/Cannot.*Describe what the law says\./)
    await expect(editor.getByRole('row', { name: new RegExp(published.ref) })).toContainText(
      'This version is published and cannot be submitted',
    )
    const { violations } = await new AxeBuilder({ page: editor }).analyze()
    expect(violations.map(({ id }) => id)).toEqual([])
  })

  await test.step('done: the progress ends, each has its result, and the file says the same', async () => {
    await editor.getByRole('button', { name: 'Submit for review: 3' }).click()
    await expect(editor.getByText(/^Done, by you/)).toBeVisible({ timeout: 20_000 })
    await expect(editor.getByText('5 of 5 settled')).toBeVisible()
    for (const { ref } of drafts)
      await expect(editor.getByRole('row', { name: new RegExp(ref) })).toContainText('Version 1: revision 2 submitted for review.')
    const file = await editor.request.get(`${new URL(editor.url()).pathname}/results.csv`)
    const text = await file.text()
    expect(text.trim().split('\n')).toHaveLength(6)
    expect(text).toContain(`${drafts[0]?.ref},`)
    expect(await stateOf(request, drafts[0] as On)).toBe(404)
  })

  await test.step('what was refused is mended and tried again', async () => {
    await editor.getByRole('link', { name: 'Refused 2' }).click()
    await expect(editor.getByRole('row')).toHaveCount(3)
    await editor.getByRole('button', { name: 'Try the refused again: 2' }).click()
    await expect(editor.getByText('None of them can be done as they stand.')).toBeVisible()
    await editor.goto('/desk/bulk')
    await expect(editor.getByRole('row', { name: /Submit for review: 5 measures/ })).toContainText('3 done, 2 refused or failed, 0 to do')
  })
})

test('by keyboard alone: what can be done comes before the rows, and all that is missing is named at once', async ({ as }) => {
  const coverage = words()
  for (let n = 0; n < 3; n += 1) await given.draft({ coverage })
  const editor = await as('editor')
  const keys = editor.keyboard
  await editor.goto(`/desk/measures?q=${encodeURIComponent(coverage)}`)
  const boxes = editor.getByRole('checkbox', { name: /^Choose / })
  await test.step('rows are chosen with j and x, from boxes too', async () => {
    await keys.press('j')
    await keys.press('x')
    await expect(editor.getByRole('status').filter({ hasText: '1 chosen' })).toBeVisible()
    await boxes.first().focus()
    await keys.press('j')
    await expect(boxes.nth(1)).toBeFocused()
    await keys.press('x')
    await expect(editor.getByRole('status').filter({ hasText: '2 chosen' })).toBeVisible()
    await keys.press('?')
    await expect(editor.getByRole('dialog', { name: 'Keys' })).toContainText('To what can be done with the chosen')
    await keys.press('Escape')
  })
  await test.step('one key from any row to the buttons, which Shift and Tab reach as well', async () => {
    await boxes.last().focus()
    await keys.press('b')
    await expect(editor.getByRole('group', { name: 'With the chosen' })).toBeFocused()
    await boxes.first().focus()
    await keys.press('Shift+Tab')
    await expect(editor.getByRole('button', { name: 'Move in the taxonomy…' })).toBeFocused()
    await keys.press('Enter')
    await expect(editor.getByRole('heading', { name: 'Move in the taxonomy: 2 measures' })).toBeVisible()
  })
  await test.step('both fields are told what they lack, the first has the focus, and what was typed stays', async () => {
    const [place, note] = [editor.getByLabel('Where to'), editor.getByLabel('Change note, for the public')]
    await editor.getByRole('button', { name: 'Show what would happen' }).press('Enter')
    await expect(place).toBeFocused()
    await expect(place).toHaveAccessibleDescription('Choose a sub-pillar from the list.')
    await expect(note).toHaveAccessibleDescription(/Write the change note/)
    await note.fill('It is about posts.')
    await editor.getByRole('button', { name: 'Show what would happen' }).press('Enter')
    await expect(note).not.toHaveAttribute('aria-invalid')
    await expect(note).toHaveValue('It is about posts.')
    await place.selectOption('8.3')
    await editor.getByRole('button', { name: 'Show what would happen' }).press('Enter')
    await expect(editor.getByText('Nothing is done yet.')).toBeVisible()
  })
})

test('on a phone the bar is at the bottom, one line of buttons, and covers no row that has the focus', async ({ as }) => {
  const coverage = words()
  for (let n = 0; n < 8; n += 1) await given.draft({ coverage })
  const editor = await as('editor', { viewport: { width: 390, height: 700 } })
  await editor.goto(`/desk/measures?q=${encodeURIComponent(coverage)}`)
  const boxes = editor.getByRole('checkbox', { name: /^Choose / })
  await expect(editor.getByText('None chosen')).toBeHidden()
  await boxes.first().press('Space')
  const bar = await editor.getByText('1 chosen').locator('xpath=ancestor::div[1]').boundingBox()
  expect((bar?.y ?? 0) + (bar?.height ?? 0)).toBeLessThanOrEqual(700)
  expect(bar?.height).toBeLessThan(160)
  for (let n = 1; n < 16; n += 1) {
    await editor.keyboard.press('Tab')
    expect(await focusFault(editor)).toBe('')
  }
})

test('W4 L4 all that match are asked to be withdrawn, and withdrawn when a second person confirms', async ({ as, request }) => {
  const coverage = words()
  const texts = [await given.published({ coverage }), await given.published({ coverage })]
  const list = `/desk/measures?q=${encodeURIComponent(coverage)}`
  const editor = await as('editor')
  await editor.goto(list)
  await editor
    .getByRole('checkbox', { name: /^Choose / })
    .first()
    .check()
  await editor.getByLabel('All 2 that match').check()
  await editor.getByRole('button', { name: 'Ask for withdrawal…' }).click()
  await editor.getByRole('button', { name: 'Show what would happen' }).click()
  await expect(editor.getByLabel('Reason, for the public')).toHaveAccessibleDescription(/Give the reason/)
  await editor.getByLabel('Reason, for the public').fill('The act was annulled.')
  await editor.getByRole('button', { name: 'Show what would happen' }).click()
  await editor.getByRole('button', { name: 'Ask for withdrawal: 2' }).click()
  await expect(editor.getByText(/^Done, by you/)).toBeVisible({ timeout: 20_000 })
  for (const on of texts) expect(await stateOf(request, on)).toBe(200)

  const reviewer = await as('reviewer')
  await reviewer.goto(`${list}&state=withdrawal+asked`)
  await reviewer
    .getByRole('checkbox', { name: /^Choose / })
    .first()
    .check()
  await reviewer.getByRole('button', { name: 'All on this page' }).click()
  await reviewer.getByRole('button', { name: 'Confirm withdrawals…' }).click()
  await reviewer.getByRole('button', { name: 'Show what would happen' }).click()
  await reviewer.getByRole('button', { name: 'Confirm withdrawals: 2' }).click()
  await expect(reviewer.getByText(/^Done, by you/)).toBeVisible({ timeout: 20_000 })
  for (const on of texts) expect(await stateOf(request, on)).toBe(410)
})

test('without scripts: a draft is given to a colleague, who finds it in their work', async ({ as }) => {
  const coverage = words()
  const on = await given.draft({ coverage })
  const editor = await as('editor', { javaScriptEnabled: false })
  await editor.goto(`/desk/measures?q=${encodeURIComponent(coverage)}`)
  await editor.getByRole('checkbox', { name: `Choose ${on.ref}` }).check()
  await editor.getByRole('button', { name: 'Reassign…' }).click()
  await editor.getByRole('button', { name: 'Show what would happen' }).click()
  await expect(editor.getByLabel('Who is responsible from now on')).toHaveAccessibleDescription('Choose who is to be responsible.')
  const colleague = await as('editor2')
  await colleague.goto('/desk')
  const name = (await colleague.getByRole('banner').getByRole('button').last().innerText()).trim()
  await editor.getByLabel('Who is responsible from now on').selectOption({ label: name })
  await editor.getByRole('button', { name: 'Show what would happen' }).click()
  const row = editor.getByRole('row', { name: new RegExp(on.ref) })
  await expect(row).toContainText(`Version 1: is given to ${name}.`)
  await editor.getByRole('button', { name: 'Reassign: 1' }).click()
  await expect(row).toContainText(`Version 1: given to ${name}.`, { timeout: 20_000 })
  await colleague.reload()
  await expect(colleague.getByRole('link', { name: on.ref })).toBeVisible()
})
