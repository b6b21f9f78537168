// What would come of each measure of a bulk, by the very checks of the single commands. It reads no data and changes none.
import type { Content } from '#lib/measures/content.ts'
import { titleOf } from '#lib/measures/measure.ts'
import { issuesOfReason } from '#lib/measures/reason.ts'
import { refuseMove } from '#lib/measures/reclassification.ts'
import { refuseAssignment } from '#lib/measures/responsible.ts'
import { isOpen, type VersionState } from '#lib/measures/version.ts'
import { refuseSubmission } from '#lib/review/submission.ts'
import { refuseDecision, refuseRequest } from '#lib/review/withdrawal.ts'
import type { Actor } from '#lib/system/actor.ts'
import { Invalid, type Issue, NotAllowed, Stale } from '#lib/system/errors.ts'
import { type BulkRequest, MOST } from './bulk.ts'

/** A measure as a plan sees it: the open version, else the published, else the newest; and what the public reads, where it reads any. */
export type Planned = {
  measureId: number
  ref: string
  economy: string
  economyName: string
  version: number
  state: VersionState
  revision: number
  author: string
  content: Content
  responsible: { id: number; name: string }
  published: { version: number; revision: number } | null
  withdrawal: { id: number; requestedById: number; requesterName: string } | null
  scheduled: { schedulerName: string } | null
}
/** What is known beside the measures: who becomes responsible, and which sub-pillars there are. */
export type Known = { to: Actor | null; subPillars: ReadonlySet<string> }

/** All that a request lacks before anything can be planned, each with the field that it is about; `found` of the refs are measures. */
export function issuesOfRequest(
  request: BulkRequest,
  { to, subPillars }: Known,
  { asked, found }: { asked: number; found: number },
): Issue[] {
  const issues: Issue[] = []
  if (asked > MOST) issues.push({ path: 'refs', message: `At most ${MOST.toLocaleString('en')} measures at once: narrow the list down.` })
  else if (found === 0) issues.push({ path: 'refs', message: 'Choose at least one measure.' })
  if (request.deed === 'assign' && to === null) issues.push({ path: 'personId', message: 'Choose who is to be responsible.' })
  if (request.deed === 'move' && !subPillars.has(request.subPillar))
    issues.push({ path: 'subPillar', message: 'Choose a sub-pillar from the list.' })
  if (request.deed === 'move')
    issues.push(...issuesOfReason(request.reason, 'Write the change note: why they belong there, for the public.'))
  if (request.deed === 'request_withdrawal')
    issues.push(...issuesOfReason(request.reason, 'Give the reason: readers see it in place of each text.'))
  return issues
}

export type PlannedItem = {
  measureId: number
  title: string
  version: number
  revision: number
  seen: number | null
  /** Why it cannot be done, as the single command says it; '' when it can. */
  refusal: string
}

/** The item of one measure: on which version and revision it is based, and whether it would be refused. */
export function planItem(actor: Actor, request: BulkRequest, one: Planned, known: Known): PlannedItem {
  const withdraws = request.deed === 'request_withdrawal' || request.deed === 'confirm_withdrawal'
  const { version, revision } = (withdraws && one.published) || one
  const seen = request.deed === 'assign' ? one.responsible.id : request.deed === 'confirm_withdrawal' ? (one.withdrawal?.id ?? null) : null
  const title = titleOf(one.content).slice(0, 300).toWellFormed()
  return { measureId: one.measureId, title, version, revision, seen, refusal: refusalOf(() => check(actor, request, one, known)) }
}

function check(actor: Actor, request: BulkRequest, one: Planned, { to, subPillars }: Known): void {
  const { ref, economy, economyName, state, content, version, revision, author, responsible, withdrawal, scheduled } = one
  const subject = { state, economy, authorIds: [] } // nobody is barred from these deeds for what they wrote
  const onPublished = { ...subject, state: one.published ? ('published' as const) : state }
  switch (request.deed) {
    case 'assign':
      refuseAssignment(actor, to, { ...subject, economyName, responsible }, responsible.id)
      break
    case 'submit': {
      const submitted = { ...subject, number: version, head: { number: revision, authorName: author, content } }
      refuseSubmission(actor, submitted, revision, !subPillars.has(content.subPillar))
      break
    }
    case 'request_withdrawal':
      refuseRequest(actor, onPublished, { waiting: withdrawal, scheduled })
      break
    case 'confirm_withdrawal':
      refuseDecision(actor, true, onPublished, withdrawal)
      break
    case 'move': {
      const moved = { ref, economy, version, revision, state, open: isOpen(state), content, author }
      const move = { subPillar: request.subPillar, note: request.reason, seen: { version, revision } }
      refuseMove(actor, moved, move, subPillars.has(request.subPillar))
    }
  }
}

function refusalOf(work: () => void): string {
  try {
    work()
    return ''
  } catch (error) {
    if (error instanceof NotAllowed || error instanceof Stale || error instanceof Invalid) return error.message
    throw error
  }
}
