// What waits, by state and age, and what was done week by week: small charts, each with its table.
import { BarsPicture } from '#components/pictures/bars-picture.tsx'
import { stateNames } from '#lib/measures/version.ts'
import { ages, type WaitingCount, type WeekCount, waitingStates } from '#lib/review/overview.ts'

export function WaitingPicture({ waiting }: { waiting: readonly WaitingCount[] }) {
  const bars = ages.map((label, age) => ({
    label,
    parts: waitingStates.map((state) => waiting.find((one) => one.state === state && one.age === age)?.versions ?? 0),
    ahead: false,
    tick: label,
  }))
  const max = Math.max(...bars.map(({ parts }) => parts.reduce((sum, part) => sum + part, 0)))
  const series = waitingStates.map((state) => stateNames[state])
  return (
    <BarsPicture bars={{ series, bars, max, room: bars.length }} title="Open versions by how long they have been as they are" unit="For" />
  )
}

export function WeeksPicture({ weeks }: { weeks: readonly WeekCount[] }) {
  const bars = weeks.map(({ week, published, returned }, index) => ({
    label: week,
    parts: [published, returned],
    ahead: false,
    tick: index % 6 === 0 ? week : null,
  }))
  const max = Math.max(...weeks.map(({ published, returned }) => published + returned))
  return (
    <BarsPicture bars={{ series: ['Published', 'Returned'], bars, max }} title="Versions published and returned by week" unit="Week of" />
  )
}
