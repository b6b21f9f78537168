// What a draft still lacks before it can be sent to review, as data: the form shows it before the click, the submit command refuses by it. It never changes anything.
import type { Issue } from '#lib/system/errors.ts'
import { timelineIssues } from '#lib/timeline/timeline.ts'
import type { Basis, Content, Source } from './content.ts'

/** Every issue names the path of its field. A source is never required (imported pages carry none), but a listed one must say what it is. */
export function requirementsForReview(content: Content, context: { versionNumber: number; subPillarUnknown?: boolean }): Issue[] {
  const issues: Issue[] = []
  if (context.subPillarUnknown && content.subPillar)
    issues.push({ path: 'subPillar', message: `There is no sub-pillar ${content.subPillar}: choose one from the list.` })
  if (!content.subPillar) issues.push({ path: 'subPillar', message: 'Choose the sub-pillar that this measure belongs to.' })
  if (content.bases.length === 0)
    issues.push({ path: 'bases', message: 'Add at least one basis: an act, a practice, an absence or a figure.' })
  issues.push(...content.bases.flatMap((basis, index) => forBasis(basis, index)))
  if (isBlank(content.description)) issues.push({ path: 'description', message: 'Describe what the law says.' })
  if (isBlank(content.coverage)) issues.push({ path: 'coverage', message: 'Say what is covered, such as “Horizontal” or a sector.' })
  issues.push(...content.sources.flatMap((source, index) => forSource(source, index)))
  if (context.versionNumber > 1) issues.push(...forChange(content))
  return issues
}

function forBasis(basis: Basis, index: number): Issue[] {
  const path = `bases.${index}`
  const issues: Issue[] = []
  if (isBlank(basis.title)) issues.push({ path: `${path}.title`, message: `Basis ${index + 1}: ${titleWanted[basis.kind]}` })
  if (basis.kind === 'act' || basis.kind === 'practice') {
    if (basis.events.length === 0) issues.push({ path: `${path}.events`, message: `Basis ${index + 1}: ${eventWanted[basis.kind]}` })
  }
  if (basis.kind === 'absence' && !basis.absence)
    issues.push({ path: `${path}.absence`, message: `Basis ${index + 1}: say what kind of absence it is.` })
  if (basis.kind === 'figure') {
    if (isBlank(basis.value)) issues.push({ path: `${path}.value`, message: `Basis ${index + 1}: give the value of the figure.` })
    if (isBlank(basis.unit)) issues.push({ path: `${path}.unit`, message: `Basis ${index + 1}: give the unit of the figure, such as “%”.` })
    if (isBlank(basis.year)) issues.push({ path: `${path}.year`, message: `Basis ${index + 1}: give the year that the figure is for.` })
  }
  return issues
}

const titleWanted: Record<Basis['kind'], string> = {
  act: 'give the title of the act.',
  practice: 'name the practice.',
  absence: 'say in a title what is absent.',
  figure: 'give the title of the figure.',
}

const eventWanted = {
  act: 'add at least one event, such as when the act was adopted.',
  practice: 'add at least one event, such as when the practice was reported.',
}

function forSource(source: Source, index: number): Issue[] {
  if (!isBlank(source.title) || !isBlank(source.url)) return []
  return [{ path: `sources.${index}.title`, message: `Source ${index + 1}: give its title or its address, or remove it.` }]
}

function forChange(content: Content): Issue[] {
  const issues: Issue[] = []
  if (!content.changeKind) {
    issues.push({ path: 'changeKind', message: 'Say what kind of change this is: amendment, correction, reclassification or editorial.' })
  }
  if (isBlank(content.changeNote))
    issues.push({ path: 'changeNote', message: 'Write a change note: what changed and why, for the public.' })
  return issues
}

const isBlank = (text: string) => text.trim() === ''

/**
 * What looks wrong in the timelines and may yet be right, such as an entry into force before the adoption: laws are made with retroactive
 * effect. It stops nobody; the form shows it beside the event and the reviewer sees it before the decision.
 */
export function doubtsForReview(content: Content): Issue[] {
  return content.bases.flatMap((basis, index) =>
    'events' in basis
      ? timelineIssues(basis.events).map((issue) => ({
          path: `bases.${index}.events.${issue.index}.date`,
          message: `Basis ${index + 1}: ${issue.message}`,
        }))
      : [],
  )
}
