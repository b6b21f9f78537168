// Autosave never lies and loses nothing: typing during a slow save, a network that is cut, a server that fails, an answer that is lost, a session that ended.
import type { Page, Route } from '@playwright/test'
import { submit } from '#lib/review/commands/submit.ts'
import { all, askers, everybody } from './askers.ts'
import { actor, contentWith, edit, expect, given, type On, practice, saving, test, write } from './fixtures.ts'

// Saves are ten seconds apart, and signs of life too.
test.describe.configure({ timeout: 90_000 })

const description = (page: Page) => page.getByRole('textbox', { name: 'Description' })
const textOf = async (on: On) => (await given.head(on)).content.description
const saved = /^All changes saved · \d\d:\d\d$/

/** Lets saves arrive and holds back their answers until they are released. */
async function slow(page: Page): Promise<() => void> {
  let release = () => {}
  const held = new Promise<void>((done) => {
    release = done
  })
  await page.route('**/save', async (route) => {
    await held
    await route.continue()
  })
  return release
}

test('what is typed is saved by itself, as one sitting; a named save stands apart', async ({ as, sql }) => {
  const on = await given.draft()
  const page = await as('editor')
  await edit(page, on)
  await expect(saving(page)).toHaveText('All changes saved')
  await write(page, 'Typed first.')
  await expect(saving(page)).toHaveText('Unsaved changes')
  await expect(saving(page)).toHaveText(saved)
  expect(await textOf(on)).toContain('Typed first.')
  await write(page, 'Typed next.')
  await expect(saving(page)).toHaveText('Unsaved changes')
  await expect(saving(page)).toHaveText(saved, { timeout: 15_000 })
  await page.keyboard.press('ControlOrMeta+s')
  const kinds = async () =>
    (
      await sql.query(
        'SELECT r.kind FROM revision r JOIN version v ON v.id = r.version_id JOIN measure m ON m.id = v.measure_id WHERE m.ref = $1 ORDER BY r.number',
        [on.ref],
      )
    ).rows.map(({ kind }) => kind)
  await expect.poll(kinds).toEqual(['save', 'save', 'autosave', 'autosave', 'save'])
  await page.goto(`/desk/measures/${on.ref}/history`)
  const history = page.getByRole('table', { name: 'Revisions, newest first' }).locator('tbody tr')
  await expect(history).toHaveText([/1\.5/, /1\.4.*autosaved since 1\.3/, /1\.2/, /1\.1/])
  await page.goto(`/desk/measures/${on.ref}`)
  await expect(page.getByText('autosaved revisions 3 to 4')).toBeVisible()
})

test('D1 what is typed, moved and removed during a slow save is there afterwards', async ({ as }) => {
  const on = await given.draft({
    bases: [practice('a', 'First practice', 'Reported in 2019'), practice('b', 'Second practice', 'Reported in 2020')],
    sources: [{ id: 's', title: 'A source', url: '' }],
  })
  const page = await as('editor')
  await edit(page, on)
  const release = await slow(page)
  await write(page, 'Before.')
  await expect(saving(page)).toHaveText('Saving…')
  await write(page, 'During.')
  await page.getByRole('button', { name: 'Move basis 2 up' }).click()
  await page.getByRole('button', { name: 'Remove source 1' }).click()
  await page.getByRole('textbox', { name: 'Title of the practice' }).first().fill('Second practice, renamed')
  release()
  await expect(saving(page)).toHaveText(saved, { timeout: 20_000 })
  const { content } = await given.head(on)
  expect(content.description).toMatch(/ Before\. During\.$/)
  expect(content.bases.map(({ id, title }) => [id, title])).toEqual([
    ['b', 'Second practice, renamed'],
    ['a', 'First practice'],
  ])
  expect(content.sources).toEqual([])
})

