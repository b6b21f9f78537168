// What machines take away: citations, validated answers, feeds, sitemap, structured data and downloads; a withdrawal is told, and its text is gone.

import { strFromU8, unzipSync } from 'fflate'
import { parseCsv } from 'hucre/csv'
import { decideWithdrawal } from '#lib/review/commands/decide-withdrawal.ts'
import { requestWithdrawal } from '#lib/review/commands/request-withdrawal.ts'
import { actor, contentWith, expect, given, test } from './fixtures.ts'

test('a version is cited in every format, to copy and as a file', async ({ page, request }) => {
  const { ref } = await given.published()
  await page.goto(`/measures/${ref}`)
  const cite = page.getByRole('region', { name: 'Cite this' })
  await cite.getByText('For reference managers').click()
  for (const name of ['APA', 'BibTeX', 'RIS', 'CSL-JSON']) {
    const link = cite.getByRole('link', { name })
    const answer = await request.get((await link.getAttribute('href')) ?? '')
    expect(answer.headers()['content-disposition'], name).toContain(`attachment; filename="${ref}-v1.`)
    expect(await answer.text(), name).toContain(`/measures/${ref}/versions/1`)
    await expect(cite.getByRole('button', { name: `Copy ${name}` })).toBeVisible()
  }
  expect((await request.get(`/measures/${ref}/versions/99/citation.bib`)).status()).toBe(404)
})

test('an answer of the API is validated, narrowed to fields, and open to other origins', async ({ request }) => {
  const { ref } = await given.published()
  const path = `/api/v1/measures/${ref}`
  const first = await request.get(path)
  const etag = first.headers().etag ?? ''
  expect(etag).toMatch(/^"[\w-]+"$/)
  const again = await request.get(path, { headers: { 'if-none-match': etag } })
  expect([again.status(), (await again.body()).length, again.headers().etag]).toEqual([304, 0, etag])
  const some = await request.get(`${path}?fields=ref,version`)
  expect(Object.keys(await some.json()).sort()).toEqual(['ref', 'version'])
  expect(some.headers().etag).not.toBe(etag)
  const wrong = await request.get(`${path}?fields=ref,secret`)
  expect([wrong.status(), (await wrong.json()).errors[0].parameter]).toEqual([400, 'fields'])
  const asked = await request.fetch(path, {
    method: 'OPTIONS',
    headers: { origin: 'https://example.net', 'access-control-request-method': 'GET' },
  })
  expect(asked.status()).toBe(204)
  expect(asked.headers()).toMatchObject({ 'access-control-allow-origin': '*', 'access-control-allow-methods': 'GET, HEAD, OPTIONS' })
})

test('L11 a withdrawal is in the feeds, and the text is in no feed, sitemap or download', async ({ page, request }) => {
  const sentence = 'Semaphore keepers write down their signals.'
  const on = await given.published({ description: sentence })
  const map = () => request.get('/sitemaps/KZ-1.xml').then((answer) => answer.text())
  expect(await map()).toContain(`/measures/${on.ref}</loc>`)
  await requestWithdrawal(await actor('editor'), { ...on, reason: 'Entered <twice> & more.' })
  await decideWithdrawal(await actor('reviewer'), { ...on, confirm: true })

  for (const path of [`/feeds/measures/${on.ref}/atom.xml`]) {
    const answer = await request.get(path)
    expect(answer.headers()['content-type']).toContain('application/atom+xml')
    const xml = await answer.text()
    expect(xml).not.toContain(sentence)
    await page.goto('/')
    const told = await page.evaluate((text) => {
      const document = new DOMParser().parseFromString(text, 'application/xml')
      const entry = [...document.querySelectorAll('entry')].find(
        (one) => one.querySelector('category')?.getAttribute('term') === 'withdrawal',
      )
      return {
        error: document.querySelector('parsererror')?.textContent,
        title: entry?.querySelector('title')?.textContent,
        note: entry?.querySelector('summary')?.textContent,
      }
    }, xml)
    expect(told, path).toEqual({ error: undefined, title: `${on.ref}, Kazakhstan: withdrawn`, note: 'Entered <twice> & more.' })
  }
  const { items } = await (await request.get('/feeds/feed.json')).json()
  expect(items).toContainEqual(expect.objectContaining({ tags: ['withdrawal'], title: `${on.ref}, Kazakhstan: withdrawn` }))
  expect(await map()).not.toContain(on.ref)
  for (const format of ['csv', 'jsonl']) {
    const text = await (await request.get(`/downloads/measures.${format}?economy=KZ`)).text()
    expect(text, format).not.toContain(sentence)
    expect(text, format).toContain('KZ-')
  }
})

