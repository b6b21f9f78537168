// What a reviewer has to have looked at before they approve, by kind of change. It reads no data.
import type { ChangeKind } from '#lib/measures/content.ts'

/** A question of the checklist: its name is kept with the approval, its words may be improved. */
export type Check = { name: string; question: string }

const sources = { name: 'sources', question: 'The sources say what the text says.' }
const dates = { name: 'dates', question: 'Every date stands in a source, and none is finer than there.' }
const place = { name: 'place', question: 'This is the right sub-pillar, and no other measure says the same.' }

const lists: Record<ChangeKind | 'first version', readonly Check[]> = {
  'first version': [place, sources, dates],
  amendment: [
    { name: 'event', question: 'The new event is in the timeline, and the change note names the act that made it.' },
    { name: 'law now', question: 'The description says what the law says now.' },
    sources,
    dates,
  ],
  correction: [{ name: 'mistake', question: 'The change note says what was wrong, for readers who relied on it.' }, sources, dates],
  reclassification: [place, { name: 'nothing else', question: 'Nothing but the place changed, or the change note says what else.' }],
  editorial: [{ name: 'meaning', question: 'The meaning is the same: no date, act or obligation changed.' }],
}

/** The questions for a kind of change; null is a first version. */
export const checklistOf = (changeKind: ChangeKind | null): readonly Check[] => lists[changeKind ?? 'first version']

/** The name of every question there is: what builders and tests tick. */
export const everyCheck: readonly string[] = [...new Set(Object.values(lists).flatMap((list) => list.map(({ name }) => name)))]

/** The questions that were not ticked. */
export const unticked = (changeKind: ChangeKind | null, checked: readonly string[]): Check[] =>
  checklistOf(changeKind).filter(({ name }) => !checked.includes(name))
