// What kind of change a version was, in the reader's words.
import type { PublishedMeasure } from '#lib/published/schema.ts'

const words = {
  amendment: { name: 'Amendment', meaning: 'the law changed' },
  correction: { name: 'Correction', meaning: 'the record was wrong' },
  reclassification: { name: 'Reclassification', meaning: 'moved in the taxonomy' },
  editorial: { name: 'Editorial', meaning: 'wording only' },
}

export function ChangeKindName({ kind }: { kind: PublishedMeasure['version']['changeKind'] }) {
  if (kind === null) return <span className="font-semibold">First version</span>
  return (
    <span>
      <span className="font-semibold">{words[kind].name}</span> <span className="text-muted">({words[kind].meaning})</span>
    </span>
  )
}
