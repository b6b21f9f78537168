// People at the desk: an administrator adds somebody, who signs in with the password that was shown, is narrowed and disabled; and two administrators at once.
import { randomBytes } from 'node:crypto'
import type { Page } from '@playwright/test'
import { actor, expect, given, person, test } from './fixtures.ts'

const newcomer = () => {
  const name = `Nadia ${randomBytes(3).toString('hex')}`
  return { name, email: `${name.toLowerCase().replace(' ', '-')}@test.org` as `${string}@${string}` }
}

async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.goto('/sign-in?from=/desk')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill(password)
  const answered = page.waitForResponse((answer) => answer.url().includes('/api/auth/callback/credentials'))
  await page.getByRole('button', { name: 'Sign in' }).click()
  await answered
}

const chosen = (page: Page) => page.getByRole('list', { name: 'Chosen economies' }).getByRole('button')

test('W8 a person is added, signs in with the shown password, is narrowed, and disabled: refused at the next request', async ({
  as,
  browser,
  baseURL,
  quiet,
  sql,
}) => {
  test.setTimeout(90_000)
  const { name, email } = newcomer()
  const admin = await as('admin')
  await admin.goto('/desk')
  await admin.getByRole('navigation', { name: 'Desk' }).getByRole('link', { name: 'People' }).click()
  await admin.getByRole('link', { name: 'Add a person' }).click()
  await admin.getByRole('button', { name: 'Add the person' }).click()
  await expect(admin.getByRole('main').getByRole('alert')).toHaveText('Choose a role.')
  await admin.getByRole('radio', { name: /^editor/ }).check()
  await admin.getByRole('button', { name: 'Add the person' }).click()
  await expect(admin.getByLabel('E-mail')).toHaveAccessibleDescription(/is not an e-mail address/)
  await expect(admin.getByLabel('Name', { exact: true })).toHaveAccessibleDescription(/A name is needed/)
  await admin.getByLabel('Name', { exact: true }).fill(name)
  await admin.getByLabel('E-mail').fill(email.toUpperCase())
  await admin.getByRole('radio', { name: /^Only these/ }).check()
  await admin.getByLabel('Find an economy by name or code').fill('kazakh')
  await admin.keyboard.press('Enter')
  await expect(chosen(admin)).toHaveText(['Kazakhstan'])
  await admin.getByLabel('Find an economy by name or code').fill('')
  await admin.getByLabel('Region').selectOption({ label: '\u2003Central Asia' })
  await admin.getByRole('button', { name: 'Choose all 4 shown' }).click()
  await expect(chosen(admin)).toHaveCount(5)
  await admin.getByRole('button', { name: 'Take Kyrgyzstan away' }).click()
  await admin.getByRole('button', { name: 'Add the person' }).click()

  const shown = admin.getByRole('textbox', { name: `Password of ${name}` })
  await expect(shown).toHaveValue(/^[a-z2-9]{5}(-[a-z2-9]{5}){3}$/)
  const password = await shown.inputValue()
  expect(admin.url()).not.toContain(password)
  const kept = await sql.query(
    `SELECT p.password_hash FROM person p WHERE p.email = $1 AND p.password_hash LIKE '$argon2id$%'
      AND NOT EXISTS (SELECT FROM audit_entry e WHERE e.details::text LIKE '%' || $2 || '%')`,
    [email, password],
  )
  expect(kept.rows).toHaveLength(1)
  await admin.getByRole('link', { name: `Open ${name}` }).click()
  await expect(admin.getByRole('heading', { level: 1, name })).toBeVisible()
  await admin.reload()
  expect(await admin.content()).not.toContain(password)

  const context = await browser.newContext({ baseURL: baseURL ?? '' })
  quiet.watch(context)
  const theirs = await context.newPage()
  await signIn(theirs, email, password)
  await expect(theirs).toHaveURL('/desk')
  await expect(theirs.getByRole('navigation', { name: 'Desk' }).getByRole('link', { name: 'People' })).toHaveCount(0)
  await theirs.goto('/desk/measures/new')
  await expect(theirs.getByLabel('Economy').getByRole('option')).toHaveCount(5)

  for (const economy of ['Tajikistan', 'Turkmenistan', 'Uzbekistan'])
    await admin.getByRole('button', { name: new RegExp(`^Take ${economy}`) }).click()
  await expect(admin.getByText('They may less than before: their sessions end')).toBeVisible()
  await admin.getByRole('button', { name: 'Save changes' }).click()
  await expect(admin.getByText('Saved.')).toBeVisible()
  await expect(admin.getByText(/gave .+ KZ, instead of KZ, TJ, TM, UZ/)).toBeVisible()
  await theirs.goto('/desk/measures/new')
  await expect(theirs).toHaveURL(/\/sign-in\?from=/)
  await signIn(theirs, email, password)
  await expect(theirs).toHaveURL('/desk')
  await theirs.goto('/desk/measures/new')
  await expect(theirs.getByLabel('Economy').getByRole('option')).toHaveText(['Choose…', 'Kazakhstan (KZ)'])

  await admin.getByRole('button', { name: 'Disable…' }).click()
  await admin.getByRole('dialog').getByRole('button', { name: 'Disable' }).click()
  await expect(admin.getByText('Disabled.')).toBeVisible()
  await expect(admin.getByRole('button', { name: 'Enable again' })).toBeVisible()
  await theirs.goto('/desk')
  await expect(theirs).toHaveURL(/\/sign-in\?from=/)
  quiet.allow(/401/)
  await signIn(theirs, email, password)
  await expect(theirs.getByRole('main').getByRole('alert')).toHaveText('That e-mail address and password do not fit.')

  await admin.getByRole('button', { name: 'Enable again' }).click()
  await expect(admin.getByText('Enabled again')).toBeVisible()
  await admin.getByRole('button', { name: 'Reset the password…' }).click()
  await admin.getByRole('dialog').getByRole('button', { name: 'Reset the password' }).click()
  const second = await admin.getByRole('textbox', { name: `Password of ${name}` }).inputValue()
  expect(second).not.toBe(password)
  await signIn(theirs, email, second)
  await expect(theirs).toHaveURL('/desk')
  await context.close()
})

