// The record's changes as Atom (RFC 4287, paged as RFC 5005) and JSON Feed 1.1: kind and note of each change, on what the measure rests and what changed in words, never the prose of a measure. It reads no data.
import { XMLBuilder } from 'fast-xml-parser'
import type { ChangeKind } from '#lib/measures/content.ts'
import type { PublicChange } from '#lib/published/change-queries.ts'
import { approvedSentence, waitingSentence } from '#lib/published/emergency.ts'

/** One change. `path` is the permanent address of the version; a withdrawal has the same and an id of its own. */
export type FeedEntry = {
  at: string
  ref: string
  economy: string
  /** On what the measure rests; '' of a withdrawal, which repeats nothing. */
  title: string
  number: number
  kind: ChangeKind | 'first version' | 'withdrawal'
  note: string
  /** What differs from the version before, a sentence a change. */
  words: string[]
  /** What readers are told of a version that no second person approved before it was published; ''. */
  mark: string
}
/** Paths are below `baseUrl`; `self` and the pages are those of the format that is written. */
export type FeedPage = { title: string; baseUrl: string; html: string; self: string; first?: string; previous?: string; next?: string }

/** The entries of a list of changes; what was published in a release is one entry for each measure. */
export const entriesOfChanges = (changes: readonly PublicChange[]): FeedEntry[] =>
  changes.flatMap((change) => {
    const { at } = change
    const measures = change.is === 'release' ? change.measures : [change.measure]
    return measures.map(({ ref, economy, title, number, changeKind, changeNote, words, publishedAt, emergency }): FeedEntry => {
      const withdrawn = change.is === 'withdrawal'
      return {
        at,
        ref,
        economy,
        title: withdrawn ? '' : title,
        number,
        kind: withdrawn ? 'withdrawal' : (changeKind ?? 'first version'),
        note: withdrawn ? change.reason : changeNote,
        words,
        mark: withdrawn ? '' : waitingSentence({ publishedAt, emergency }) || approvedSentence({ emergency }),
      }
    })
  })

const titleOf = ({ ref, economy, title, kind }: FeedEntry): string =>
  kind === 'withdrawal' ? `${ref}, ${economy}: withdrawn` : `${ref}, ${economy}, ${kind}: ${title}`
const pathOf = ({ ref, number }: FeedEntry): string => `/measures/${ref}/versions/${number}`
const idOf = (entry: FeedEntry): string => `${pathOf(entry)}${entry.kind === 'withdrawal' ? '#withdrawn' : ''}`

/** A feed without entries was last updated when nothing had been said: the epoch, so that its bytes stay the same. */
const updatedOf = (entries: readonly FeedEntry[]): string => entries[0]?.at ?? '1970-01-01T00:00:00.000Z'

// XML 1.0 has no way to write these characters, not even escaped.
const xmlText = (text: string): string =>
  text.toWellFormed().replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, ' ')

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
const htmlOf = ({ note, words, mark }: FeedEntry): string =>
  `${mark === '' ? '' : `<p><strong>${escaped(mark)}</strong></p>`}${note === '' ? '' : `<p>${escaped(note)}</p>`}<ul>${words.map((one) => `<li>${escaped(one)}</li>`).join('')}</ul>`

const noteOf = ({ note, kind }: FeedEntry): string => (note === '' && kind === 'first version' ? 'Published for the first time.' : note)
const summaryOf = (entry: FeedEntry): string => [entry.mark, noteOf(entry)].filter((part) => part !== '').join(' ')

const builder = new XMLBuilder({ ignoreAttributes: false, attributeNamePrefix: '@', suppressEmptyNode: true, format: true })

export function atom(feed: FeedPage, entries: readonly FeedEntry[]): string {
  const link = (rel: string, path: string | undefined, type: string) =>
    path === undefined ? [] : [{ '@rel': rel, '@type': type, '@href': feed.baseUrl + path }]
  const type = 'application/atom+xml'
  return builder.build({
    '?xml': { '@version': '1.0', '@encoding': 'utf-8' },
    feed: {
      '@xmlns': 'http://www.w3.org/2005/Atom',
      '@xml:lang': 'en',
      id: feed.baseUrl + (feed.first ?? feed.self),
      title: xmlText(feed.title),
      updated: updatedOf(entries),
      author: { name: 'As Amended', uri: feed.baseUrl },
      link: [
        ...link('self', feed.self, type),
        ...link('alternate', feed.html, 'text/html'),
        ...link('first', feed.first, type),
        ...link('previous', feed.previous, type),
        ...link('next', feed.next, type),
      ],
      entry: entries.map((entry) => ({
        id: feed.baseUrl + idOf(entry),
        title: xmlText(titleOf(entry)),
        published: entry.at,
        updated: entry.at,
        link: { '@rel': 'alternate', '@type': 'text/html', '@href': feed.baseUrl + pathOf(entry) },
        category: { '@term': entry.kind },
        summary: { '@type': 'text', '#text': xmlText(summaryOf(entry)) },
        ...(entry.words.length > 0 || entry.mark !== '' ? { content: { '@type': 'html', '#text': xmlText(htmlOf(entry)) } } : {}),
      })),
    },
  }) as string
}

export function jsonFeed(feed: FeedPage, entries: readonly FeedEntry[]): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.baseUrl + feed.html,
    feed_url: feed.baseUrl + feed.self,
    ...(feed.next === undefined ? {} : { next_url: feed.baseUrl + feed.next }),
    language: 'en',
    authors: [{ name: 'As Amended', url: feed.baseUrl }],
    items: entries.map((entry) => ({
      id: feed.baseUrl + idOf(entry),
      url: feed.baseUrl + pathOf(entry),
      title: titleOf(entry),
      content_text: [entry.mark, noteOf(entry), ...entry.words.map((words) => `• ${words}`)].filter((line) => line !== '').join('\n'),
      date_published: entry.at,
      tags: [entry.kind],
      _as_amended: { ref: entry.ref, version: entry.number, changeKind: entry.kind, changes: entry.words },
    })),
  })
}
