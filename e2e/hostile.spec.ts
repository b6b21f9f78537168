// X2 X4: addresses, words and texts that somebody made to do harm, and what the built program makes of them.
import type { APIRequestContext } from '@playwright/test'
import { expect, given, test } from './fixtures.ts'

const hostile = async (request: APIRequestContext, path: string) => (await request.get(path, { maxRedirects: 0 })).status()

test('hostile addresses are refused in words and never break anything', async ({ request }) => {
  const bad = [
    '%00',
    'KZ-0001%00',
    '..%2f..%2fdesk',
    '%F0%9F%8F%9B',
    "KZ-0001'--",
    'KZ-0001/../../../desk',
    'x'.repeat(3000),
    '__proto__',
    'constructor',
  ]
  for (const one of bad) {
    for (const path of [
      `/api/v1/measures/${one}`,
      `/api/v1/measures/KZ-0001/versions/${one}`,
      `/measures/${one}`,
      `/measures/KZ-0001/versions/${one}`,
      `/economies/${one}`,
      `/pillars/${one}`,
    ]) {
      const status = await hostile(request, path)
      expect(status >= 300 && status < 500, `${status}: ${path.slice(0, 80)}`).toBe(true)
    }
    const compared = await hostile(request, `/measures/KZ-0001/compare?from=${one}&to=${one}`)
    expect(compared, one.slice(0, 40)).toBeLessThan(500)
    expect(
      await hostile(request, `/measures?q=${one}&economy=${one}&pillar=${one}&asOf=${one}&page=${one}`),
      one.slice(0, 40),
    ).toBeLessThan(500)
  }
  for (const asOf of ['0000-01-01', '0001-01-01', '9999-12-31'])
    expect(await hostile(request, `/measures?asOf=${asOf}&inForceOn=${asOf}`)).toBe(200)
})

test('hostile words at the desk break nothing either', async ({ as }) => {
  const { request } = await as('editor')
  for (const one of ['%00', 'a%00b', '%25', '%5C', '%F0%9F%8F%9B', "'", '%22%3A'])
    expect((await request.get(`/desk/measures?q=${one}&economy=${one}&state=${one}&page=${one}`)).status(), one).toBe(200)
  for (const path of [
    '/desk/measures/%00',
    '/desk/review/KZ-0001%00',
    '/desk/imports/%00',
    '/desk/imports/99999999999',
    '/desk/measures/XX-0001/edit',
  ])
    expect((await request.get(path)).status(), path).toBe(404)
})

test('X2 markup and addresses that run are shown as text', async ({ page }) => {
  const { ref } = await given.published({
    description:
      'A [link](javascript:alert(1)), ![image](data:text/html,x), <a href="javascript:alert(1)">raw</a> <img src=x onerror="window.ran=1"><script>window.ran=1</script>',
  })
  await page.goto(`/measures/${ref}`)
  await expect(page.getByText('A link')).toBeVisible()
  expect(await page.evaluate(() => (window as { ran?: number }).ran)).toBeUndefined()
  expect(
    await page
      .locator('[href^="javascript:" i], [src^="data:text" i], main [onerror], main script:not([type="application/ld+json"])')
      .count(),
  ).toBe(0)
})

test.describe('X4 after signing in', () => {
  const elsewhere = [
    '//evil.example',
    '/\\evil.example',
    'https://evil.example/desk',
    '/%09/evil.example',
    'javascript:alert(1)',
    '/desk/..//evil.example',
    '\\/evil.example',
  ]
  test('somebody who is signed in already stays on this site', async ({ as, baseURL }) => {
    const { request } = await as('editor')
    for (const from of elsewhere) {
      const { location = '' } = (await request.get(`/sign-in?${new URLSearchParams({ from })}`, { maxRedirects: 0 })).headers()
      expect(new URL(location, baseURL).origin, `${from} → ${location}`).toBe(baseURL)
    }
  })
  test('the sign-in of the library leads nowhere else either', async ({ request, baseURL }) => {
    for (const path of ['signin', 'signout', 'error', 'signin/credentials'])
      for (const callbackUrl of elsewhere) {
        const { location = baseURL } = (
          await request.get(`/api/auth/${path}?${new URLSearchParams({ callbackUrl })}`, { maxRedirects: 0 })
        ).headers()
        expect(new URL(location ?? '', baseURL).origin, `${path} ${callbackUrl} → ${location}`).toBe(baseURL)
      }
    const { csrfToken } = await (await request.get('/api/auth/csrf')).json()
    const form = { csrfToken, email: 'editor@example.org', password: process.env.DEMO_PASSWORD ?? '', callbackUrl: 'https://evil.example/' }
    const signedIn = await request.post('/api/auth/callback/credentials', { form, maxRedirects: 0 })
    expect(new URL(signedIn.headers().location ?? '', baseURL).origin).toBe(baseURL)
    const cookie = signedIn
      .headersArray()
      .find(({ name, value }) => name.toLowerCase() === 'set-cookie' && value.includes('session-token'))?.value
    expect(cookie).toMatch(/HttpOnly/)
    expect(cookie).toMatch(/SameSite=Lax/)
  })
})
