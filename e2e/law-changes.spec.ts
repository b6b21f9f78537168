// One amendment is recorded once and reaches six measures in two economies: four are updated, two are not affected, one release tells readers.
import * as build from '#lib/testing/builders.ts'
import { actor, citing, expect, given, type On, test, tick } from './fixtures.ts'

const statement = 'Since July 2004, as amended in 2016, last amended in September 2022'
const note = 'Operators may block a service only by order of a court.'

test('one amendment, six measures in two economies, four updated, two not affected, one release', async ({ page, as, sql }) => {
  test.setTimeout(180_000)
  const title = `Law on Trunk Networks ${Date.now()}`
  const act = await given.act(title, statement)
  const measures: On[] = []
  for (const economy of ['KZ', 'KZ', 'KZ', 'DE', 'DE', 'DE'])
    measures.push(await given.published({ bases: [citing('a', act, title, statement)] }, { economy }))
  const refs = measures.map(({ ref }) => ref)
  const [first = '', unaffected = ''] = [refs[0], refs[5]]
  const editor = await as('editor')
  const reviewer = await as('reviewer')
  let lawChange = ''

  await test.step('an editor finds the act, with a typo, and records what happened to it', async () => {
    await editor.goto('/desk/law-changes')
    await editor.getByRole('link', { name: 'Record a law change' }).click()
    await editor.getByLabel('Which act changed?').fill(title.replace('Trunk', 'Trnuk'))
    await editor.getByRole('button', { name: 'Find' }).click()
    await editor.getByRole('list', { name: 'Acts' }).getByRole('link', { name: title }).click()
    await editor.getByLabel('When').fill('03/04/2026')
    await editor.getByLabel('What changed, for the public').fill(note)
    await editor.getByRole('button', { name: 'Propose this law change' }).click()
    await expect(editor.getByRole('alert').filter({ hasText: 'Write the date' })).toBeVisible()
    await expect(editor.getByLabel('What changed, for the public')).toHaveValue(note)
    await editor.getByLabel('When').fill('Sept 2026')
    await editor.getByLabel('Source', { exact: true }).fill('Official Gazette, No. 12')
    await editor.getByRole('button', { name: 'Propose this law change' }).click()
    await expect(editor.getByRole('heading', { level: 1, name: 'Amendment of September 2026' })).toBeVisible()
    await expect(editor.getByText('You proposed this law change, so somebody else has to confirm it.')).toBeVisible()
    lawChange = new URL(editor.url()).pathname
  })

  await test.step('L6 readers know nothing of it before a second person confirms it', async () => {
    await page.goto(`/measures/${first}`)
    await expect(page.getByText('is being reviewed')).toHaveCount(0)
    await reviewer.goto('/desk')
    await reviewer.getByRole('link', { name: `Amendment of September 2026 ${title}` }).click()
    await reviewer.getByRole('button', { name: 'Confirm the law change' }).click()
    await expect(reviewer.getByText('0 of 6 settled.')).toBeVisible()
    await page.reload()
    await expect(page.getByText(`A change of ${title} of September 2026 is being reviewed.`)).toBeVisible()
    const answer = await (await page.request.get(`/api/v1/measures/${first}`)).json()
    expect(answer.changesUnderReview).toEqual([
      { actRef: act, kind: 'amended', date: '2026-09', sentence: `A change of ${title} of September 2026 is being reviewed.` },
    ])
  })

  await test.step('the worklist is narrowed by economy', async () => {
    await editor.goto(lawChange)
    await expect(editor.getByRole('table').getByRole('row')).toHaveCount(7)
    await editor.getByLabel('Economy').selectOption('DE')
    await editor.getByRole('button', { name: 'Show' }).click()
    await expect(editor.getByRole('table').getByRole('row')).toHaveCount(4)
  })

  await test.step('W5 two are given to a colleague together, with a result for each, and found by whose turn it is', async () => {
    for (const ref of refs.slice(4)) await editor.getByLabel(`Choose ${ref}`).check()
    await editor.getByRole('group', { name: 'With the chosen' }).getByLabel('Whose turn').selectOption({ label: 'Emil Okafor' })
    await editor.getByRole('button', { name: 'Give to them' }).click()
    await expect(editor.getByRole('alert').filter({ hasText: '2 of 2 given away.' })).toContainText(
      `${unaffected}: it is the turn of Emil Okafor.`,
    )
    await editor.getByLabel('Whose turn').first().selectOption({ label: 'Emil Okafor (2)' })
    await editor.getByRole('button', { name: 'Show' }).click()
    await expect(editor.getByRole('table').getByRole('row')).toHaveCount(3)
  })

  await test.step('four are updated: each next version has the timeline rewritten', async () => {
    for (const ref of refs.slice(0, 4)) {
      await editor.goto(lawChange)
      await editor.getByRole('link', { name: ref }).click()
      await expect(editor.getByText('Event added').first()).toBeVisible()
      await editor.getByRole('button', { name: 'Update: open the next version' }).click()
      await expect(editor.getByRole('link', { name: 'Go on with version 2' })).toBeVisible()
      await given.handedIn({ ref, version: 2 })
    }
  })

  await test.step('two are not affected: the editor says why, the reviewer checks', async () => {
    await editor.goto(lawChange)
    for (const ref of refs.slice(4)) await editor.getByLabel(`Choose ${ref}`).check()
    await editor.getByRole('button', { name: 'Not affected', exact: true }).click()
    await expect(editor.getByRole('alert').filter({ hasText: '0 of 2' })).toContainText(
      `${unaffected}: Say why the measure is not affected.`,
    )
    await editor.getByLabel('Not affected, because').fill('It concerns the register of operators alone.')
    await editor.getByRole('button', { name: 'Not affected', exact: true }).click()
    await expect(editor.getByRole('alert').filter({ hasText: '2 of 2 said not to be affected.' })).toBeVisible()
    await editor.getByRole('link', { name: refs[4] ?? '' }).click()
    await expect(editor.getByText('You said that the measure is not affected, so somebody else has to check it.')).toBeVisible()
    await reviewer.goto(`${lawChange}?show=to+check`)
    await expect(reviewer.getByText('It concerns the register of operators alone.')).toHaveCount(2)
    await reviewer.getByRole('button', { name: 'Choose all on this page' }).click()
    await reviewer.getByRole('button', { name: 'Accept: not affected' }).click()
    await expect(reviewer.getByRole('alert').filter({ hasText: '2 of 2 accepted as not affected.' })).toBeVisible()
    await page.goto(`/measures/${unaffected}`)
    await expect(page.getByText('is being reviewed')).toHaveCount(0)
  })

  await test.step('W5 the reviewer approves each with a result of its own, and publishes all as one release', async () => {
    await reviewer.goto(lawChange)
    await expect(reviewer.getByText('2 of 6 settled.')).toBeVisible()
    await reviewer.getByRole('link', { name: 'Review and release the updates' }).click()
    const inReview = reviewer.getByRole('form', { name: 'In review' })
    await expect(inReview.getByRole('checkbox', { name: /-\d{4}/ })).toHaveCount(4)
    await tick(reviewer)
    await inReview.getByRole('button', { name: 'Approve the chosen' }).click()
    await expect(reviewer.getByRole('alert').filter({ hasText: '4 of 4 approved.' })).toContainText(`${first}: approved.`)
    const approved = reviewer.getByRole('form', { name: 'Approved' })
    await expect(approved.getByRole('checkbox')).toHaveCount(4)
    await approved.getByRole('button', { name: 'Publish the chosen as one release' }).click()
    await expect(reviewer.getByText('4 measures are published as one release.')).toBeVisible()
    await expect(reviewer.getByText('6 of 6 settled.')).toBeVisible()
    await reviewer.getByRole('link', { name: 'See how each was' }).click()
    await expect(reviewer.getByRole('table').getByRole('row')).toHaveCount(7)
    await expect(reviewer.getByLabel('State', { exact: true })).toHaveValue('settled')
  })

  await test.step('readers find one release with one note, and the new statement', async () => {
    await page.goto('/changes?kind=release')
    const entry = page
      .getByRole('listitem')
      .filter({ hasText: `Amendment of September 2026, ${title}` })
      .first()
    await expect(entry).toContainText('Release of 4 measures')
    await expect(entry.getByText(note)).toHaveCount(1)
    await entry.getByRole('link', { name: `${first} version` }).click()
    await expect(
      page.getByText('Since July 2004, as amended in 2016, September 2022, last amended in September 2026').first(),
    ).toBeVisible()
    await expect(page.getByText('is being reviewed')).toHaveCount(0)
    const moments = await sql.query('SELECT DISTINCT published_at FROM published.version WHERE is_current AND ref = ANY($1)', [
      refs.slice(0, 4),
    ])
    expect(moments.rows).toHaveLength(1)
  })
})

