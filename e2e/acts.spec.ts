// An act through the browser: entered, cited by a measure, published with it, merged with its double, and read by everybody without JavaScript.
import AxeBuilder from '@axe-core/playwright'
import { expect, given, test } from './fixtures.ts'

const title = 'Law on Lighthouse Signals'

test('an act is entered, a basis takes it over, and the public reads it when the measure is published', async ({
  as,
  browser,
  baseURL,
}) => {
  const desk = await as('editor')
  await desk.goto('/desk/acts/new')
  await desk.getByLabel('Whose act it is').selectOption('KZ')
  await desk.getByLabel('English title').fill(title)
  await desk.getByLabel('Original title').fill('قانون المنارات')
  await desk.getByLabel('Its language').fill('ar')
  await desk.getByLabel('Number').fill('77-Q')
  await desk.getByRole('button', { name: 'Paste a statement' }).click()
  await desk.getByLabel('Statement to read').fill('Since May 2013, as amended in 2016')
  await desk.getByRole('button', { name: 'Read', exact: true }).click()
  await desk
    .getByLabel('Amended in 2016: title of its source')
    .or(desk.getByLabel(/2016: title of its source/))
    .fill('Gazette 12')
  await desk.getByRole('button', { name: 'Enter into the register' }).click()
  await expect(desk.getByRole('heading', { name: title })).toBeVisible()
  const ref = desk.url().split('/').at(-1) ?? ''
  expect(ref).toMatch(/^ACT-\d+$/)

  await test.step('the form proposes it and takes it over', async () => {
    const draft = await given.draft({ bases: [], description: 'Signals are registered.' })
    await desk.goto(`/desk/measures/${draft.ref}/edit`)
    await desk.getByRole('button', { name: 'Add a basis' }).click()
    await desk.getByRole('menuitem', { name: /^Act/ }).click()
    await desk.getByLabel('Title of the act').fill('Law No. 77-Q on Lighthouse Signals')
    await expect(desk.getByText(`This is probably ${ref}`)).toBeVisible()
    await desk.getByRole('button', { name: `Link ${ref}` }).click()
    await expect(desk.getByText(`Cites ${ref} of the register`)).toBeVisible()
    await expect(desk.getByLabel('Title of the act')).toHaveValue(title)
    await desk.getByText('Tells all 2 events of the act').click()
    await desk.getByRole('checkbox', { name: /2016/ }).uncheck()
    await desk.getByLabel('Why only these').fill('The amendment concerns fees.')
    expect((await new AxeBuilder({ page: desk }).analyze()).violations).toEqual([])
    await desk.getByRole('button', { name: 'Save draft' }).click()
    await expect(desk.getByRole('status', { name: 'Saving' })).toHaveText(/All changes saved ·/)
    await desk.reload()
    await expect(desk.getByText('Tells 1 of the 2 events of the act')).toBeVisible()
    await expect(desk.getByLabel('Why only these')).toHaveValue('The amendment concerns fees.')
  })

  const world = await browser.newContext({ baseURL: baseURL ?? '', javaScriptEnabled: false })
  const page = await world.newPage()
  expect((await page.goto(`/acts/${ref}`))?.status(), 'L6 only drafts cite it').toBe(404)

  const measure = await given.published({
    bases: [{ id: 'a', kind: 'act', title, url: '', actRef: ref, events: [{ kind: 'since', date: '2013-05' }] }],
  })
  expect((await page.goto(`/acts/${ref}`))?.status()).toBe(200)
  await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible()
  await expect(page.getByText('قانون المنارات')).toHaveAttribute('dir', 'rtl')
  await expect(page.getByText('قانون المنارات')).toHaveAttribute('lang', 'ar')
  await expect(page.getByRole('table', { name: `Events of ${title}` }).getByRole('row')).toHaveCount(3)
  await expect(page.getByRole('link', { name: measure.ref }).first()).toBeVisible()
  await page.goto('/acts?q=ligthhouse+signals')
  await page.getByRole('link', { name: title }).click()
  await expect(page).toHaveURL(`/acts/${ref}`)
  await world.close()
})

test('an administrator merges an act into its double, and its address leads on for good', async ({ as, request, page }) => {
  const desk = await as('admin')
  const refs: string[] = []
  for (const name of ['Law on Buoys', 'Law of Buoys']) {
    await desk.goto('/desk/acts/new')
    await desk.getByLabel('Whose act it is').selectOption('KZ')
    await desk.getByLabel('English title').fill(name)
    await desk.getByRole('button', { name: 'Enter into the register' }).click()
    await expect(desk.getByRole('heading', { name })).toBeVisible()
    refs.push(desk.url().split('/').at(-1) ?? '')
  }
  const [stands = '', double = ''] = refs
  const measure = await given.published({
    bases: [{ id: 'a', kind: 'act', title: 'Law of Buoys', url: '', actRef: double, events: [{ kind: 'since', date: '2013' }] }],
  })
  await desk.reload()
  await desk.getByLabel('Ref of the act that stands').fill(stands)
  await desk.getByRole('button', { name: 'Show what would move' }).click()
  await expect(desk.getByText(`The citations of 1 measure count for ${stands} from now on`)).toBeVisible()
  await desk.getByRole('button', { name: `Merge into ${stands}` }).click()
  await expect(desk).toHaveURL(`/desk/acts/${stands}`)
  await expect(desk.getByText(`cites it as ${double}`)).toBeVisible()

  expect((await request.get(`/acts/${double}`, { maxRedirects: 0 })).status()).toBe(308)
  await page.goto(`/acts/${double}`)
  await expect(page).toHaveURL(`/acts/${stands}`)
  await expect(page.getByRole('link', { name: measure.ref }).first()).toBeVisible()
})

