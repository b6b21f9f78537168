// An editor sends an outside expert a link to one revision; they read and comment without an account; what is published, revoked or unknown shows nothing.
import { randomBytes } from 'node:crypto'
import { AxeBuilder } from '@axe-core/playwright'
import type { APIResponse } from '@playwright/test'
import { changePerson } from '#lib/accounts/commands/change-person.ts'
import { discardDraft } from '#lib/measures/commands/discard-draft.ts'
import { editDraft } from '#lib/measures/commands/edit-draft.ts'
import { revokePreview } from '#lib/previews/commands/revoke-preview.ts'
import { sharePreview } from '#lib/previews/commands/share-preview.ts'
import type { NewPreview } from '#lib/previews/preview.ts'
import { operator } from '#lib/system/actor.ts'
import { actor, contentWith, expect, given, type On, person, test } from './fixtures.ts'

const share = async (on: On, more: Partial<NewPreview> = {}, by = actor('editor')) =>
  sharePreview(await by, { ...on, revision: 2, guest: 'Ada Norn, ITU', days: 7, ...more })

for (const javaScriptEnabled of [true, false]) {
  test(`a story: link, comment, answer, publication; scripts ${javaScriptEnabled ? 'run' : 'are off'} for the expert`, async ({
    as,
    browser,
    baseURL,
  }) => {
    test.setTimeout(90_000)
    const { ref } = await given.published({ coverage: 'Mail' })
    const on = await given.amendment(ref, { coverage: 'Mail and parcels', description: 'Operators keep a register of their services.' })
    const editor = await as('editor')
    await editor.goto(`/desk/measures/${ref}`)
    await editor.getByText('Make a preview link of revision 2').click()
    await editor.getByRole('button', { name: 'Make the link' }).click()
    await expect(editor.getByText('Say who it is for')).toBeVisible()
    await editor.getByLabel('For whom').fill('Ada Norn, ITU')
    await editor.getByLabel('What to look at').fill('Is the coverage right?')
    await editor.getByRole('button', { name: 'Make the link' }).click()
    const address = await editor.getByLabel('Address of the preview').inputValue()
    expect(address).toMatch(/\/preview\/[\w-]{43}$/)
    await expect(editor.getByText('never opened')).toBeVisible()
    expect((await new AxeBuilder({ page: editor }).analyze()).violations).toEqual([])

    const context = await browser.newContext({ baseURL: baseURL ?? '', javaScriptEnabled })
    const expert = await context.newPage()
    await expert.goto(address)
    await expect(expert.getByText('Preview of a draft, not published,', { exact: true })).toBeVisible()
    await expect(expert.getByText('Is the coverage right?')).toBeVisible()
    await expect(expert.getByRole('region', { name: 'Coverage', exact: true })).toContainText('Mail and parcels')
    await expect(expert.getByRole('region', { name: 'What changes' })).toContainText('parcels')
    await expert.getByLabel('Words that it is about').fill('sealing wax')
    await expert.getByLabel('Comment', { exact: true }).fill('Which services? <b>All</b> of them?')
    await expert.getByRole('button', { name: 'Send comment' }).click()
    await expect(expert.getByText('These words do not stand in the text')).toBeVisible()
    await expect(expert.getByLabel('Comment', { exact: true })).toHaveValue('Which services? <b>All</b> of them?')
    await expert.getByLabel('Words that it is about').fill('keep a  register')
    await expert.getByRole('button', { name: 'Send it again' }).click()
    await expect(expert.getByText('Thank you. The editors have your comment.')).toBeVisible()
    await expect(expert.getByText('Which services? <b>All</b> of them?')).toBeVisible()
    expect(await context.cookies(), 'L2').toEqual([])

    await editor.goto(`/desk/review/${ref}`)
    await expect(editor.getByText('Ada Norn, ITU (outside expert)')).toBeVisible()
    await expect(editor.getByText('Which services? <b>All</b> of them?')).toBeVisible()
    await editor.getByText('Answer or settle').click()
    await editor.getByLabel('Your answer').fill('Postal ones.')
    await editor.getByRole('button', { name: 'Answer', exact: true }).click()
    await expect(editor.getByText('Postal ones.')).toBeVisible()
    await editor.getByRole('button', { name: 'Settle', exact: true }).click()
    await expect(editor.getByText('1 settled')).toBeVisible()

    await expert.goto(address)
    await expect(expert.getByText('Postal ones.')).toBeVisible()
    await expect(expert.getByText('Settled by the editors')).toBeVisible()
    await expert.getByText('Add to it').click()
    await expert.getByLabel('Your answer').fill('Then say so.')
    await expert.getByRole('button', { name: 'Send answer' }).click()
    await expect(expert.getByText('Then say so.')).toBeVisible()
    await editor.goto(`/desk/measures/${ref}`)
    await expect(editor.getByText('(outside expert) answered a comment on')).toBeVisible()

    await given.publication(on)
    expect((await expert.goto(address))?.status()).toBe(404)
    await expect(expert.getByRole('heading', { name: 'There is no preview to read at this address.' })).toBeVisible()
    await editor.reload()
    await expect(editor.getByText('Ended: published')).toBeVisible()
    await context.close()
  })
}

