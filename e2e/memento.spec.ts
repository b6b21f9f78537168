// Memento (RFC 7089) over HTTP: from the page to its TimeGate, through it to the version of a day, and from there to every other.
import { published } from '#lib/testing/builders.ts'
import { actor, contentWith, expect, given, test } from './fixtures.ts'

const parsed = (header = '') =>
  [...header.matchAll(/<([^>]+)>((?:; ?[\w*]+="[^"]*")*)/g)].map(([, address = '', attributes = '']) => ({
    path: address.replace(/^https?:\/\/[^/]+/, ''),
    ...Object.fromEntries([...attributes.matchAll(/(\w+)="([^"]*)"/g)].map(([, name = '', value]) => [name, value])),
  })) as { path: string; rel?: string; datetime?: string; type?: string; from?: string }[]
const withRel = (header: string | undefined, rel: string) => parsed(header).find((one) => one.rel?.split(' ').includes(rel))

test('a page leads to its TimeGate, the TimeGate to the version of a moment, the version to the page', async ({ request, sql }) => {
  const first = contentWith()
  const { ref } = await given.published(first)
  const on = await given.amendment(ref, { ...first, coverage: 'Post', changeKind: 'correction', changeNote: 'It was wrong.' })
  // HTTP counts in seconds: the two versions must not share one.
  await expect
    .poll(
      async () =>
        (await sql.query("SELECT now() - published_at > interval '1.1 seconds' AS later FROM published.version WHERE ref = $1", [ref]))
          .rows[0].later,
    )
    .toBe(true)
  await published({ editor: await actor('editor'), reviewer: await actor('reviewer') }, on)

  const original = await request.get(`/measures/${ref}`)
  const gate = withRel(original.headers().link, 'timegate')?.path ?? ''
  const map = withRel(original.headers().link, 'timemap')
  expect([gate, map?.path, map?.type]).toEqual([`/timegate/measures/${ref}`, `/timemap/measures/${ref}`, 'application/link-format'])
  expect(original.headers()['memento-datetime']).toBeUndefined()

  const entries = parsed(await (await request.get(map?.path ?? '')).text())
  expect(entries.map(({ rel }) => rel)).toEqual(['original', 'self', 'timegate', 'first memento', 'last memento'])
  expect((await request.get(map?.path ?? '')).headers()['content-type']).toBe('application/link-format')

  for (const [asked, number] of [
    [entries[3]?.datetime, 1],
    [entries[4]?.datetime, 2],
    ['Thu, 31 May 2007 20:35:00 GMT', 1],
    ['Fri, 31 May 2999 20:35:00 GMT', 2],
    [undefined, 2],
  ] as const) {
    const headers: Record<string, string> = asked === undefined ? {} : { 'accept-datetime': asked }
    for (const method of ['GET', 'HEAD']) {
      const answer = await request.fetch(gate, { method, headers, maxRedirects: 0 })
      expect([answer.status(), answer.headers().vary?.toLowerCase().includes('accept-datetime')], `${method} ${asked}`).toEqual([302, true])
      expect(answer.headers().location, `${method} ${asked}`).toMatch(new RegExp(`^https?://[^/]+/measures/${ref}/versions/${number}$`))
      expect(withRel(answer.headers().link, 'original')?.path).toBe(`/measures/${ref}`)
      expect(answer.headers()['memento-datetime'], 'a TimeGate is no memento').toBeUndefined()
    }
  }
  const memento = await request.get(`/measures/${ref}/versions/1`)
  expect(memento.headers()['memento-datetime']).toBe(entries[3]?.datetime)
  expect(withRel(memento.headers().link, 'original')?.path).toBe(`/measures/${ref}`)
  expect(withRel(memento.headers().link, 'next')).toMatchObject({ path: `/measures/${ref}/versions/2`, datetime: entries[4]?.datetime })
  expect(await memento.text()).toContain('Horizontal')
})

test('L5 what is no date, no measure or no version has no place in time', async ({ request }) => {
  const { ref } = await given.published()
  const draft = await given.draft()
  const open = await given.amendment(ref)
  expect((await request.get(`/timegate/measures/${ref}`, { headers: { 'accept-datetime': 'yesterday' } })).status()).toBe(400)
  for (const none of [draft.ref, 'KZ-9876', 'KZ'])
    for (const service of ['timegate', 'timemap'])
      expect((await request.get(`/${service}/measures/${none}`, { maxRedirects: 0 })).status(), none).toBe(404)
  const answer = await request.get(`/measures/${ref}/versions/${open.version}`)
  expect([answer.status(), answer.headers()['memento-datetime']]).toEqual([404, undefined])
  expect(await (await request.get(`/timemap/measures/${ref}`)).text()).not.toContain('/versions/2')
})
