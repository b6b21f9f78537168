// The rewriting that a law change asks of a measure: the timeline of every basis that cites the act gets the event, the change note says why. It reads no data and no clock.
import type { Content } from '#lib/measures/content.ts'
import type { LegalEventKind } from '#lib/timeline/legal-event.ts'
import { recordAmendment } from '#lib/timeline/timeline.ts'

/** `actRefs` are the act and everything that was merged into it. */
export type Rewriting = { actRefs: readonly string[]; kind: string; date: string; note: string }

/** The content with the event in each timeline that rests on the act. A note that is there already is kept, and the new one follows it. */
export function rewritten(content: Content, { actRefs, kind, date, note }: Rewriting): Content {
  return {
    ...content,
    bases: content.bases.map((basis) =>
      basis.kind === 'act' && basis.actRef !== undefined && actRefs.includes(basis.actRef)
        ? { ...basis, events: recordAmendment(basis.events, date, kind as LegalEventKind) }
        : basis,
    ),
    changeKind: 'amendment',
    changeNote: [content.changeNote, ...(content.changeNote.includes(note) ? [] : [note])].filter((text) => text !== '').join('\n\n'),
  }
}