test('pages lead to their feeds, and tell search engines what they are, without a complaint of the browser', async ({ page, request }) => {
  const { ref } = await given.published({ description: 'Ends </script> here.' })
  await page.goto(`/measures/${ref}`)
  const feeds = page.locator('head link[rel="alternate"][type="application/atom+xml"]')
  for (const link of await feeds.all()) expect((await request.get((await link.getAttribute('href')) ?? '')).status()).toBe(200)
  await expect(feeds).toHaveCount(2)
  const data = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? '')
  expect(data).toMatchObject({ '@type': 'Dataset', identifier: ref, description: expect.stringContaining('</script>') })
  await expect(page.locator('link[rel="canonical"]')).toHaveAttribute('href', new RegExp(`/measures/${ref}$`))
  expect(await (await request.get('/robots.txt')).text()).toMatch(/Sitemap: http.*\/sitemap\.xml\n/)
  const index = await (await request.get('/sitemap.xml')).text()
  for (const [, address = ''] of index.matchAll(/<loc>https?:\/\/[^/]+([^<]+)/g))
    expect((await request.get(address)).status(), address).toBe(200)
})

test('a list is downloaded with its filter, and an unknown filter is refused', async ({ page, request }) => {
  const { ref } = await given.published(contentWith({ description: '=HYPERLINK("http://example.com")', coverage: 'Heliographs' }))
  await page.goto('/measures?q=heliographs&economy=KZ')
  for (const [name, format] of [
    ['CSV', 'csv'],
    ['XLSX', 'xlsx'],
    ['JSON Lines', 'jsonl'],
  ] as const) {
    const href = await page.getByRole('link', { name, exact: true }).getAttribute('href')
    expect(href).toMatch(new RegExp(`^/downloads/measures\\.${format}\\?`))
    const answer = await request.get(href ?? '')
    expect(answer.headers()['content-disposition']).toBe(`attachment; filename="measures.${format}"`)
    if (format === 'xlsx') expect((await answer.body()).subarray(0, 2).toString()).toBe('PK')
    else expect(await answer.text()).toContain(ref)
    if (format === 'csv') expect(await answer.text()).toContain(`"'=HYPERLINK(`)
  }
  expect((await request.get('/downloads/measures.csv?asOf=yesterday')).status()).toBe(400)
})

test('L11 the data package has every version row by row, and of what was withdrawn no text', async ({ request, sql }) => {
  const gone = await given.published(contentWith({ description: 'Gone heliographs.', coverage: 'Gone heliographs' }))
  await requestWithdrawal(await actor('editor'), { ...gone, reason: 'Entered twice.' })
  await decideWithdrawal(await actor('reviewer'), { ...gone, confirm: true })
  const answer = await request.get('/downloads/as-amended.zip')
  expect(answer.headers()).toMatchObject({
    'content-type': 'application/zip',
    'content-disposition': expect.stringMatching(/^attachment; filename="as-amended-\d{4}-\d\d-\d\d\.zip"$/),
  })
  const files = unzipSync(new Uint8Array(await answer.body()))
  const table = (name: string) => {
    const [head = [], ...rows] = parseCsv(strFromU8(files[`${name}.csv`] ?? new Uint8Array()))
    return rows.map((row) => Object.fromEntries(row.map((cell, at) => [String(head[at]), cell === null ? '' : String(cell)])))
  }
  const stored = await sql.query('SELECT ref, number::text AS version, digest FROM published.version ORDER BY ref, number')
  expect(table('versions').map(({ ref, version, digest }) => ({ ref, version, digest }))).toEqual(stored.rows)
  const bases = await sql.query(
    "SELECT count(*)::int AS n FROM published.version v JOIN published.measure m ON m.ref = v.ref AND m.state = 'published', jsonb_array_elements(v.content -> 'bases') WHERE NOT EXISTS (SELECT FROM published.withdrawal w WHERE w.ref = v.ref AND w.number = v.number)",
  )
  expect(table('bases')).toHaveLength(bases.rows[0].n)
  expect(table('versions').find(({ ref }) => ref === gone.ref)).toMatchObject({ state: 'withdrawn', description: '', coverage: '' })
  expect(table('withdrawals').find(({ ref }) => ref === gone.ref)?.reason).toBe('Entered twice.')
  for (const bytes of Object.values(files)) expect(strFromU8(bytes)).not.toContain('Gone heliographs')
  const catalogue = await request.get('/catalog.jsonld')
  expect(catalogue.headers()['content-type']).toBe('application/ld+json')
  for (const [, path = ''] of (await catalogue.text()).matchAll(/"dcat:downloadURL":\{"@id":"https?:\/\/[^/]+([^"]+)"/g))
    expect((await request.head(path)).status(), path).toBe(200)
})

test('people and machines are told under which licence the data is', async ({ page, request }) => {
  const url = 'https://creativecommons.org/licenses/by/4.0/'
  await page.goto('/measures')
  await expect(page.getByRole('contentinfo').getByRole('link', { name: 'CC BY 4.0' })).toHaveAttribute('href', url)
  for (const path of ['/', '/catalog.jsonld', '/api/v1/openapi.json']) expect(await (await request.get(path)).text(), path).toContain(url)
})
