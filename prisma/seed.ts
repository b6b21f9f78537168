// The sample: a small named cast and the histories of about a dozen measures, made with the builders of the tests. Facts are real, sentences ours.

import { createAct } from '#lib/acts/commands/create-act.ts'
import { verify } from '#lib/measures/commands/verify.ts'
import { loadVersion } from '#lib/measures/queries.ts'
import { decideWithdrawal } from '#lib/review/commands/decide-withdrawal.ts'
import { requestWithdrawal } from '#lib/review/commands/request-withdrawal.ts'
import type { Actor } from '#lib/system/actor.ts'
import { systemClock } from '#lib/system/clock.ts'
import { deskDb } from '#lib/system/db.ts'
import { act, amendment, at, type Cast, draft, lawChange, person, published, returned, submitted } from '#lib/testing/builders.ts'
import { changed, sample } from './sample.ts'
import { citingActs, sampleActs } from './sample-acts.ts'

/** Loads the sample into an empty database. All four demo accounts get this password. */
export async function seed({ demoPassword }: { demoPassword: string }): Promise<void> {
  const password = demoPassword
  const opening = at('2022-01-03T08:00:00Z')
  const editor = await person({ email: 'editor@example.org', name: 'Edith Amsler', role: 'editor', password }, opening)
  const second = await person({ email: 'editor2@example.org', name: 'Emil Okafor', role: 'editor', password }, opening)
  const reviewer = await person({ email: 'reviewer@example.org', name: 'Ruth Castellanos', role: 'reviewer', password }, opening)
  const administrator = await person({ email: 'admin@example.org', name: 'Adrian Novak', role: 'administrator', password }, opening)
  const cast: Cast = { editor, reviewer }
  const other: Cast = { editor: second, reviewer: administrator }

  const refs = new Map<string, string>()
  for (const [id, given] of Object.entries(sampleActs)) refs.set(id, (await createAct(editor, given, at('2022-01-10T09:00:00Z'))).ref)

  const begun = async (economy: string, name: keyof typeof sample, moment: string, by: Cast = cast) =>
    published(by, await draft(by.editor, economy, citingActs(sample[name], refs), at(moment)), at(moment))
  const amended = async (ref: string, name: keyof typeof changed, moment: string, by: Cast = cast) =>
    published(by, await amendment(by.editor, ref, citingActs(changed[name], refs), at(moment)), at(moment))

  // PostgreSQL takes no check of a day to come, so the later ones are told from the day on which the sample is loaded.
  const daysAgo = (days: number) => new Date(systemClock().getTime() - days * 86_400_000).toISOString().slice(0, 10)
  const checked = async (by: Actor, on: { ref: string; version: number }, day: string, note = '') => {
    const { digest } = (await loadVersion(deskDb(), on.ref, on.version)).head
    await verify(by, { ...on, digest, checkedOn: day, note }, at(`${day}T16:00:00Z`))
  }

  const monitoring = await begun('KZ', 'kzMonitoring', '2022-03-14T09:20:00Z')
  await begun('KZ', 'kzShutdowns', '2022-05-03T10:05:00Z')
  await begun('KZ', 'kzNoSafeHarbour', '2022-05-03T10:40:00Z')
  const twice = await begun('KZ', 'kzTwice', '2022-06-20T08:15:00Z', other)
  await begun('KZ', 'kzOfficer', '2022-06-21T08:15:00Z')
  await checked(
    editor,
    await amended(monitoring.ref, 'kzMonitoring', '2023-01-16T14:30:00Z'),
    daysAgo(40),
    'Read beside the consolidated text.',
  )
  await requestWithdrawal(second, { ...twice, reason: 'Entered twice: see KZ-0005.' }, at('2022-07-04T07:30:00Z'))
  await decideWithdrawal(reviewer, { ...twice, confirm: true }, at('2022-07-04T13:00:00Z'))

  const protection = await begun('EU', 'euDataProtection', '2022-02-08T11:00:00Z')
  await checked(second, protection, '2024-06-10')
  await checked(reviewer, protection, daysAgo(260))
  const hosting = await begun('EU', 'euHosting', '2022-02-08T11:30:00Z')
  await begun('EU', 'euCopyright', '2022-02-09T09:00:00Z', other)
  await amended(hosting.ref, 'euHosting', '2023-02-27T10:10:00Z', other)

  const network = await begun('DE', 'deNetwork', '2022-04-11T15:45:00Z')
  await amended(network.ref, 'deNetworkCorrected', '2022-04-29T08:05:00Z')
  await submitted(
    second,
    await amendment(second, network.ref, citingActs(changed.deNetworkRepealed, refs), at('2026-11-12T09:30:00Z')),
    at('2026-11-12T10:00:00Z'),
  )

  const brazil = await begun('BR', 'brDataProtection', '2022-08-30T12:00:00Z', other)
  await amended(brazil.ref, 'brDataProtection', '2022-09-06T12:00:00Z', other)
  await begun('BR', 'brHosting', '2022-08-31T12:00:00Z', other)

  await lawChange(
    second,
    refs.get('lgpd') ?? '',
    {
      kind: 'amended',
      date: '2025-09-17',
      note: 'The data protection authority became the National Data Protection Agency, with staff and a budget of its own.',
      sourceTitle: 'Diário Oficial da União, 18 September 2025',
      amendingAct: 'Provisional Measure No. 1.317 of 17 September 2025',
    },
    at('2026-11-20T13:40:00Z'),
  )

  const japan = await begun('JP', 'jpDataProtection', '2022-10-17T06:20:00Z')
  await checked(editor, await amended(japan.ref, 'jpDataProtection', '2023-04-12T06:20:00Z'), '2025-02-20')
  await begun('JP', 'jpInformationTechnology', '2022-10-18T06:20:00Z')

  await begun('SG', 'sgTransfers', '2022-11-02T03:00:00Z')
  await begun('SG', 'sgZeroTariffs', '2022-11-02T04:00:00Z')
  const commerce = await draft(editor, 'SG', sample.sgCommerce, at('2026-11-18T08:00:00Z'))
  await returned(
    cast,
    commerce,
    'The coverage is still missing the exclusions of the First Schedule. Please name them, and cite the Act itself.',
    at('2026-11-19T08:00:00Z'),
  )
  await draft(
    editor,
    'CL',
    {
      ...sample.sgCommerce,
      subPillar: '12.10',
      coverage: '',
      description: '',
      sources: [],
      bases: [act('a', 'Law No. 19.799 on Electronic Documents, Electronic Signature and Certification Services', 'Since April 2002')],
    },
    at('2026-11-20T09:00:00Z'),
  )

  // What was told years ago has been read; only the news of this month waits in the desk.
  const longAgo = new Date('2026-01-01T00:00:00Z')
  await deskDb().notification.updateMany({ where: { createdAt: { lt: longAgo } }, data: { readAt: longAgo } })
}
