// Contents of the size and shape of real ones, the same in every run: what the bench's measures say. It knows no database.
import { type Content, content } from '#lib/measures/content.ts'
import { parseStatement } from '#lib/timeline/parse-statement.ts'

/** A generator of numbers in [0, 1) that gives the same row for the same seed. */
export function chance(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const who = ['Operators', 'Online platforms', 'Providers of cloud services', 'Importers of devices', 'Banks', 'Hospitals', 'Broadcasters']
const must = ['keep', 'register', 'store', 'certify', 'report', 'localise', 'license', 'disclose', 'encrypt', 'archive']
const what = [
  'personal data',
  'traffic metadata',
  'source code',
  'electronic signatures',
  'payment records',
  'cryptographic equipment',
  'domain names',
  'tax invoices',
  'health records',
  'spectrum allocations',
  'customs declarations',
  'advertising contracts',
]
const how = [
  'within the territory of the economy',
  'for at least %n months',
  'with the authority for communications',
  'before the equipment is placed on the market',
  'under Article %n of the act',
  'unless the supervisory body grants an exemption under paragraph %n',
  'at their own expense and without delay',
  'in a form that can be read for %n years',
]
const more = [
  'The authority publishes the list of those concerned every %n months.',
  'A fine of up to %n units applies to each infringement, and twice that when it is repeated.',
  'Foreign suppliers are treated as domestic ones when their economy grants the same treatment.',
  'Section %n exempts suppliers with fewer than %n employees.',
  'The obligation extends to subcontractors established abroad, as the guidance of the ministry explains.',
]
const kinds = ['Law', 'Act', 'Decree', 'Order', 'Regulation', 'Code']
const fields = [
  'Communications',
  'Personal Data',
  'Informatization',
  'Electronic Commerce',
  'Customs',
  'Payments',
  'Advertising',
  'Patents',
]
const coverages = [
  'Horizontal',
  'Telecommunications sector',
  'Financial services',
  'Cloud services',
  'Encryption devices',
  'Online advertising',
]
const months = ['January', 'March', 'April', 'June', 'July', 'September', 'November', 'December']
const statements = [
  'Since %d',
  'Since %d, last amended in %e',
  'Since %d, as amended in %f, last amended in %e',
  'Since %d, entry into force in %f',
]

export type BenchAct = { title: string; number: string; statement: string }
type Pick = <T>(list: readonly T[]) => T

function picker(random: () => number): Pick {
  return (list) => {
    const one = list[Math.floor(random() * list.length)]
    if (one === undefined) throw new Error('Nothing to pick from.')
    return one
  }
}

const numbered = (text: string, random: () => number) => text.replace(/%n/g, () => String(1 + Math.floor(random() * 90)))

function dated(text: string, random: () => number, pick: Pick): string {
  const start = 1985 + Math.floor(random() * 25)
  const later = { '%d': start, '%f': start + 6, '%e': start + 12 }
  return text.replace(/%[dfe]/g, (mark) => `${random() < 0.7 ? `${pick(months)} ` : ''}${later[mark as keyof typeof later]}`)
}

/** The n-th act of the bench's register. */
export function actOf(n: number): BenchAct {
  const random = chance(n * 7919 + 1)
  const pick = picker(random)
  const number = `${100 + n}-${pick(['I', 'V', 'ZRK', 'FZ'])}`
  return { title: `${pick(kinds)} No. ${number} on ${pick(fields)}`, number, statement: dated(pick(statements), random, pick) }
}

const eventsOf = (statement: string) => parseStatement(statement).timeline

/** The content of version `version` of the n-th measure: about a thousand characters, one or two acts. */
export function contentOf(n: number, version: number, subPillar: string, acts: { ref: string; act: BenchAct }[]): Content {
  const random = chance(n * 104_729 + 13)
  const pick = picker(random)
  const sentences = Array.from({ length: 5 + Math.floor(random() * 5) }, (_, index) =>
    index % 3 === 2 ? numbered(pick(more), random) : numbered(`${pick(who)} ${pick(must)} ${pick(what)} ${pick(how)}.`, random),
  )
  const edition =
    version === 1 ? '' : ` Amended by order No. ${n % 997}-${version}, which widened the scope to ${what[version % what.length]}.`
  return content.parse({
    schemaVersion: 1,
    subPillar,
    bases: acts.map(({ ref, act }, index) => ({
      id: `b${index}`,
      kind: 'act',
      title: act.title,
      url: `https://law.example.org/acts/${act.number}`,
      actRef: ref,
      events: eventsOf(act.statement),
    })),
    description: `${sentences.join(' ')}${edition}`,
    coverage: pick(coverages),
    sources: [{ id: 's', title: 'Official Gazette', url: `https://gazette.example.org/${n}` }],
    changeKind: version === 1 ? null : pick(['amendment', 'correction', 'editorial'] as const),
    changeNote: version === 1 ? '' : `Order No. ${n % 997}-${version} was added.`,
  })
}

/** How many versions the n-th measure has: three on average. */
export const versionsOf = (n: number): number => [1, 1, 2, 2, 2, 3, 3, 4, 5, 7][n % 10] ?? 1
