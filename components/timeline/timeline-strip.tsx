// One timeline as a drawing in a page, in the colours of its theme.
import { Drawn } from '#components/pictures/drawn.tsx'
import { themed } from '#lib/pictures/shades.ts'
import { drawStrip } from '#lib/pictures/strip.ts'
import type { Scale } from '#lib/pictures/timeline-scale.ts'
import type { Timeline } from '#lib/timeline/legal-event.ts'

type Props = { events: Timeline; scale: Scale; today: string; name: string; id: string; named?: boolean }

export function TimelineStrip(props: Props) {
  return <Drawn markup={drawStrip(props, themed)} />
}