test('D3 what another administrator changed meanwhile is not overwritten, and what was typed stays', async ({ as }) => {
  const { name, email } = newcomer()
  const { id } = await person({ email, name, role: 'reviewer' })
  const [one, two] = [await as('admin'), await as('admin')]
  for (const page of [one, two]) await page.goto(`/desk/people/${id}`)
  await one.getByRole('radio', { name: /^editor/ }).check()
  await one.getByRole('button', { name: 'Save changes' }).click()
  await expect(one.getByText('Saved.')).toBeVisible()

  await two.getByLabel('Name', { exact: true }).fill(`${name} Norn`)
  await two.getByRole('button', { name: 'Save changes' }).click()
  await expect(two.getByRole('main').getByRole('alert')).toHaveText(
    `Somebody changed ${name} since you opened this page. Nothing was changed; look at what is there now.`,
  )
  await expect(two.getByRole('radio', { name: /^editor/ })).toBeChecked()
  await expect(two.getByLabel('Name', { exact: true })).toHaveValue(`${name} Norn`)
  await two.getByRole('button', { name: 'Save changes' }).click()
  await expect(two.getByRole('heading', { level: 1, name: `${name} Norn` })).toBeVisible()
  await expect(two.getByRole('radio', { name: /^editor/ })).toBeChecked()
})

test('S6 before somebody is disabled, what becomes of their schedules, reviews and drafts is said', async ({ as }) => {
  await given.scheduled()
  await given.draft()
  const page = await as('admin')
  await page.goto(`/desk/people/${(await actor('reviewer')).id}`)
  await expect(page.getByRole('heading', { name: 'Scheduled by them' })).toBeVisible()
  await page.getByRole('button', { name: 'Disable…' }).click()
  await expect(page.getByRole('dialog')).toContainText('will still happen at its time, in their name')
  await page.keyboard.press('Escape')
  await page.goto(`/desk/people/${(await actor('editor')).id}`)
  await expect(page.getByRole('heading', { name: 'Open versions of theirs' })).toBeVisible()
  await page.getByRole('link', { name: 'All that they did, in the log' }).click()
  await expect(page.getByLabel('Who')).toHaveValue(String((await actor('editor')).id))
})

