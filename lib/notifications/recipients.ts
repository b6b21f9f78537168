// Who is told of what, and why: from the people there are and what the news names. Nobody is told of their own deed. It reads no data.
import { may } from '#lib/accounts/permissions.ts'
import type { Role } from '#lib/system/actor.ts'
import type { News } from './news.ts'

/** Somebody with an account that is not disabled. */
export type Candidate = { id: number; role: Role; economies: 'all' | readonly string[] }
/** Whom the news concerns: who did it, who wrote the version, submitted it or sees it through, whose measures are affected, who scheduled it, asked for its withdrawal, published it in an emergency, speaks in the thread, is given the version or saw it through until now, or had or gets its review. */
export type Concerned = {
  doneBy: number
  authors?: readonly number[]
  submittedBy?: number | undefined
  responsible?: number
  owners?: readonly number[]
  scheduledBy?: number
  askedBy?: number
  publishedBy?: number
  speakers?: readonly number[]
  reviewers?: readonly number[]
  givenTo?: number
  takenFrom?: number
}
export type Recipient = { personId: number; why: string }

/** The people to tell, each once. The reason follows “You are told this because”. */
export function recipientsOf(told: News, concerned: Concerned, people: readonly Candidate[]): Recipient[] {
  return people.flatMap((person) => {
    if (person.id === concerned.doneBy) return []
    const why = whyTold(told, concerned, person)
    return why === null ? [] : [{ personId: person.id, why }]
  })
}

function whyTold(told: News, concerned: Concerned, person: Candidate): string | null {
  const { authors = [], owners = [], speakers = [], reviewers = [], scheduledBy, publishedBy } = concerned
  const wrote = authors.includes(person.id)
  switch (told.kind) {
    case 'submitted':
      return !wrote && may(person, 'approve', told.economy)
        ? `you may approve versions of ${told.economy}, and wrote no part of this one`
        : null
    case 'returned':
    case 'published':
    case 'approved':
      if (wrote) return 'you wrote part of this version'
      if (person.id === publishedBy) return 'you published this version in an emergency'
      if (person.id === concerned.submittedBy) return 'you submitted it for review'
      return person.id === concerned.responsible ? 'you are to see it through' : null
    case 'emergency':
      if (!wrote && may(person, 'approve', told.economy))
        return `you may approve versions of ${told.economy}, and neither wrote nor published this one`
      return person.role === 'administrator' ? 'you are an administrator' : null
    case 'comment':
      if (!may(person, 'comment', told.economy)) return null
      if (speakers.includes(person.id)) return 'you take part in this thread'
      return wrote && (told.deed !== 'settled' || told.mustSettle) ? 'you wrote part of this version' : null
    case 'review taken':
      if (wrote) return 'you wrote part of this version'
      return reviewers.includes(person.id) ? 'you had taken its review' : null
    case 'review handed over':
      return reviewers.includes(person.id) ? 'its review was handed over to you' : null
    case 'assigned':
      if (person.id === concerned.givenTo) return 'you are to see it through'
      return person.id === concerned.takenFrom ? 'you were to see it through until now' : null
    case 'schedule failed':
      if (person.id === scheduledBy) return 'you scheduled it'
      if (wrote) return 'you wrote part of this version'
      return person.role === 'administrator' ? 'you are an administrator' : null
    case 'schedule cancelled':
      return person.id === scheduledBy ? 'you scheduled it' : null
    case 'withdrawal requested':
      return may(person, 'decide withdrawal', told.economy) ? `you may decide withdrawals of ${told.economy}` : null
    case 'withdrawal decided':
      if (person.id === concerned.askedBy) return 'you asked for it'
      if (wrote) return 'you wrote part of this version'
      return person.id === concerned.responsible ? 'you are to see it through' : null
    case 'law change':
      return owners.includes(person.id) ? 'you wrote what is published of measures that rest on this act' : null
    case 'checks due':
      return owners.includes(person.id) ? 'they are of your economies' : null
    case 'impact answered':
      return may(person, 'check impact', told.economy) ? `you may check impacts of ${told.economy}` : null
  }
}
