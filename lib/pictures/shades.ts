// The five shades of a picture and what each stands for. Their lightness alone orders them, so that no colour has to be told from another.

/** Colours of a picture: as a page has them, which follow its theme, or as a file carries them. */
export type Palette = {
  band: string
  paper: string
  ink: string
  muted: string
  rule: string
  empty: string
  accent: string
  shades: string[]
  onShades: string[]
}

const numbers = [1, 2, 3, 4, 5]

/** The custom properties of app/globals.css. */
export const themed: Palette = {
  paper: 'var(--paper)',
  ink: 'var(--ink)',
  muted: 'var(--muted)',
  rule: 'var(--rule-strong)',
  empty: 'var(--sunken)',
  band: 'var(--rule)',
  accent: 'var(--accent)',
  shades: numbers.map((shade) => `var(--shade-${shade})`),
  onShades: numbers.map((shade) => `var(--on-shade-${shade})`),
}

/** The light theme, written out: a file is seen on whatever page it is put, and on paper. */
export const inFiles: Palette = {
  paper: '#fbfaf7',
  ink: '#1d1c1a',
  muted: '#5d5a53',
  rule: '#8d887b',
  empty: '#f3f1ea',
  band: '#dcd8cd',
  accent: '#7c2a1e',
  shades: ['#f6e1d9', '#eabfb1', '#d7937f', '#ad5643', '#7c2a1e'],
  onShades: ['#1d1c1a', '#1d1c1a', '#1d1c1a', '#ffffff', '#ffffff'],
}

/** One line of a legend: the shade (1 is the faintest, 5 the strongest) and what it stands for. */
export type Step = { shade: number; label: string; from: number }

/** At most five classes of counts from 1 to `max`: single numbers while they suffice, then ever wider. */
export function stepsOfCounts(max: number): Step[] {
  if (max < 1) return []
  const bounds = max <= 5 ? Array.from({ length: max }, (_, index) => index + 1) : widening(max)
  const spread = 5 - bounds.length
  return bounds.map((from, index) => {
    const to = (bounds[index + 1] ?? max + 1) - 1
    // Few classes take the shades from the middle, so that one measure alone is seen and does not shout.
    return { from, shade: index + 1 + Math.ceil(spread / 2), label: to > from ? `${from} to ${to}` : String(from) }
  })
}

function widening(max: number): number[] {
  const bounds = [1]
  for (let index = 1; index < 5; index++) bounds.push(Math.max((bounds[index - 1] ?? 0) + 1, Math.round(max ** (index / 5))))
  return bounds
}

/** The shade of a count; 0 for none. */
export const shadeOf = (count: number, steps: readonly Step[]): number => steps.findLast(({ from }) => count >= from)?.shade ?? 0

/** Classes of age in days: the newest is the strongest. */
export const ages: (Step & { days: number })[] = [
  { shade: 5, from: 0, days: 92, label: 'in the last 3 months' },
  { shade: 4, from: 93, days: 366, label: 'in the last year' },
  { shade: 3, from: 367, days: 731, label: 'in the last 2 years' },
  { shade: 2, from: 732, days: 1096, label: 'in the last 3 years' },
  { shade: 1, from: 1097, days: Number.POSITIVE_INFINITY, label: 'longer ago' },
]

/** The shade of an ISO day as seen on another. */
export function shadeOfDay(day: string, today: string): number {
  const age = (Date.parse(today) - Date.parse(day)) / 86_400_000
  return ages.find(({ days }) => age <= days)?.shade ?? 1
}
