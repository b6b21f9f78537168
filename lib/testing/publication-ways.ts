// How the trail's test makes each command of publication leave its entry: at once, at a time, in an emergency. It expects nothing itself.
import { everyCheck } from '#lib/review/checklist.ts'
import { type Actor, scheduler } from '#lib/system/actor.ts'
import { type Clock, systemClock } from '#lib/system/clock.ts'
import type { Attacks, On } from './attacks.ts'

const farAhead = { local: '2031-03-02T09:00', zone: 'Asia/Almaty' }

/** By command: who does it, what it is given, what the trail says of it, and the measure that it concerns. */
export function publicationWays(stage: () => Attacks) {
  const begun = () => stage().build.draft(stage().editor, 'KZ', stage().build.contentWith())
  const decision = async (one: On) => ({ ...one, digest: (await stage().headOf(await stage().idOf(one))).digest, checked: everyCheck })
  const by = (actor: Actor, input: unknown, says: RegExp, ref: string) => ({ actor, input, says, ref })
  async function scheduled(clock: Clock = systemClock, time = farAhead) {
    const { schedule } = await import('#lib/review/commands/schedule.ts')
    const seen = await decision(await stage().build.approved(stage().cast, await begun()))
    await schedule(stage().reviewer, { ...seen, time }, clock)
    const { rows } = await stage().app.query('SELECT max(id) AS id FROM schedule')
    return { ref: seen.ref, id: rows[0].id as number }
  }
  return {
    'review/commands/schedule': async () => {
      const seen = await decision(await stage().build.approved(stage().cast, await begun()))
      return by(stage().reviewer, { ...seen, time: farAhead }, /^scheduled the publication for 2031-03-02 09:00 \(Asia\/Almaty\)/, seen.ref)
    },
    'review/commands/cancel-schedule': async () => {
      const { ref, id } = await scheduled()
      return by(stage().reviewer, { schedule: id }, /^cancelled the publication of 2031/, ref)
    },
    'review/commands/run-schedule': async () => {
      const { ref, id } = await scheduled(stage().build.at('2026-03-01T12:00:00Z'), { ...farAhead, local: '2026-03-02T09:00' })
      return by(scheduler, { schedule: id }, /^published the version, as reviewer had scheduled$/, ref)
    },
    'review/commands/fail-schedule': async () => {
      const { ref, id } = await scheduled()
      return by(scheduler, { schedule: id }, /^could not do the publication of 2031.*: It was tried several times/, ref)
    },
    'review/commands/retry-schedule': async () => {
      const { ref, id } = await scheduled()
      const { failSchedule } = await import('#lib/review/commands/fail-schedule.ts')
      await failSchedule(scheduler, { schedule: id })
      return by(stage().reviewer, { schedule: id }, /^had the publication of 2031.* tried again$/, ref)
    },
    'review/commands/publish-in-emergency': async () => {
      const seen = await decision(await begun())
      const input = { ...seen, reason: 'A court stopped what it says.', confirmed: seen.ref }
      return by(stage().administrator, input, /^published the version in an emergency, approved by nobody else: “A court stopped/, seen.ref)
    },
    'review/commands/approve-afterwards': async () => {
      const one = await stage().build.emergency(stage().administrator, await begun())
      return by(stage().reviewer, await decision(one), /^approved revision 2 .*, which was published in an emergency$/, one.ref)
    },
    'review/commands/publish': async () => {
      const seen = await decision(await stage().build.approved(stage().cast, await begun()))
      return by(stage().reviewer, seen, /^published the version$/, seen.ref)
    },
  }
}
