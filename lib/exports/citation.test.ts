// Citations: every format names the permanent address, and no character of a name escapes its field.
import { expect, test } from 'vitest'
import { apa, citationFormats, citationPath, escapeBibtex } from './citation.ts'

const cited = {
  ref: 'KZ-0007',
  economy: { code: 'KZ', name: 'Kazakhstan' },
  subPillar: { code: '8.3', name: 'User identity requirement' },
  version: { number: 3, publishedAt: '2022-03-04T23:59:59.999Z', digest: 'ab12', state: 'superseded' as const },
  links: { self: '', html: '/measures/KZ-0007', version: '/measures/KZ-0007/versions/3', versions: '' },
}
const named = (name: string) => ({ ...cited, subPillar: { code: '8.3', name } })
const base = 'https://measures.example.org'
const address = `${base}/measures/KZ-0007/versions/3`

test('APA has the day of publication in UTC, the version and the permanent address last', () => {
  expect(apa(cited, base)).toBe(
    `As Amended. (2022, March 4). KZ-0007: Kazakhstan, User identity requirement (Version 3) [Data set]. ${address}`,
  )
})

test('every format names the permanent address, and a file of its own', () => {
  for (const [ending, { write }] of Object.entries(citationFormats)) expect(write(cited, base), ending).toContain(address)
  expect(citationPath(cited, 'bib')).toBe('/measures/KZ-0007/versions/3/citation.bib')
})

test('BibTeX escapes what LaTeX would read', () => {
  expect(escapeBibtex('a\\b {c} 5% & $1 #2 _x ~ ^')).toBe(
    'a\\textbackslash{}b \\{c\\} 5\\% \\& \\$1 \\#2 \\_x \\textasciitilde{} \\textasciicircum{}',
  )
  const entry = citationFormats.bib.write(named('Fees },\n evil = {1} & “Закон”'), base)
  expect(entry).toContain('title = {{KZ-0007: Kazakhstan, Fees \\}, evil = \\{1\\} \\& “Закон”}},')
  expect(entry.startsWith('@misc{KZ-0007-v3,\n')).toBe(true)
  expect(entry).toContain('month = mar,')
  const plain = entry.replaceAll(/\\[{}]/g, '')
  expect(plain.split('{').length).toBe(plain.split('}').length)
})

test('RIS begins no field inside a value, and keeps Cyrillic', () => {
  const record = citationFormats.ris.write(named('Об информации\r\nER  - \r\nTY  - BOOK'), base)
  const lines = record.split('\r\n')
  expect(lines.filter((line) => /^(TY|ER)/.test(line))).toEqual(['TY  - DATA', 'ER  - '])
  expect(lines.every((line) => line === '' || /^[A-Z][A-Z0-9] {2}- /.test(line))).toBe(true)
  expect(record).toContain('TI  - KZ-0007: Kazakhstan, Об информации ER - TY - BOOK')
})

test('CSL-JSON is a list of one data set, and quotes stay inside it', () => {
  const [item] = JSON.parse(citationFormats.json.write(named('"Право" \\ </script>'), base))
  expect(item).toMatchObject({
    id: 'KZ-0007-v3',
    type: 'dataset',
    title: 'KZ-0007: Kazakhstan, "Право" \\ </script>',
    issued: { 'date-parts': [[2022, 3, 4]] },
    URL: address,
  })
})

test('a withdrawn version is cited as one', () => {
  const withdrawn = { ...cited, version: { ...cited.version, state: 'withdrawn' as const } }
  for (const format of ['bib', 'ris', 'json'] as const)
    expect(citationFormats[format].write(withdrawn, base)).toContain('Withdrawn. SHA-256')
})