test('nobody disables or demotes themselves at the desk', async ({ as }) => {
  const page = await as('admin')
  await page.goto(`/desk/people/${(await actor('admin')).id}`)
  const disable = page.getByRole('button', { name: 'Disable…' })
  await expect(disable).toHaveAttribute('aria-disabled', 'true')
  await expect(disable).toHaveAccessibleDescription('Nobody disables themselves: ask another administrator.')
  await expect(page.getByRole('radio', { name: /^editor/ })).toHaveCount(0)
})

test('the list is narrowed by words, role and state, in the address', async ({ as }) => {
  const { name, email } = newcomer()
  await person({ email, name, role: 'reviewer', economies: ['KZ', 'DE'] })
  const page = await as('admin')
  await page.goto('/desk/people')
  await page.getByLabel('Name or e-mail').fill(email)
  await page.getByLabel('Role').selectOption('Reviewer')
  await page.getByLabel('State').selectOption('Enabled')
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(page).toHaveURL(/role=reviewer/)
  await expect(page.getByRole('row', { name })).toContainText('Germany, Kazakhstan')
  await expect(page.getByRole('heading', { name: '1 person' })).toBeVisible()
  await page.getByLabel('State').selectOption('Disabled')
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(page.getByText('Nobody fits.')).toBeVisible()
})

test('a person changes their own password, is signed out everywhere, and signs in with the new one', async ({
  browser,
  baseURL,
  quiet,
}) => {
  const { name, email } = newcomer()
  const [present, next] = ['a password that was made up', 'one that I can remember']
  await person({ name, email, password: present, role: 'editor' })
  const contexts = await Promise.all([1, 2].map(() => browser.newContext({ baseURL: baseURL ?? '' })))
  const pages = await Promise.all(contexts.map((context) => context.newPage()))
  const [page, elsewhere] = pages as [Page, Page]
  for (const context of contexts) quiet.watch(context)
  for (const one of pages) {
    await signIn(one, email, present)
    await expect(one).toHaveURL('/desk')
  }
  await page.getByRole('button', { name }).click()
  await page.getByRole('menuitem', { name: 'My account' }).click()
  const change = async (given: [string, string, string]) => {
    for (const [index, label] of ['Present password', 'New password', 'New password again'].entries())
      await page.getByLabel(label, { exact: true }).fill(given[index] ?? '')
    await page.getByRole('button', { name: 'Change the password' }).click()
  }
  const refusal = page.getByRole('main').getByRole('alert')
  await change(['a wrong password', next, next])
  await expect(refusal).toHaveText('This is not your present password.')
  await change([present, next, `${next}!`])
  await expect(refusal).toContainText('typed in two ways')
  await change([present, next, next])
  await expect(page.getByRole('status')).toHaveText('Your password was changed. Sign in with the new one.')
  await elsewhere.goto('/desk/measures')
  await expect(elsewhere).toHaveURL(/\/sign-in\?from=/)
  await signIn(page, email, next)
  await expect(page).toHaveURL('/desk')
  for (const context of contexts) await context.close()
})

test('the list of people is narrowed in the address, which holds what was chosen and no more', async ({ as }) => {
  const { name, email } = newcomer()
  await person({ email, name, role: 'reviewer' })
  const page = await as('admin')
  await page.goto('/desk/people')
  await page.getByLabel('Name or e-mail').fill(email)
  await page.getByLabel('Role').selectOption('reviewer')
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(page).toHaveURL(`/desk/people?${new URLSearchParams({ q: email, role: 'reviewer' })}`)
  await expect(page.getByRole('heading', { name: '1 person' })).toBeVisible()
  await page.goto('/desk/people?q=&role=&state=&economy=')
  await expect(page).toHaveURL('/desk/people')
})
