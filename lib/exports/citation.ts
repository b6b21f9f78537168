// How to cite one published version: its permanent address as APA, BibTeX, RIS and CSL-JSON. It reads no data and no clock.
import type { PublishedMeasure } from '#lib/published/schema.ts'
import { monthNames } from '#lib/timeline/calendar.ts'

/** What a citation names: never the text, only where it stands and which bytes stood there. */
type Cited = Pick<PublishedMeasure, 'ref' | 'economy' | 'subPillar' | 'links'> & {
  version: Pick<PublishedMeasure['version'], 'number' | 'publishedAt' | 'digest' | 'state'>
}

export const publisher = 'As Amended'

/** The formats by the ending of their address. */
export const citationFormats = {
  txt: { name: 'APA', mediaType: 'text/plain; charset=utf-8', write: (measure: Cited, baseUrl: string) => `${apa(measure, baseUrl)}\n` },
  bib: { name: 'BibTeX', mediaType: 'application/x-bibtex; charset=utf-8', write: bibtex },
  ris: { name: 'RIS', mediaType: 'application/x-research-info-systems; charset=utf-8', write: ris },
  json: { name: 'CSL-JSON', mediaType: 'application/vnd.citationstyles.csl+json; charset=utf-8', write: csl },
} as const
export type CitationFormat = keyof typeof citationFormats

/** The address of a citation file, below that of its version. */
export const citationPath = ({ links }: Pick<Cited, 'links'>, format: CitationFormat): string => `${links.version}/citation.${format}`

/** The parts of a citation; the day is that of publication, in UTC as everywhere in the record. */
function partsOf({ ref, economy, subPillar, version, links }: Cited, baseUrl: string) {
  const [year = '', month = '', day = ''] = version.publishedAt.slice(0, 10).split('-')
  return {
    id: `${ref}-v${version.number}`,
    title: oneLine(`${ref}: ${economy.name}, ${subPillar.name}`),
    date: { year, month, day },
    number: String(version.number),
    url: `${baseUrl}${links.version}`,
    note: `${version.state === 'withdrawn' ? 'Withdrawn. ' : ''}SHA-256 digest ${version.digest}`,
  }
}

/** APA, 7th edition, section 10.9 (data sets), as plain text; the address comes last. */
export function apa(measure: Cited, baseUrl: string): string {
  return `${apaBeforeAddress(measure)} ${partsOf(measure, baseUrl).url}`
}

/** The same without the address, for pages that make a link of it. */
export function apaBeforeAddress(measure: Cited): string {
  const { title, date, number } = partsOf(measure, '')
  return `${publisher}. (${date.year}, ${monthNames[Number(date.month) - 1]} ${Number(date.day)}). ${title} (Version ${number}) [Data set].`
}

const bibtexMarks: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
}

/** A text in which LaTeX reads every character as itself; letters of all scripts stay UTF-8. */
export const escapeBibtex = (text: string): string =>
  oneLine(text).replace(/[\\{}~^#$%&_]/g, (character) => bibtexMarks[character] ?? `\\${character}`)

/** One `@misc` entry; the double braces keep the capitals of names. */
function bibtex(measure: Cited, baseUrl: string): string {
  const { id, title, date, number, url, note } = partsOf(measure, baseUrl)
  const fields = [
    ['author', `{{${escapeBibtex(publisher)}}}`],
    ['title', `{{${escapeBibtex(title)}}}`],
    ['year', `{${date.year}}`],
    ['month', (monthNames[Number(date.month) - 1] ?? '').slice(0, 3).toLowerCase()],
    ['date', `{${date.year}-${date.month}-${date.day}}`],
    ['version', `{${number}}`],
    ['howpublished', `{Data set, version ${number}}`],
    ['url', `{${url}}`],
    ['note', `{${escapeBibtex(note)}}`],
  ]
  return `@misc{${id},\n${fields.map(([name, value]) => `  ${name} = ${value},`).join('\n')}\n}\n`
}

/** One RIS record: a tag a line, CRLF, closed by ER. */
function ris(measure: Cited, baseUrl: string): string {
  const { id, title, date, number, url, note } = partsOf(measure, baseUrl)
  const lines = [
    ['TY', 'DATA'],
    ['ID', id],
    ['AU', publisher],
    ['TI', title],
    ['PY', date.year],
    ['DA', `${date.year}/${date.month}/${date.day}`],
    ['ET', `Version ${number}`],
    ['PB', publisher],
    ['LA', 'en'],
    ['UR', url],
    ['N1', note],
    ['ER', ''],
  ]
  return lines.map(([tag, value = '']) => `${tag}  - ${oneLine(value)}\r\n`).join('')
}

/** A CSL-JSON list of one item (schema 1.0.2). */
function csl(measure: Cited, baseUrl: string): string {
  const { id, title, date, number, url, note } = partsOf(measure, baseUrl)
  const item = {
    id,
    type: 'dataset',
    title,
    author: [{ literal: publisher }],
    issued: { 'date-parts': [[Number(date.year), Number(date.month), Number(date.day)]] },
    version: number,
    publisher,
    URL: url,
    language: 'en',
    note,
  }
  return `${JSON.stringify([item], null, 2)}\n`
}

/** A name could contain a line end, and a line end would begin another field. */
const oneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim()