test('the page fits both themes and a phone, by the rules of accessibility', async ({ page, quiet }) => {
  quiet.allow(/404 .*preview\/unknown/)
  const { ref } = await given.published({ coverage: 'Mail' })
  const { token } = await share(await given.amendment(ref, { coverage: 'Mail and parcels' }), { message: 'Is it right?' })
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize(colorScheme === 'dark' ? { width: 390, height: 800 } : { width: 1280, height: 800 })
    await page.goto(`/preview/${token}`)
    expect((await new AxeBuilder({ page }).analyze()).violations, colorScheme).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), colorScheme).toBe(true)
  }
  await page.goto('/preview/unknown')
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
})

test('L2 a preview sets no cookie, is kept by nobody, found by no search engine, and the same whoever is signed in', async ({
  request,
  as,
}) => {
  const { ref } = await given.published({ description: 'Shown to everybody.' })
  const { token } = await share(await given.amendment(ref, { description: 'Shown to the expert.' }))
  const path = `/preview/${token}`
  const answer = await request.get(path)
  const text = await answer.text()
  expect(text).toContain('Shown to the expert.')
  expect(answer.headers()).toMatchObject({
    'cache-control': 'private, no-store',
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex, nofollow',
    'content-security-policy': expect.stringContaining(`script-src 'self';`),
  })
  expect(text).toMatch(/<meta name="robots" content="noindex, nofollow"/)
  for (const name of ['set-cookie', 'x-accel-expires']) expect(answer.headers()[name], name).toBeUndefined()
  expect(text, 'L8').not.toMatch(/@example\.org|reviewer/)
  const signedIn = (await as('editor')).request
  expect(await (await signedIn.get(path, { headers: { rsc: '1', 'next-router-prefetch': '1' } })).text()).toBe(text)
  expect(await (await request.get('/robots.txt')).text()).toContain('Disallow: /preview/')
  for (const place of [
    `/measures/${ref}`,
    `/measures/${ref}?preview=${token}`,
    `/api/v1/measures/${ref}`,
    `/feeds/measures/${ref}/atom.xml`,
    '/sitemap.xml',
    '/changes',
  ]) {
    const others = await request.get(place)
    expect(await others.text(), place).not.toMatch(new RegExp(`Shown to the expert|${token}`))
  }
})

test('L5 L12 an address that is unknown, revoked, ended or expired is answered alike, and so is a comment sent there', async ({
  request,
  sql,
}) => {
  const editor = await actor('editor')
  const maker = await person({ email: `${randomBytes(6).toString('hex')}@example.org` })
  const [revoked, discarded, published, disabled, expired, open] = (await Promise.all(
    [1, 2, 3, 4, 5, 6].map(() => given.draft({ description: 'Canary of a preview.' })),
  )) as [On, On, On, On, On, On]
  const tokens: Record<string, string> = { unknown: randomBytes(32).toString('base64url'), short: 'no-token' }
  const end = await share(revoked)
  tokens.revoked = end.token
  await revokePreview(editor, { ...revoked, linkId: end.id })
  tokens.discarded = (await share(discarded)).token
  await discardDraft(editor, { ...discarded, basedOn: 2 })
  tokens.published = (await share(published)).token
  await given.publication(published)
  tokens.disabled = (await share(disabled, {}, Promise.resolve(maker))).token
  await changePerson(operator, { email: maker.email, change: { disable: true } })
  const past = () => new Date(Date.now() - 9 * 86_400_000)
  tokens.expired = (await sharePreview(editor, { ...expired, revision: 2, guest: 'Ada Norn', days: 7 }, past)).token
  const said = async (answer: APIResponse, token: string) => {
    const { date: _, ...headers } = answer.headers()
    return { status: answer.status(), headers, text: (await answer.text()).replaceAll(token, 'TOKEN') }
  }
  const read = async (token: string) => said(await request.get(`/preview/${token}`), token)
  const send = async (token: string) =>
    said(await request.post(`/preview/${token}/comments`, { form: { field: 'whole', body: 'Let me in' }, maxRedirects: 0 }), token)
  const [nothing, refused] = [await read(tokens.unknown ?? ''), await send(tokens.unknown ?? '')]
  expect([nothing.status, refused.status]).toEqual([404, 404])
  expect(nothing.text).toContain('There is no preview to read at this address.')
  const before = (await sql.query('SELECT count(*) FROM comment')).rows[0].count
  for (const [name, token] of Object.entries(tokens)) {
    expect(withoutPolicy(await read(token)), name).toEqual(withoutPolicy(nothing))
    expect(withoutPolicy(await send(token)), name).toEqual(withoutPolicy(refused))
  }
  const { token } = await share(open)
  expect(
    (await request.post(`/preview/${token}/comments`, { form: { body: 'x' }, headers: { 'sec-fetch-site': 'cross-site' } })).status(),
  ).toBe(404)
  expect((await sql.query('SELECT count(*) FROM comment')).rows[0].count).toBe(before)
  expect((await send(token)).status).toBe(303)
})

