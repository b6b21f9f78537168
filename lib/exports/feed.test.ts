// Feeds: valid XML whatever a note says, stable ids, newest first, and nothing but kinds and notes.
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { expect, test } from 'vitest'
import type { PublicChange } from '#lib/published/change-queries.ts'
import { atom, entriesOfChanges, jsonFeed } from './feed.ts'

const measure = {
  ref: 'KZ-0007',
  number: 2,
  economy: 'Kazakhstan',
  title: 'Law on Postal Services',
  changeKind: 'correction' as const,
  economyCode: 'KZ',
  words: ['Entry into force added: May 2018', 'Coverage changed: “A” → “<b> & c”'],
  publishedAt: '2024-01-01T00:00:00.000Z',
  emergency: null,
  changeNote: 'It said <b>"5 & 6"</b> ]]> Право \u0001\uFFFF',
}
const changes: PublicChange[] = [
  { is: 'withdrawal', key: 'w', at: '2024-03-01T00:00:00.000Z', measure: { ...measure, words: [] }, reason: 'Entered twice.' },
  {
    is: 'release',
    key: 'r',
    of: 2,
    at: '2024-02-01T00:00:00.000Z',
    id: 1,
    actRef: 'ACT-0001',
    actTitle: 'Act',
    change: 'amended',
    note: 'x',
    measures: [measure, { ...measure, ref: 'KZ-0008' }],
  },
  {
    is: 'publication',
    key: 'p',
    at: '2024-01-01T00:00:00.000Z',
    measure: { ...measure, number: 1, changeKind: null, changeNote: '', words: [] },
  },
]
const page = { title: 'Changes', baseUrl: 'https://measures.example.org', html: '/changes', self: '/feeds/atom.xml?page=2&x=1', next: '/n' }
const read = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '@', isArray: (name) => name === 'entry' || name === 'link' })

test('Atom is well-formed, has what RFC 4287 requires, and says notes as they are', () => {
  const xml = atom(page, entriesOfChanges(changes))
  expect(XMLValidator.validate(xml)).toBe(true)
  const { feed } = read.parse(xml)
  expect(feed['@xmlns']).toBe('http://www.w3.org/2005/Atom')
  expect(feed).toMatchObject({ id: expect.stringMatching(/^https:/), title: 'Changes', updated: '2024-03-01T00:00:00.000Z' })
  expect(feed.author.name).toBe('As Amended')
  expect(feed.link.map((link: Record<string, string>) => [link['@rel'], link['@href']])).toEqual([
    ['self', 'https://measures.example.org/feeds/atom.xml?page=2&x=1'],
    ['alternate', 'https://measures.example.org/changes'],
    ['next', 'https://measures.example.org/n'],
  ])
  expect(feed.entry).toHaveLength(4)
  for (const entry of feed.entry) for (const name of ['id', 'title', 'updated', 'link', 'summary']) expect(entry).toHaveProperty(name)
  expect(new Set(feed.entry.map(({ id }: { id: string }) => id)).size).toBe(4)
  expect(feed.entry[0]).toMatchObject({
    id: 'https://measures.example.org/measures/KZ-0007/versions/2#withdrawn',
    title: 'KZ-0007, Kazakhstan: withdrawn',
  })
  expect(feed.entry.slice(1).map(({ title }: { title: string }) => title)).toEqual([
    'KZ-0007, Kazakhstan, correction: Law on Postal Services',
    'KZ-0008, Kazakhstan, correction: Law on Postal Services',
    'KZ-0007, Kazakhstan, first version: Law on Postal Services',
  ])
  expect(feed.entry[3].summary['#text']).toBe('Published for the first time.')
  expect(feed.entry[1].summary['#text']).toBe('It said <b>"5 & 6"</b> ]]> Право')
  expect(feed.entry[1].content['#text']).toContain(
    '<li>Entry into force added: May 2018</li><li>Coverage changed: “A” → “&lt;b&gt; &amp; c”</li>',
  )
  expect([feed.entry[0].content, feed.entry[3].content]).toEqual([undefined, undefined])
  for (const forbidden of ['\u0001', '\uFFFF']) expect(xml).not.toContain(forbidden)
  expect(JSON.stringify(feed.entry[0])).not.toContain('Law on Postal Services')
})

test('JSON Feed 1.1 has the same entries', () => {
  const feed = JSON.parse(jsonFeed(page, entriesOfChanges(changes)))
  expect(feed).toMatchObject({ version: 'https://jsonfeed.org/version/1.1', next_url: 'https://measures.example.org/n' })
  expect(feed.items.map(({ tags }: { tags: string[] }) => tags[0])).toEqual(['withdrawal', 'correction', 'correction', 'first version'])
  expect(feed.items[1].content_text).toMatch(/\n• Entry into force added: May 2018\n• Coverage/)
  for (const item of feed.items)
    expect(item).toMatchObject({ id: expect.any(String), url: expect.any(String), content_text: expect.any(String) })
})

test('a feed without entries is valid too, and the same at every hour', () => {
  expect(XMLValidator.validate(atom(page, []))).toBe(true)
  expect(atom(page, [])).toBe(atom(page, []))
})

test('what was published in an emergency is marked in both formats, and by whom it was approved afterwards', () => {
  const told = (approved: { at: string; by: string } | null) =>
    entriesOfChanges([
      {
        is: 'publication',
        key: 'p',
        at: measure.publishedAt,
        measure: { ...measure, emergency: { publishedBy: 'Ada', reason: 'A court stopped it & <now>.', approved } },
      },
    ])
  const waiting = told(null)
  expect(read.parse(atom(page, waiting)).feed.entry[0].summary['#text']).toMatch(
    /^Published in an emergency on 1 January 2024 by Ada, without a second person’s approval: A court stopped it & <now>\. It said/,
  )
  expect(read.parse(atom(page, waiting)).feed.entry[0].content['#text']).toContain('A court stopped it &amp; &lt;now&gt;.')
  expect(JSON.parse(jsonFeed(page, waiting)).items[0].content_text).toMatch(/^Published in an emergency on 1 January 2024 by Ada, without/)
  const approved = JSON.parse(jsonFeed(page, told({ at: '2024-01-03T00:00:00.000Z', by: 'Rita' }))).items[0].content_text
  expect(approved).toMatch(/^Published in an emergency, approved afterwards on 3 January 2024 by Rita\./)
  expect(approved).not.toContain('without')
})
