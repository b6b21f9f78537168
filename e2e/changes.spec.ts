// What changed, for readers: what differs in words, narrowed by kind, economy and pillar, and followed by feeds of an economy, a pillar and an act.
import { published } from '#lib/testing/builders.ts'
import { actor, citing, contentWith, expect, given, test } from './fixtures.ts'

test.use({ javaScriptEnabled: false })

test('a correction says in words what differs, on the page and in every feed that it belongs to', async ({ page, request }) => {
  const registered = await given.act('Law on Lighthouses', 'Since July 2004')
  const first = contentWith({ bases: [citing('a', registered, 'Law on Lighthouses', 'Since July 2004')], coverage: 'Lighthouses' })
  const { ref } = await given.published(first)
  const bases = [citing('a', registered, 'Law on Lighthouses', 'Since July 2004, entry into force in May 2018')]
  const on = await given.amendment(ref, {
    ...first,
    bases,
    coverage: 'Lightships',
    changeKind: 'correction',
    changeNote: 'We had missed its entry into force.',
  })
  await published({ editor: await actor('editor'), reviewer: await actor('reviewer') }, on)

  await page.goto('/changes?kind=correction')
  await page.getByLabel('Economy').selectOption('KZ')
  await page.getByLabel('Pillar').selectOption('8')
  await page.getByRole('button', { name: 'Show changes' }).click()
  await expect(page).toHaveURL(/kind=correction/)
  await expect(page).toHaveURL(/economy=KZ&pillar=8/)
  const entry = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: ref }) })
  await expect(entry.first()).toContainText('Correction (the record was wrong)')
  await expect(entry.first()).toContainText('Coverage changed: “Lighthouses” → “Lightships”')
  await entry.first().getByRole('link', { name: 'Compare with the version before' }).click()
  await expect(page).toHaveURL(`/measures/${ref}/compare?to=2`)
  await expect(page.locator('ins')).toContainText(['Lightships'])
  await page.goBack()
  await page.getByRole('link', { name: 'Amendments' }).click()
  await expect(page.getByRole('link', { name: ref })).toHaveCount(0)

  await page.goto(`/changes?measure=${ref}`)
  await expect(page.getByRole('main')).toContainText(`2 changes of measure ${ref}`)
  for (const [of, address] of [
    ['the economy', '/economies/KZ'],
    ['the pillar', '/pillars/8'],
    ['the act', `/acts/${registered}`],
    ['the measure', `/measures/${ref}`],
  ] as const) {
    await page.goto(address)
    const links = page.locator(`link[rel="alternate"][href^="/feeds${address}/"]`)
    await expect(links, of).toHaveCount(2)
    // A person finds them as well, without a look into the page's source.
    for (const name of ['Atom', 'JSON Feed'])
      await expect(page.getByRole('main').getByRole('link', { name, exact: true }), of).toHaveAttribute(
        'href',
        new RegExp(`^/feeds${address}/`),
      )
    for (const link of await links.all()) {
      const path = (await link.getAttribute('href')) ?? ''
      const answer = await request.get(path)
      expect(answer.headers()['content-type'], of).toMatch(/application\/(atom\+xml|feed\+json)/)
      const text = await answer.text()
      expect(text, path).toContain('Entry into force added: May 2018')
      const again = await request.get(path, { headers: { 'if-none-match': answer.headers().etag ?? '' } })
      expect(again.status(), path).toBe(304)
    }
  }
  for (const none of ['/feeds/economies/QQ', '/feeds/pillars/99', '/feeds/acts/ACT-9999', '/feeds/measures/KZ-9876', '/feeds/acts/%00'])
    for (const format of ['atom.xml', 'feed.json']) expect((await request.get(`${none}/${format}`)).status(), none).toBe(404)
})

test('what is not understood is said, and what is not there is a page that helps', async ({ page }) => {
  await page.goto('/changes?economy=Kazakhstan&page=9999')
  await expect(page.getByText('Not an economy code')).toBeVisible()
  await expect(page.getByText('There is no such page.')).toBeVisible()
  await page.goto('/changes?kind=release&economy=AX')
  await expect(page.getByText('Nothing of this kind yet.')).toBeVisible()
  await page.getByRole('main').getByRole('link', { name: 'All changes' }).click()
  await expect(page).toHaveURL(/\/changes$/)
})
