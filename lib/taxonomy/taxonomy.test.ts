import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { economies } from '#prisma/reference/economies.ts'
import { pillars } from '#prisma/reference/taxonomy.ts'
import { resolveEconomy } from './economy.ts'
import { foldName, type Named } from './name.ts'
import { resolvePillar, resolveSubPillar, subPillarOf, type TaxonomyNames } from './pillar.ts'

const names: TaxonomyNames = { pillars, economies }
const subPillars = pillars.flatMap((pillar) => pillar.subPillars)
const everyName = (all: readonly Named[]) => all.flatMap(({ name, aliases }) => [name, ...aliases])
const pillarNumbered = (number: number) => pillars.find((pillar) => pillar.number === number) ?? expect.unreachable()

describe('the taxonomy', () => {
  test('has 12 pillars and 65 sub-pillars, coded by position', () => {
    expect(pillars.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
    expect(pillars.map((pillar) => pillar.subPillars.length)).toEqual([4, 4, 5, 9, 7, 5, 5, 4, 4, 4, 4, 10])
    for (const pillar of pillars)
      expect(pillar.subPillars.map(({ code }) => code)).toEqual(pillar.subPillars.map((_, index) => `${pillar.number}.${index + 1}`))
  })

  test('marks the four names that are known indirectly', () => {
    expect(subPillars.filter(({ knownIndirectly }) => knownIndirectly).map(({ code }) => code)).toEqual(['1.4', '6.2', '7.3', '11.2'])
  })

  test('gives no name to two pillars, nor to two sub-pillars of one pillar', () => {
    for (const all of [pillars, ...pillars.map((pillar) => pillar.subPillars)]) {
      const folded = everyName(all).map(foldName)
      const owners = all.flatMap((one) => [...new Set([one.name, ...one.aliases].map(foldName))])
      expect(new Set(owners).size).toBe(owners.length)
      expect(new Set(folded).size).toBe(owners.length)
    }
  })

  test.each([
    [8, 'Intermediary liability'],
    [10, 'Quantitative trade restrictions for ICT goods, products and online services'],
    [11, 'Technical standards applied to ICT goods, products and online services'],
    [5, 'Telecom infrastructure and competition'],
    [5, 'TELECOM\u00a0INFRASTRUCTURE  & competition'],
    [6, 'Domestic Data policies'],
    [7, 'Cross‑border data policies'],
  ])('pillar %i is “%s”', (number, name) => expect(resolvePillar(names, name)?.number).toBe(number))

  test.each([
    ['8.3', 'user identity requirement '],
    ['10.4', 'Export restrictions on ICT goods, products and online services'],
    ['10.4', 'Export restrictions on ICT goods'],
    ['4.6', 'Signature of the WIPO Copyright Treaty'],
    ['4.6', 'Adoption of the World Intellectual Property Organization (WIPO) Copyright Treaty'],
    ['5.5', 'Other restrictions to operate in the telecom market'],
    ['12.5', 'Threshold for ‘De Minimis’ rule'],
    ['12.5', 'Threshold for "De Minimis" rule'],
  ])('sub-pillar %s is “%s”', (code, name) => {
    expect(resolveSubPillar(pillarNumbered(Number.parseInt(code, 10)), name)?.code).toBe(code)
  })

  test('an unknown name is nothing, and a name of another pillar too', () => {
    for (const name of ['', 'Intermediary liabilities', 'liability', 'Pillar 8']) expect(resolvePillar(names, name)).toBeNull()
    expect(resolveSubPillar(pillarNumbered(9), 'User identity requirement')).toBeNull()
    expect(resolveSubPillar(pillarNumbered(8), 'User identity')).toBeNull()
  })

  test('a code finds its sub-pillar and pillar', () => {
    expect(subPillarOf(names, '8.3')).toMatchObject({ pillar: { number: 8 }, subPillar: { name: 'User identity requirement' } })
    for (const code of ['', '8', '8.5', '13.1', '8.03', 'x']) expect(subPillarOf(names, code)).toBeNull()
  })
})

describe('the economies', () => {
  test('are the 249 of ISO 3166-1 and the European Union', () => {
    expect(economies).toHaveLength(250)
    expect(new Set(economies.map(({ code }) => code)).size).toBe(250)
    for (const { code, name } of economies) expect([code, name]).toEqual([expect.stringMatching(/^[A-Z]{2}$/), expect.stringMatching(/\S/)])
    expect(economies.find(({ code }) => code === 'XK')).toBeUndefined()
  })

  test('share no name', () => {
    const owners = economies.flatMap((one) => [...new Set([one.name, ...one.aliases].map(foldName))])
    expect(owners.filter((name, index) => owners.indexOf(name) !== index)).toEqual([])
  })

  test.each([
    ['KZ', 'KAZAKHSTAN'],
    ['EU', 'EUROPEAN UNION'],
    ['VN', 'VIET NAM'],
    ['VN', 'Vietnam'],
    ['CI', "COTE D'IVOIRE"],
    ['CI', 'CÔTE D’IVOIRE'],
    ['TR', 'TÜRKIYE'],
    ['CI', "CÔTE D'IVOIRE".normalize('NFD')],
    ['TR', 'TURKEY'],
    ['KR', 'KOREA'],
    ['LA', 'LAO PDR'],
    ['LA', 'Lao People’s Democratic Republic'],
    ['HK', 'HONG KONG'],
    ['US', 'United\u00a0States of America'],
    ['RU', 'RUSSIA'],
  ])('%s is “%s”', (code, name) => expect(resolveEconomy(economies, name)?.code).toBe(code))

  test('an unknown or a shared name is nothing', () => {
    for (const name of ['', 'KAZAKSTAN', 'Kosovo', 'Congo', 'Union']) expect(resolveEconomy(economies, name)).toBeNull()
  })
})

describe('a name', () => {
  test('is the same name however its letters are cased and its blanks written', () => {
    const blanks = fc.constantFrom(' ', '\u00a0', '\t', '  ', '\u200b ', '\r\n')
    const cased = fc.constantFrom(
      (text: string) => text.toUpperCase(),
      (text: string) => text.toLowerCase(),
      (text: string) => text,
    )
    const written = fc.constantFrom(...everyName(economies), ...everyName(subPillars))
    fc.assert(
      fc.property(
        written,
        blanks,
        cased,
        (name, blank, turn) => foldName(`${blank}${turn(name).replaceAll(' ', blank)}`) === foldName(name),
      ),
    )
  })

  test('differs from a name with any letter changed', () => {
    expect(foldName('Local storage requirement')).not.toBe(foldName('Local storage requirements'))
    expect(foldName('Participation in the WTO')).not.toBe(foldName('Participation in WTO'))
  })
})