test('an editor merges nothing', async ({ as }) => {
  const desk = await as('editor')
  await desk.goto('/desk/acts/ACT-0001')
  await expect(desk.getByRole('heading', { name: 'Measures that cite it' })).toBeVisible()
  await expect(desk.getByRole('heading', { name: 'Merge' })).toHaveCount(0)
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on the pages of acts, ${colorScheme}`, async ({ as }) => {
    const desk = await as('admin', { colorScheme })
    for (const address of ['/acts', '/acts/ACT-0001', '/desk/acts', '/desk/acts/new', '/desk/acts/ACT-0001']) {
      await desk.goto(address)
      await expect(desk.getByRole('heading', { level: 1 })).toBeVisible()
      expect((await new AxeBuilder({ page: desk }).analyze()).violations, address).toEqual([])
    }
  })
}

test('acts are imported from a table: problems by line and column, what would change, and only then written', async ({ as }) => {
  const desk = await as('editor')
  const ref = await given.act('Law on Harbour Pilots', 'Since 2004')
  const table = `ref;economy;title;original_title;original_language;events\n${ref};KZ;Law on Harbour Pilots;;;"Since 2004, as amended in 2020"\n;KZ;Law on Tugs;О буксирах;ru;Since 2011\n;KZ;Law on Quays;;;Since Smarch 2011`
  await desk.goto('/desk/imports')
  await desk.getByText('Or a table of acts').click()
  await expect(desk.getByText('original_language', { exact: true })).toBeVisible()
  await desk.getByLabel('Paste a page or a table').fill(table)
  await desk.getByRole('button', { name: 'Read it' }).click()
  await expect(desk.getByText('3 acts read: 1 to enter, 1 to change, 0 there already, 1 problem.')).toBeVisible()
  await expect(desk.getByText('line 4, column events')).toBeVisible()
  await expect(desk.getByText('Would be changed')).toBeVisible()
  await expect(desk.getByText('О буксирах')).toHaveAttribute('lang', 'ru')
  expect((await new AxeBuilder({ page: desk }).analyze()).violations).toEqual([])
  await desk.getByRole('button', { name: 'Write 2 acts' }).click()
  await expect(desk.getByText('Entered', { exact: true })).toBeVisible()
  await desk.getByRole('link', { name: ref }).click()
  await expect(desk.getByText(`changed events of ${ref}`)).toBeVisible()
  const csv = await (await desk.request.get('/desk/acts/export.csv')).text()
  expect(csv).toContain('О буксирах')
})

test('the bases of an imported page are linked, entered or left before their draft is created', async ({ as }) => {
  const desk = await as('editor')
  const pilots = await given.act('Law on Lighthouse Keepers', 'Since 2004, as amended in 2016')
  const similar = await given.act('Law on the Marking of Fairways and Channels', 'Since 2010')
  await desk.goto('/desk/imports')
  await desk.getByLabel('Paste a page or a table').fill(`KAZAKHSTAN

Since 2004
Since 2011
Since 2010

Pillar Domestic Data policies\u00a0 |\u00a0 Sub-pillar Framework for data protection
Law on Lighthouse Keepers

Law on Foghorns of 2011

Law on the Marking of Fairways
Keepers have to tell the harbour which ships passed, and keep what they noted for a year.
Coverage Horizontal`)
  await desk.getByRole('button', { name: 'Read it' }).click()
  await expect(desk.getByText('3 bases have no act of the register yet.')).toBeVisible()
  const [certain, unknown, likely] = ['Lighthouse', 'Foghorns', 'Fairways'].map((word) => desk.getByRole('group', { name: word }))
  if (!certain || !unknown || !likely) throw new Error('three groups')
  await expect(certain).toContainText('the same title')
  await expect(certain).toContainText('The register says “Since 2004, as amended in 2016”')
  await expect(unknown).toContainText('The register has no act like this.')
  await expect(likely).toContainText('a similar title')
  expect((await new AxeBuilder({ page: desk }).analyze()).violations).toEqual([])

  await desk.getByRole('button', { name: 'Accept the certain one' }).click()
  await expect(desk.getByText('1 basis linked.')).toBeVisible()
  await expect(certain.getByRole('button', { name: `Link ${pilots}` })).toHaveAttribute('aria-pressed', 'true')
  await unknown.getByRole('button', { name: 'Enter as a new act' }).click()
  await expect(desk.getByText('1 basis has no act of the register yet.')).toBeVisible()
  await likely.getByRole('button', { name: `Link ${similar}` }).click()
  await expect(likely.getByRole('button', { name: `Link ${similar}` })).toHaveAttribute('aria-pressed', 'true')
  await likely.getByRole('button', { name: 'Leave it' }).click()
  await expect(likely.getByRole('button', { name: 'Leave it' })).toHaveAttribute('aria-pressed', 'true')
  await desk.reload()
  await expect(likely.getByRole('button', { name: 'Leave it' }), 'kept with the plan').toHaveAttribute('aria-pressed', 'true')

  await desk.getByRole('button', { name: 'Create 1 draft' }).click()
  const created = desk.getByText(/^Created: KZ-\d{4}$/).getByRole('link')
  await expect(created).toBeVisible()
  await desk.goto(`${await created.getAttribute('href')}/edit`)
  await expect(desk.getByText('of the register, as it stood when it was taken over.')).toHaveCount(2)
  await desk.goto('/desk/acts?q=Foghorns')
  await expect(desk.getByRole('link', { name: /Law on Foghorns of 2011/ })).toBeVisible()
})