test('enacted and not yet in force: readers see the day ahead, and on the day the desk is asked, once for the act', async ({
  page,
  as,
}) => {
  const cast = { editor: await actor('editor'), reviewer: await actor('reviewer') }
  const title = `Law on Submarine Cables ${Date.now()}`
  const adopted = { kind: 'adopted', date: '2020-03' } as const
  const ref = await given.act(title, 'Since March 2020')
  // The clock of the publication stands before the day, the one of the desk after it.
  const publishedAt = async (moment: string, date: string) => {
    const clock = build.at(moment)
    const basis = { ...citing('a', ref, title, 'Since March 2020'), events: [adopted, { kind: 'entry into force', date }] } as never
    return build.published(cast, await build.draft(cast.editor, 'KZ', build.contentWith({ bases: [basis] }), clock), clock)
  }
  const begun = await publishedAt('2020-04-01T08:00:00Z', '2021-05')
  await publishedAt('2020-04-02T08:00:00Z', '2021-05')
  const ahead = await publishedAt('2020-04-03T08:00:00Z', '2199-01-15')

  await page.goto(`/measures/${ahead.ref}`)
  await expect(page.getByText(/Adopted, enters into force .*15 January 2199/).first()).toBeVisible()
  await page.goto(`/measures/${begun.ref}`)
  await expect(page.getByText('In force today').first()).toBeVisible()

  const editor = await as('editor')
  await editor.goto('/desk/law-changes/awaited')
  const item = editor.getByRole('listitem').filter({ hasText: title })
  await expect(item.filter({ hasText: 'Entry into force of 15 January 2199' })).toHaveCount(1)
  const due = item.filter({ hasText: 'Entry into force of May 2021' })
  await expect(due).toHaveCount(1)
  await expect(due).toContainText('for every measure that cites it')
  await due.getByRole('button', { name: 'No, it did not' }).click()
  await expect(due.getByRole('alert')).toContainText('Say what happened instead.')
  await due.getByRole('button', { name: 'Yes, it happened' }).click()
  await expect(due).toHaveCount(0)
})