test('D2 without a network nothing is called saved, it is kept on this device, and saved when the network is back', async ({
  as,
  quiet,
}) => {
  quiet.allow(/ERR_INTERNET_DISCONNECTED/)
  const on = await given.draft()
  const page = await as('editor')
  await edit(page, on)
  await page.context().setOffline(true)
  await write(page, 'Written on a train.')
  await expect(saving(page)).toHaveText('Offline. Kept on this device; saved when the connection is back.')
  await page.getByRole('button', { name: 'Save draft' }).click()
  await expect(page.getByText('Not saved: the server could not be reached. Your text is kept here.')).toBeVisible()
  await expect(saving(page)).toHaveText(/^Offline/)
  expect(await textOf(on)).not.toContain('train')
  await page.context().setOffline(false)
  await expect(saving(page)).toHaveText(saved)
  expect(await textOf(on)).toContain('Written on a train.')
})

const lies: Record<string, (route: Route) => Promise<void>> = {
  'an error': (route) => route.fulfill({ status: 500, json: { ok: false, kind: 'failed', message: 'Something went wrong.' } }),
  'an error page of a proxy': (route) => route.fulfill({ status: 502, contentType: 'text/html', body: '<h1>Bad gateway</h1>' }),
  'the page of a hotel': (route) => route.fulfill({ status: 200, contentType: 'text/html', body: '<h1>Welcome to our Wi-Fi</h1>' }),
  'a redirect': (route) => route.fulfill({ status: 302, headers: { location: '/' } }),
  'half an answer': (route) => route.fulfill({ status: 200, json: { ok: true } }),
}
for (const [name, answer] of Object.entries(lies)) {
  test(`D2 ${name} is not called saved; it is tried again by itself`, async ({ as, quiet }) => {
    quiet.allow(/50[02]|Failed to load|ERR_FAILED/)
    const on = await given.draft()
    const page = await as('editor')
    await edit(page, on)
    await page.route('**/save', answer, { times: 1 })
    await write(page, 'Not answered.')
    await expect(saving(page)).toHaveText(/^Not saved: .*Kept on this device; tried again by itself\.$/)
    await expect(saving(page)).toHaveText(saved)
    expect(await textOf(on)).toContain('Not answered.')
  })
}

test('D4 a save whose answer was lost is no conflict with oneself', async ({ as, quiet }) => {
  quiet.allow(/ERR_FAILED|409/)
  const on = await given.draft()
  const page = await as('editor')
  await edit(page, on)
  await page.route(
    '**/save',
    async (route) => {
      await route.fetch()
      await write(page, 'And goes on.')
      await route.abort()
    },
    { times: 1 },
  )
  await write(page, 'The answer is lost.')
  await expect(saving(page)).toHaveText(saved, { timeout: 20_000 })
  const head = await given.head(on)
  expect(head.content.description).toMatch(/The answer is lost\. And goes on\.$/)
  expect(head.number).toBe(4)
})

test('D6 a session that ended: one signs in again in place, the text is kept, and saving goes on', async ({ as, quiet }) => {
  quiet.allow(/401/)
  const on = await given.draft()
  const page = await as('editor')
  await edit(page, on)
  await page.context().clearCookies()
  await write(page, 'Written through the night.')
  await expect(saving(page)).toHaveText(/^Not saved: You are not signed in any more/)
  await page.getByRole('button', { name: 'Sign in here' }).click()
  const dialog = page.getByRole('dialog', { name: 'Sign in again' })
  await expect(dialog.getByLabel('E-mail')).toHaveValue('editor@example.org')
  await dialog.getByLabel('Password').fill(process.env.DEMO_PASSWORD ?? '')
  await dialog.getByRole('button', { name: 'Sign in' }).click()
  await expect(dialog).toBeHidden()
  await expect(saving(page)).toHaveText(saved)
  expect(await textOf(on)).toContain('Written through the night.')
})

test('what one person typed is never saved in the name of another who signed in since', async ({ as, quiet }) => {
  quiet.allow(/401/)
  const on = await given.draft()
  const [page, other] = [await as('editor'), await as('editor2')]
  await edit(page, on)
  await page.context().addCookies(await other.context().cookies())
  await write(page, 'By Edith.')
  await expect(saving(page)).toHaveText(/^Not saved: Emil Okafor is signed in in this browser now/)
  expect((await given.head(on)).number).toBe(2)
})

