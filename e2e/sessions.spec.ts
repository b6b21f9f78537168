// Who may go on: a person who is disabled, demoted or signed out everywhere is refused at the next request, and guessing passwords is slowed down for good.
import { randomBytes } from 'node:crypto'
import type { Page } from '@playwright/test'
import { changePerson } from '#lib/accounts/commands/change-person.ts'
import { operator, type Role } from '#lib/system/actor.ts'
import { expect, given, person, test, tick, write } from './fixtures.ts'

const password = 'a passphrase of the tests'

/** Somebody of their own, so that nobody of the demo is disabled. */
const somebody = async (role: Role) => {
  const name = `${role}-${randomBytes(3).toString('hex')}`
  return person({ email: `${name}@test.org`, name, role, password }) as Promise<{ email: `${string}@${string}`; name: string }>
}

async function signIn(page: Page, email: string, typed: string): Promise<void> {
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill(typed)
  const answered = page.waitForResponse((answer) => answer.url().includes('/api/auth/callback/credentials'))
  await page.getByRole('button', { name: 'Sign in' }).click()
  await answered
}

const failure = (page: Page) => page.getByRole('main').getByRole('alert')

test('a disabled person is refused at the next request, and their text stays in the form', async ({ as, sql, quiet }) => {
  quiet.allow(/401/)
  const { email } = await somebody('editor')
  const { ref } = await given.draft()
  const page = await as(email)
  await page.goto(`/desk/measures/${ref}/edit`)
  await write(page, 'Nobody else knows this sentence.')
  await changePerson(operator, { email, change: { disable: true } })

  await page.getByRole('button', { name: 'Save draft' }).click()
  await expect(failure(page)).toContainText('You are not signed in any more.')
  await expect(page.getByRole('textbox', { name: 'Description' })).toContainText('Nobody else knows this sentence.')
  const { rows } = await sql.query(`SELECT FROM revision WHERE content ->> 'description' LIKE '%Nobody else knows this sentence.%'`)
  expect(rows).toEqual([])

  const elsewhere = await page.context().newPage()
  await elsewhere.goto(`/desk/measures/${ref}`)
  await expect(elsewhere).toHaveURL(/\/sign-in\?from=/)
  await signIn(elsewhere, email, password)
  await expect(failure(elsewhere)).toHaveText('That e-mail address and password do not fit.')
})

test('a demoted reviewer approves nothing more, neither on the open page nor after signing in again', async ({ as, sql }) => {
  const { email } = await somebody('reviewer')
  const { ref } = await given.submitted()
  const page = await as(email)
  await page.goto(`/desk/review/${ref}`)
  await changePerson(operator, { email, change: { role: 'editor' } })

  await tick(page)
  await page.getByRole('button', { name: 'Approve this text' }).click()
  await expect(failure(page)).toContainText('You are not signed in any more.')
  await page.reload()
  await signIn(page, email, password)
  await expect(page).toHaveURL(`/desk/review/${ref}`)
  const approve = page.getByRole('button', { name: 'Approve this text' })
  await expect(approve).toHaveAttribute('aria-disabled', 'true')
  await expect(approve).toHaveAccessibleDescription('Only a reviewer or an administrator may approve.')
  const { rows } = await sql.query(
    'SELECT v.state FROM version v JOIN measure m ON m.id = v.measure_id WHERE m.ref = $1 AND NOT EXISTS (SELECT FROM approval a WHERE a.version_id = v.id)',
    [ref],
  )
  expect(rows).toEqual([{ state: 'in_review' }])
})

test('signing out everywhere ends the other sessions, too', async ({ as }) => {
  const { email, name } = await somebody('editor')
  const [here, there] = [await as(email), await as(email)]
  await here.goto('/desk')
  await there.goto('/desk')
  await here.getByRole('button', { name }).click()
  await here.getByRole('menuitem', { name: 'Sign out everywhere' }).click()
  await expect(here).toHaveURL('/')
  await there.getByRole('link', { name: 'Measures' }).click()
  await expect(there).toHaveURL(/\/sign-in/)
})

test('ten wrong passwords close the account for a while, wherever one comes from and whatever one types then', async ({
  page,
  browser,
  baseURL,
  quiet,
}) => {
  quiet.allow(/401/)
  const { email } = await somebody('editor')
  await page.goto('/sign-in')
  for (let attempt = 0; attempt < 10; attempt++) {
    await signIn(page, email, `guess ${attempt}`)
    await expect(failure(page)).toHaveText('That e-mail address and password do not fit.')
  }
  await signIn(page, email, password)
  await expect(failure(page)).toHaveText(/^Too many failed attempts\. Try again in 1[45] minutes\.$/)
  await expect(page.getByLabel('E-mail')).toHaveValue(email)

  const elsewhere = await browser.newPage({ baseURL: baseURL ?? '' })
  await elsewhere.goto('/sign-in')
  await signIn(elsewhere, email, password)
  await expect(failure(elsewhere)).toHaveText(/^Too many failed attempts/)
  await signIn(elsewhere, 'nobody-at-all@test.org', password)
  await expect(failure(elsewhere)).toHaveText('That e-mail address and password do not fit.')
  await elsewhere.close()
})