/** The nonce of a page's policy is another each time. */
const withoutPolicy = <T extends { headers: Record<string, string> }>(answer: T) => ({
  ...answer,
  headers: { ...answer.headers, 'content-security-policy': (answer.headers['content-security-policy'] ?? '').replace(/'nonce-[^']+'/, '') },
})

test('a word of a later revision is not in the preview, which says that the text went on', async ({ request }) => {
  const on = await given.draft({ description: 'The first wording.' })
  const { token } = await share(on)
  await editDraft(await actor('editor'), { ...on, basedOn: 2, content: contentWith({ description: 'zqcanary of later' }) })
  for (const headers of [{ accept: '*/*' }, { rsc: '1' }] as Record<string, string>[]) {
    const text = await (await request.get(`/preview/${token}?revision=3&version=2`, { headers })).text()
    expect(text).toContain('The first wording.')
    expect(text).toContain('The editors have gone on writing since.')
    expect(text).not.toContain('zqcanary')
  }
})

test('an expert who sends much is asked to wait, and what they typed comes back', async ({ request }) => {
  const { token } = await share(await given.draft())
  const send = (body: string) => request.post(`/preview/${token}/comments`, { form: { field: 'coverage', body }, maxRedirects: 0 })
  for (let count = 0; count < 10; count++) expect((await send(`Comment ${count}`)).status()).toBe(303)
  const refused = await send('One "more" <i>thought</i>')
  expect(refused.status()).toBe(429)
  expect(Number(refused.headers()['retry-after'])).toBeGreaterThan(60)
  expect(await refused.text()).toContain('One &quot;more&quot; &lt;i&gt;thought&lt;/i&gt;')
  expect((await send('x'.repeat(200_000))).status()).toBe(413)
})

test('words that are selected become what a comment is about', async ({ page }) => {
  const { token } = await share(await given.draft({ description: 'Operators keep a register of their services.' }))
  await page.goto(`/preview/${token}`)
  const take = page.getByRole('button', { name: 'Take the words that are selected above' })
  await expect(take).toBeHidden()
  await page.getByText('Operators keep a register of their services.').selectText()
  await take.click()
  await expect(page.getByLabel('Words that it is about')).toHaveValue('Operators keep a register of their services.')
  await expect(page.getByLabel('About', { exact: true })).toHaveValue('description')
  await page.getByLabel('Comment', { exact: true }).fill('Since when?')
  await page.getByRole('button', { name: 'Send comment' }).click()
  await expect(page.getByRole('blockquote')).toHaveText('Operators keep a register of their services.')
})

test('X1 what an expert types is text wherever it is shown', async ({ as, page, quiet }) => {
  quiet.allow(/never/)
  const on = await given.submitted()
  const evil = '<img src=x onerror="document.title=1"><script>document.title=2</script>'
  const { token } = await share(on, { guest: `Ada <b>${'x'.repeat(20)}</b>`, message: evil })
  await page.goto(`/preview/${token}`)
  await page.getByLabel('Comment', { exact: true }).fill(evil)
  await page.getByRole('button', { name: 'Send comment' }).click()
  await expect(page.getByText(evil)).toHaveCount(2)
  const reviewer = await as('reviewer')
  await reviewer.goto(`/desk/review/${on.ref}`)
  await expect(reviewer.getByText(evil)).toBeVisible()
  for (const one of [page, reviewer]) expect(await one.title()).toMatch(/As Amended/)
})