test('a version that went to review meanwhile is not pulled back, and the text is kept', async ({ as, quiet }) => {
  quiet.allow(/403/)
  const on = await given.draft()
  const page = await as('editor')
  await edit(page, on)
  await submit(await actor('editor2'), { ...on, basedOn: 2 })
  await write(page, 'Too late.')
  await expect(saving(page)).toHaveText(/^Not saved: This version is in review .* Kept on this device\.$/)
  expect((await given.head(on)).number).toBe(2)
})

test('what cannot be saved as it is stays on this device, and says where', async ({ as }) => {
  const on = await given.draft()
  const page = await as('editor')
  await edit(page, on)
  await page.getByLabel('Address of the text').fill('not an address')
  await expect(saving(page)).toHaveText('Not saved: one field needs attention. Kept on this device.')
  await page.getByRole('button', { name: 'Show me where' }).click()
  await expect(page.getByRole('link', { name: /^Basis 1, address/ }).first()).toBeFocused()
})

test('a browser that crashes: the last text is offered back', async ({ as, quiet }) => {
  quiet.allow(/ERR_INTERNET_DISCONNECTED/)
  const on = await given.draft()
  const page = await as('editor')
  await edit(page, on)
  const context = page.context()
  // A request that is held up on its way would be let go when the page is closed.
  await context.setOffline(true)
  await write(page, 'The last words.')
  await expect(saving(page)).toHaveText(/^Offline/)
  await page.close()
  await context.setOffline(false)
  const again = await context.newPage()
  await edit(again, on)
  await again.getByRole('button', { name: 'Restore' }).click()
  await expect(description(again)).toContainText('The last words.')
  await expect(saving(again)).toHaveText(saved)
})

test('a program that was updated since the form was opened: it saves all the same, and says what to do', async ({ as, quiet }) => {
  quiet.allow(/404/)
  const on = await given.draft()
  const page = await as('editor')
  await edit(page, on)
  // What the server answers to an action of an earlier build.
  await page.route('**/edit', (route) =>
    route.request().method() === 'POST'
      ? route.fulfill({
          status: 404,
          headers: { 'x-nextjs-action-not-found': '1' },
          contentType: 'text/plain',
          body: 'Server action not found.',
        })
      : route.continue(),
  )
  await write(page, 'Written over a deployment.')
  await page.getByRole('button', { name: 'Submit for review' }).click()
  await expect(page.getByText('the program was updated since you opened this page. Reload it and go on.')).toBeVisible()
  expect(await textOf(on)).toContain('Written over a deployment.')
  await page.getByRole('button', { name: 'Reload' }).click()
  await expect(description(page)).toContainText('Written over a deployment.')
})

everybody('L7 a save over HTTP: who may', async ({ ask, sql }) => {
  const answers = all('200', { anonymous: '401', disabled: '401', foreigner: '403' })
  const names = { editor: 'editor', reviewer: 'reviewer', administrator: 'admin' } as const
  for (const asker of askers) {
    const on = await given.draft()
    const request = await ask(asker)
    const newest = (await sql.query('SELECT max(id) AS id FROM person')).rows[0].id
    const by = asker in names ? (await actor(names[asker as keyof typeof names])).id : newest
    const data = { version: 1, basedOn: 2, kind: 'autosave', by, content: contentWith({ coverage: 'Changed' }) }
    const address = `/desk/measures/${on.ref}/save`
    expect(String((await request.post(address, { data })).status()), asker).toBe(answers[asker])
    expect((await given.head(on)).number, asker).toBe(answers[asker] === '200' ? 3 : 2)
    const elsewhere = await request.post(address, { data, headers: { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' } })
    expect(elsewhere.ok(), asker).toBe(false)
  }
})
