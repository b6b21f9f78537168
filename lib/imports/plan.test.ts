import { describe, expect, test } from 'vitest'
import { type Content, content } from '#lib/measures/content.ts'
import { economies } from '#prisma/reference/economies.ts'
import { pillars } from '#prisma/reference/taxonomy.ts'
import { fingerprintOf, planImport } from './plan.ts'
import { readFile } from './read-file.ts'
import { examplePage } from './reference-page.examples.ts'
import { readReferencePage } from './reference-page.ts'

const names = { pillars, economies }
const { items } = readReferencePage(examplePage, names)
const contentAt = (index: number): Content => items[index]?.content ?? expect.unreachable()
// biome-ignore lint/suspicious/noExplicitAny: each change reaches into one known shape of the fixture
type Draft = any
const outcomes = (plan: ReturnType<typeof planImport>) => plan.map(({ outcome }) => outcome)

describe('the plan', () => {
  test('creates what is new', () => expect(new Set(outcomes(planImport(items, [])))).toEqual(new Set(['create'])))

  test('leaves what exists, and names it', () => {
    const plan = planImport(items, [
      { ref: 'KZ-0007', content: contentAt(0) },
      { ref: 'KZ-0009', content: contentAt(0) },
      { ref: 'EU-0001', content: contentAt(1) },
    ])
    expect(plan[0]).toMatchObject({ outcome: 'same', ref: 'KZ-0007', firstLine: null })
    expect(new Set(outcomes(plan.slice(1)))).toEqual(new Set(['create']))
  })

  test('leaves what is in the file twice, and names the first line', () => {
    const page = readReferencePage(`${examplePage}\n\n${examplePage}`, names)
    const plan = planImport(page.items, [])
    expect(plan[0]?.outcome).toBe('create')
    expect(plan[items.length]).toMatchObject({ outcome: 'same', ref: null, firstLine: items[0]?.line })
    expect(outcomes(plan).filter((outcome) => outcome === 'create')).toHaveLength(items.length)
  })

  test('does nothing with a problem, nor with one twice', () => {
    const page = readReferencePage(`${examplePage}\n\n${examplePage}`.replaceAll('Framework for data protection', 'x'), names)
    const plan = planImport(page.items, [{ ref: 'KZ-0001', content: page.items[0]?.content ?? contentAt(0) }])
    expect(plan[0]?.outcome).toBe('problem')
    expect(plan[items.length]?.outcome).toBe('problem')
  })

  test('of a file that cannot be decoded is empty', () => {
    const page = readFile(Buffer.from('KAZAKHSTAN\n\0'), names)
    if (page.subject !== 'measures') return expect.unreachable()
    expect(page).toMatchObject({ items: [], problems: [{ line: 2 }] })
    expect(planImport(page.items, [])).toEqual([])
  })
})

describe('the fingerprint', () => {
  const base: Content = content.parse({
    ...contentAt(1),
    bases: [
      ...contentAt(1).bases,
      { id: 'n', kind: 'absence', title: 'None', absence: null },
      { id: 'f', kind: 'figure', title: 'Rate', value: '1', unit: '%', year: '2020' },
    ],
  })
  const changed = (change: (copy: Draft) => void): Content => {
    const copy = structuredClone(base)
    change(copy)
    return copy
  }

  test.each([
    ['ids', (copy: Draft) => Object.assign(copy.bases[0], { id: 'other' })],
    ['the address of an act', (copy: Draft) => Object.assign(copy.bases[0], { url: 'https://example.org/' })],
    ['the type of an absence', (copy: Draft) => Object.assign(copy.bases[2], { absence: 'not a party' })],
    ['the role of the first event', (copy: Draft) => Object.assign(copy.bases[0].events[0], { kind: 'adopted' })],
    ['sources', (copy: Draft) => copy.sources.push({ id: 's', title: 'Adilet', url: '' })],
    ['the change note', (copy: Draft) => Object.assign(copy, { changeKind: 'editorial', changeNote: 'Wording' })],
    ['blanks', (copy: Draft) => Object.assign(copy, { description: ` ${copy.description.replaceAll(' ', '\n\n')}\u00a0` })],
  ])('does not depend on %s', (_, change) => expect(fingerprintOf(changed(change))).toBe(fingerprintOf(base)))

  test.each([
    ['the sub-pillar', (copy: Draft) => Object.assign(copy, { subPillar: '8.3' })],
    ['a title', (copy: Draft) => Object.assign(copy.bases[2], { title: 'Nothing' })],
    ['a kind', (copy: Draft) => Object.assign(copy.bases[0], { kind: 'practice' })],
    ['the date of an event', (copy: Draft) => Object.assign(copy.bases[0].events[1], { date: '2017' })],
    ['the kind of an event', (copy: Draft) => Object.assign(copy.bases[0].events[1], { kind: 'replaced' })],
    ['the mark of the latest', (copy: Draft) => Object.assign(copy.bases[0].events[1], { latest: true })],
    ['a figure', (copy: Draft) => Object.assign(copy.bases[3], { value: '2' })],
    ['the order of the bases', (copy: Draft) => copy.bases.reverse()],
    ['the number of bases', (copy: Draft) => copy.bases.pop()],
    ['the description', (copy: Draft) => Object.assign(copy, { description: `${copy.description}!` })],
    ['the coverage', (copy: Draft) => Object.assign(copy, { coverage: 'Horizontal' })],
  ])('depends on %s', (_, change) => expect(fingerprintOf(changed(change))).not.toBe(fingerprintOf(base)))
})
