// Earlier states of a measure by date, as Memento has them (RFC 7089): which version stood when, and the links between them. It reads no data.

/** A version and the moment since which the world could read it. */
export type Moment = { number: number; publishedAt: Date }

const addressesOf = (ref: string, baseUrl: string) => ({
  original: `${baseUrl}/measures/${ref}`,
  timegate: `${baseUrl}/timegate/measures/${ref}`,
  timemap: `${baseUrl}/timemap/measures/${ref}`,
  memento: (number: number) => `${baseUrl}/measures/${ref}/versions/${number}`,
})

/** A moment as HTTP writes it (RFC 9110, section 5.6.7): `Sat, 01 Jan 2022 00:00:00 GMT`. */
export const httpDate = (moment: Date): string => moment.toUTCString()

const written = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d GMT$/

/** The moment that Accept-Datetime names (section 2.1.1); null when it is none. */
export function momentOf(text: string): Date | null {
  const moment = new Date(text)
  return written.test(text) && !Number.isNaN(moment.getTime()) ? moment : null
}

// HTTP knows no parts of seconds: a memento must be found by its own date.
const second = (moment: Date): number => Math.floor(moment.getTime() / 1000)

/** The version that stood at a moment; before the first it is the first, and after a withdrawal the last. `moments` are oldest first. */
export function mementoAt(moments: readonly Moment[], at: Date): Moment | undefined {
  return moments.findLast(({ publishedAt }) => second(publishedAt) <= second(at)) ?? moments[0]
}

const link = (address: string, ...attributes: [string, string][]): string =>
  [`<${address}>`, ...attributes.map(([name, value]) => `${name}="${value}"`)].join('; ')

function mapLink(ref: string, moments: readonly Moment[], baseUrl: string, rel: string): string {
  const [first, last] = [moments[0], moments.at(-1)]
  const span: [string, string][] =
    first && last
      ? [
          ['from', httpDate(first.publishedAt)],
          ['until', httpDate(last.publishedAt)],
        ]
      : []
  return link(addressesOf(ref, baseUrl).timemap, ['rel', rel], ['type', 'application/link-format'], ...span)
}

/** The links of the page that always shows what stands: where its past is found (section 2.2). */
export function linksOfOriginal(ref: string, baseUrl: string): string {
  const { timegate, timemap } = addressesOf(ref, baseUrl)
  return [link(timegate, ['rel', 'timegate']), link(timemap, ['rel', 'timemap'], ['type', 'application/link-format'])].join(', ')
}

/** The mementos with what they are to each other: first, last, and previous and next of `at`. */
function mementoLinks(ref: string, moments: readonly Moment[], baseUrl: string, at?: number): { number: number; text: string }[] {
  const { memento } = addressesOf(ref, baseUrl)
  const here = moments.findIndex(({ number }) => number === at)
  return moments.map(({ number, publishedAt }, index) => {
    const relations = [
      ...(index === 0 ? ['first'] : []),
      ...(index === moments.length - 1 ? ['last'] : []),
      ...(here >= 0 && index === here - 1 ? ['prev'] : []),
      ...(here >= 0 && index === here + 1 ? ['next'] : []),
    ]
    return { number, text: link(memento(number), ['rel', [...relations, 'memento'].join(' ')], ['datetime', httpDate(publishedAt)]) }
  })
}

/** The links of a version's page and of the TimeGate that leads to it: the original, both services, and the mementos around it. */
export function linksOfMemento(ref: string, number: number, moments: readonly Moment[], baseUrl: string): string {
  const { original, timegate } = addressesOf(ref, baseUrl)
  const here = moments.findIndex((moment) => moment.number === number)
  const near = new Set([0, here - 1, here, here + 1, moments.length - 1].map((index) => moments[index]?.number))
  const mementos = mementoLinks(ref, moments, baseUrl, number).filter((one) => near.has(one.number))
  return [
    link(original, ['rel', 'original']),
    link(timegate, ['rel', 'timegate']),
    mapLink(ref, moments, baseUrl, 'timemap'),
    ...mementos.map(({ text }) => text),
  ].join(', ')
}

/** The TimeMap: every version with its moment, as application/link-format (RFC 6690; section 5). */
export function timeMap(ref: string, moments: readonly Moment[], baseUrl: string): string {
  const { original, timegate } = addressesOf(ref, baseUrl)
  const lines = [
    link(original, ['rel', 'original']),
    mapLink(ref, moments, baseUrl, 'self'),
    link(timegate, ['rel', 'timegate']),
    ...mementoLinks(ref, moments, baseUrl).map(({ text }) => text),
  ]
  return `${lines.join(',\n')}\n`
}
