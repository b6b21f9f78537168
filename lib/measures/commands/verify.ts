// Records that the published text was checked against its sources on a day. It makes no version and changes no text.
import { whyNot } from '#lib/accounts/permissions.ts'
import { record } from '#lib/audit/record.ts'
import { loadVersion } from '#lib/measures/queries.ts'
import { isDay } from '#lib/measures/verification.ts'
import { stateNames } from '#lib/measures/version.ts'
import type { Actor } from '#lib/system/actor.ts'
import { type Clock, systemClock } from '#lib/system/clock.ts'
import { deskDb } from '#lib/system/db.ts'
import { Invalid, type Issue, NotAllowed, Stale } from '#lib/system/errors.ts'
import { isStorable, notStorable } from '#lib/system/text.ts'

/** `digest` is of the text that the person checked, `checkedOn` an ISO day that has begun somewhere. */
type Check = { ref: string; version: number; digest: string; checkedOn: string; note: string }

/** Records the check. Throws NotFound, NotAllowed, Stale (another text is published now), Invalid. */
export async function verify(actor: Actor, input: Check, clock: Clock = systemClock): Promise<void> {
  await deskDb().$transaction(async (tx) => {
    const version = await loadVersion(tx, input.ref, input.version, 'lock')
    const refused = whyNot(actor, 'verify', version.economy)
    if (refused !== null) throw new NotAllowed(refused)
    if (version.state !== 'published')
      throw new Stale(`Version ${version.number} is ${stateNames[version.state].toLowerCase()}: only the published text is checked.`)
    if (version.head.digest !== input.digest) throw new Stale('The text is not the one that you checked. Read it again.')
    const issues = issuesOf(input, { written: dayOf(version.head.createdAt), now: clock() })
    if (issues.length > 0) throw new Invalid(issues)
    const note = input.note.trim()
    await tx.verification.create({
      data: {
        versionId: version.id,
        digest: input.digest,
        checkedOn: new Date(`${input.checkedOn}T00:00:00Z`),
        note,
        verifierId: actor.id,
        verifierName: actor.name,
        createdAt: clock(),
      },
    })
    const event = { action: 'version.verified', digest: input.digest, checkedOn: input.checkedOn, note } as const
    await record(tx, actor, event, { at: clock(), ref: input.ref, version: input.version })
  })
}

// East of Greenwich tomorrow has begun: the last time zone is 14 hours ahead.
const AHEAD = 14 * 3_600_000
const dayOf = (moment: Date) => moment.toISOString().slice(0, 10)

function issuesOf({ checkedOn, note }: Check, { written, now }: { written: string; now: Date }): Issue[] {
  const issues: Issue[] = []
  const day = (message: string) => issues.push({ path: 'checkedOn', message })
  if (!isDay(checkedOn)) day('Give the day of the check.')
  else if (checkedOn > dayOf(new Date(now.getTime() + AHEAD))) day('The day of the check is in the future.')
  else if (checkedOn < written) day(`This text was written on ${written}: it cannot have been checked before.`)
  if (note.trim().length > 5000) issues.push({ path: 'note', message: 'At most 5,000 characters in the note.' })
  else if (!isStorable(note)) issues.push({ path: 'note', message: `${notStorable}.` })
  return issues
}