test('a version in review stands in the way of an update: its author takes it back and has it rewritten with one click', async ({ as }) => {
  const title = `Law on Masts ${Date.now()}`
  const act = await given.act(title, 'Since July 2004')
  const { ref } = await given.published({ bases: [citing('a', act, title, 'Since July 2004')] })
  await given.handedIn(await given.amendment(ref, { bases: [citing('a', act, title, 'Since July 2004')] }))
  const cast = { editor: await actor('editor'), reviewer: await actor('reviewer') }
  const id = await build.confirmedLawChange(cast, act)
  const colleague = await as('editor2')
  await colleague.goto(`/desk/law-changes/${id}`)
  await colleague.getByRole('link', { name: ref }).click()
  await expect(colleague.getByText(/Version 2 of this measure is in review/)).toBeVisible()
  await expect(colleague.getByText('only its authors or an administrator take it back')).toBeVisible()
  const editor = await as('editor')
  await editor.goto(new URL(colleague.url()).pathname)
  await expect(editor.getByText('Version 2 is open: this is what would change in it.')).toBeVisible()
  await editor.getByRole('button', { name: 'Take version 2 back and rewrite its timeline' }).click()
  await editor.getByRole('link', { name: 'Go on with version 2' }).click()
  await expect(editor.getByText('Since July 2004, last amended in 2025').first()).toBeVisible()
})

test('what did not begin: the desk is told what to do with the open impacts, and answers them with the reason that is known', async ({
  as,
}) => {
  const title = `Law on Pylons ${Date.now()}`
  const act = await given.act(title, 'Since July 2004')
  const { ref } = await given.published({ bases: [citing('a', act, title, 'Since July 2004')] })
  const cast = { editor: await actor('editor'), reviewer: await actor('reviewer') }
  const id = await build.confirmedLawChange(cast, act, { kind: 'entry into force', date: '2021-05', notYetInForce: true })
  const editor = await as('editor')
  await editor.goto(`/desk/law-changes/${id}`)
  await editor.getByLabel('What happened instead').fill('Parliament repealed it before.')
  await editor.getByRole('button', { name: 'No, it did not' }).click()
  await expect(editor.getByText('It did not begin, and one impact is open.')).toBeVisible()
  await editor.getByLabel(`Choose ${ref}`).check()
  await editor.getByRole('button', { name: 'Not affected', exact: true }).click()
  await expect(editor.getByRole('alert').filter({ hasText: '1 of 1 said not to be affected.' })).toBeVisible()
  await editor.goto(`/desk/law-changes/${id}?show=to+check`)
  await expect(editor.getByText('Entry into force of May 2021 did not begin: Parliament repealed it before.')).toBeVisible()
})
