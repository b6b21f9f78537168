// Findings and checks: what disagrees is mended or left with a reason that the reviewer reads; a check is public at once and makes no version.
import { act, citing, expect, given, test } from './fixtures.ts'

test('a finding is mended with one click, another is left with a reason, and the reviewer reads it', async ({ as }) => {
  const title = 'Law on Verified Communications'
  const on = await given.draft({
    bases: [act('a', title, 'Since July 2004')],
    description: 'The Law was amended in September 2022. A register of 2016 was amended in May 2018 by its keeper.',
  })
  const page = await as('editor')
  await page.goto(`/desk/measures/${on.ref}/edit`)
  const panel = page.getByRole('region', { name: 'Worth a second look' })
  await expect(panel.getByText('2 things may disagree.')).toBeVisible()
  await panel.getByRole('button', { name: `Add “amended in September 2022” to “${title}”` }).click()
  await expect(page.getByText('Since July 2004, as amended in September 2022').first()).toBeVisible()
  await expect(panel.getByText('One thing may disagree.')).toBeVisible()

  await panel.getByRole('button', { name: /^Leave it: / }).click()
  await panel.getByRole('button', { name: 'Leave it', exact: true }).click()
  await expect(panel.getByText('Say why: the reviewer reads it.')).toBeVisible()
  await panel.getByLabel('Leave it, because').fill('That is the register, not the Law.')
  await panel.getByRole('button', { name: 'Leave it', exact: true }).click()
  await expect(panel.getByText('Text and timelines agree.')).toBeVisible()
  await page.getByRole('button', { name: 'Save draft' }).click()
  await expect(page.getByRole('status', { name: 'Saving' })).toHaveText(/All changes saved/)

  await page.reload()
  await expect(panel.getByText('Left, with a reason (1)')).toBeVisible()
  await page.getByRole('button', { name: 'Submit for review' }).click()
  await expect(page).toHaveURL(`/desk/review/${on.ref}`)

  const reviewer = await as('reviewer')
  await reviewer.goto(`/desk/review/${on.ref}`)
  const findings = reviewer.getByRole('region', { name: 'Worth a second look' })
  await expect(findings.getByText('Left as it is, with a reason')).toBeVisible()
  await expect(findings.getByText('Because: That is the register, not the Law.')).toBeVisible()
})

test('a published text is checked: readers see who and when, no version is made, and the report counts it', async ({ as, page }) => {
  const on = await given.published({ subPillar: '12.4' }, { economy: 'SG' })
  await page.goto(`/measures/${on.ref}`)
  await expect(page.getByText('Not since it was published')).toBeVisible()

  const desk = await as('editor')
  await desk.goto(`/desk/measures/${on.ref}`)
  await desk.getByText('I checked it…').click()
  const today = await desk.getByLabel('Checked on').inputValue()
  await desk.getByLabel('Checked on').fill('2099-01-01')
  await desk.getByLabel('Note, for colleagues').fill('Read beside the gazette.')
  const record = desk.getByRole('button', { name: 'It says what its sources say' })
  await record.click()
  await expect(desk.getByText('The day of the check is in the future.')).toBeVisible()
  await expect(desk.getByLabel('Note, for colleagues')).toHaveValue('Read beside the gazette.')
  await desk.getByLabel('Checked on').fill(today)
  await record.click()
  await expect(desk.getByRole('list', { name: 'Checks, the last first' }).getByText('Read beside the gazette.')).toBeVisible()
  await expect(desk.getByText(/checked the text against its sources on/)).toBeVisible()

  await page.reload()
  await expect(page.getByText(/^\d+ \w+ \d{4}, by Edith Amsler$/)).toBeVisible()
  await expect(page.getByText('Read beside the gazette.')).toHaveCount(0)
  const answer = await (await page.request.get(`/api/v1/measures/${on.ref}`)).json()
  expect(answer).toMatchObject({ lastVerifiedOn: today, lastVerifiedBy: 'Edith Amsler', version: { number: 1 } })

  await desk.getByRole('navigation', { name: 'Desk' }).getByRole('link', { name: 'Verification' }).click()
  await expect(desk.getByRole('table', { name: /Months since the oldest check/ })).toBeVisible()
  await desk.goto('/desk/verifications/measures?economy=SG&pillar=12')
  await expect(desk.getByRole('row', { name: new RegExp(on.ref) })).toBeVisible()
})

test('a report of many economies is read by keyboard, and each cell says what it holds', async ({ as }) => {
  const page = await as('editor')
  await page.goto('/desk/verifications?order=age')
  const table = page.getByRole('table', { name: /Months since the oldest check/ })
  const cell = table.getByRole('link', { name: /^\d+ months?, .*measure/ }).first()
  await cell.focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/desk\/verifications\/measures\?economy=[A-Z]{2}&pillar=\d+/)
  await expect(page.getByRole('table', { name: 'Measures, the longest due first' })).toBeVisible()
})

test('a finding that no text mends leads to the register or to the check, and the reviewer is told how the rest is mended', async ({
  as,
}) => {
  const title = `Law on Sealed Registers ${Date.now()}`
  const cited = await given.act(title, 'Since July 2004')
  const description = 'The Law was amended in September 2022.'
  const on = await given.submitted({ bases: [citing('a', cited, title, 'Since July 2004')], description })
  const reviewer = await as('reviewer')
  await reviewer.goto(`/desk/review/${on.ref}`)
  const findings = reviewer.getByRole('region', { name: 'Worth a second look' })
  await expect(findings.getByRole('link', { name: `Look at ${cited} in the register` })).toHaveAttribute('href', `/desk/acts/${cited}`)
  const other = await given.draft({ bases: [act('a', title, 'Since July 2004')], description })
  await reviewer.goto(`/desk/review/${other.ref}`)
  await findings.getByRole('link', { name: 'Mend them in the form' }).click()
  await expect(reviewer).toHaveURL(`/desk/measures/${other.ref}/edit`)
})

test('an administrator sets how often a sub-pillar is checked; the others read it', async ({ as }) => {
  const admin = await as('admin')
  await admin.goto('/desk/verifications')
  await admin.getByRole('link', { name: 'How often each sub-pillar is checked' }).click()
  const months = admin.getByRole('spinbutton', { name: /^12\.5 / })
  const was = await months.inputValue()
  await months.fill('7')
  await admin.getByRole('button', { name: 'Save the intervals' }).click()
  await expect(admin.getByText('One interval was changed.')).toBeVisible()
  await expect(months).toHaveValue('7')
  await expect(admin.getByRole('row', { name: /^12\.5 / }).getByText(`usually ${was}`)).toBeVisible()
  await admin.goto('/desk/log?topic=verification')
  await expect(admin.getByText(/had the texts of sub-pillar 12\.5 checked every 7 months/).first()).toBeVisible()
  const editor = await as('editor')
  await editor.goto('/desk/verifications/intervals')
  await expect(editor.getByText('Only an administrator may set check interval.')).toBeVisible()
  await expect(editor.getByRole('button', { name: 'Save the intervals' })).toHaveCount(0)
})
