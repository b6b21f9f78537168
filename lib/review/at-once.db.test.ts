// W7: what several people do to one version at the same instant. Exactly one wins, and the others are told in words; the clock may stand or go back.

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Attacks, type On, underAttack } from '#lib/testing/attacks.ts'
import { everyCheck } from './checklist.ts'

const rounds = 20
let stage: Attacks
let approve: typeof import('./commands/approve.ts').approve
let publish: typeof import('./commands/publish.ts').publish
let returnVersion: typeof import('./commands/return.ts').returnVersion
let takeBack: typeof import('./commands/take-back.ts').takeBack
let requestWithdrawal: typeof import('./commands/request-withdrawal.ts').requestWithdrawal
let decideWithdrawal: typeof import('./commands/decide-withdrawal.ts').decideWithdrawal

beforeAll(async () => {
  stage = await underAttack()
  ;({ approve } = await import('./commands/approve.ts'))
  ;({ publish } = await import('./commands/publish.ts'))
  ;({ returnVersion } = await import('./commands/return.ts'))
  ;({ takeBack } = await import('./commands/take-back.ts'))
  ;({ requestWithdrawal } = await import('./commands/request-withdrawal.ts'))
  ;({ decideWithdrawal } = await import('./commands/decide-withdrawal.ts'))
})
afterAll(() => stage?.close())

const begun = () => stage.build.draft(stage.editor, 'KZ', stage.build.contentWith())
const decision = async (on: On) => ({ ...on, digest: (await stage.headOf(await stage.idOf(on))).digest, checked: everyCheck })
const trail = async (on: On, actions: string[]) =>
  (
    await stage.app.query('SELECT action FROM audit_entry WHERE measure_ref = $1 AND version_number = $2 AND action = ANY($3)', [
      on.ref,
      on.version,
      actions,
    ])
  ).rows.map(({ action }) => action)

/** Exactly one was done; each of the others is an expected error that says a sentence. Returns which one won. */
async function oneWins(attempts: Promise<unknown>[]): Promise<number> {
  const results = await Promise.allSettled(attempts)
  const won = results.flatMap(({ status }, index) => (status === 'fulfilled' ? [index] : []))
  for (const result of results) {
    if (result.status === 'fulfilled') continue
    expect(result.reason.name, String(result.reason)).toMatch(/^(Stale|NotAllowed)$/)
    expect(result.reason.message).toMatch(
      /^(Somebody was faster: version \d is [a-z ]+ since .* UTC|This version is .*|No withdrawal .*|\w+ already asked .*)\.$/,
    )
  }
  expect(won, 'winners').toHaveLength(1)
  return won[0] ?? -1
}

test(`W7 approve, return and take back at once, ${rounds} times`, async () => {
  const winners = new Set<number>()
  for (let round = 0; round < rounds; round++) {
    const on = await stage.build.submitted(stage.editor, await begun())
    const seen = await decision(on)
    const moves = [
      () => approve(stage.reviewer, seen),
      () => returnVersion(stage.administrator, { ...seen, reason: 'Name the article.' }),
      () => takeBack(stage.editor, { ...seen, state: 'in_review' }),
    ]
    const first = round % moves.length
    const order = [...moves.slice(first), ...moves.slice(0, first)]
    const won = (await oneWins(order.map((move) => move()))) + first
    winners.add(won % moves.length)
    expect(await trail(on, ['version.approved', 'version.returned', 'version.taken back'])).toHaveLength(1)
  }
  expect(winners.size, 'no command wins always').toBeGreaterThan(1)
})

test(`publish and take back at once, ${rounds} times: published or a draft, never both`, async () => {
  for (let round = 0; round < rounds; round++) {
    const on = await stage.build.approved(stage.cast, await begun())
    const seen = await decision(on)
    const moves = [() => publish(stage.reviewer, seen), () => takeBack(stage.editor, { ...seen, state: 'approved' })]
    await oneWins((round % 2 === 0 ? moves : moves.toReversed()).map((move) => move()))
    const { rows } = await stage.app.query(
      "SELECT v.state = 'published' AS desk, p.ref IS NOT NULL AS world FROM version v LEFT JOIN published.version p ON p.ref = $2 AND p.is_current WHERE v.id = $1",
      [await stage.idOf(on), on.ref],
    )
    expect(rows[0].desk).toBe(rows[0].world)
  }
})

test('two people approve at once: one approval', async () => {
  const on = await stage.build.submitted(stage.editor, await begun())
  const seen = await decision(on)
  await oneWins([approve(stage.reviewer, seen), approve(stage.administrator, seen)])
  expect((await stage.app.query('SELECT 1 FROM approval WHERE version_id = $1', [await stage.idOf(on)])).rows).toHaveLength(1)
})

test('two people publish at once: one publication and one snapshot', async () => {
  const on = await stage.build.approved(stage.cast, await begun())
  const seen = await decision(on)
  await oneWins([publish(stage.reviewer, seen), publish(stage.administrator, seen)])
  expect((await stage.app.query('SELECT 1 FROM published.version WHERE ref = $1', [on.ref])).rows).toHaveLength(1)
  expect(await trail(on, ['version.published'])).toHaveLength(1)
})

test('two people ask for a withdrawal at once: one request; two decide at once: one decision', async () => {
  const on = await stage.build.published(stage.cast, await begun())
  await oneWins([
    requestWithdrawal(stage.editor, { ...on, reason: 'Wrong.' }),
    requestWithdrawal(stage.editor, { ...on, reason: 'Wrong.' }),
  ])
  await oneWins([
    decideWithdrawal(stage.reviewer, { ...on, confirm: true }),
    decideWithdrawal(stage.administrator, { ...on, confirm: false }),
    decideWithdrawal(stage.editor, { ...on, confirm: false }),
  ])
})

describe('record time', () => {
  const standing = () => stage.build.at('2023-01-16T14:30:00Z')
  const periods = async (ref: string) =>
    (
      await stage.app.query(
        'SELECT number, lower(published_during) AS start, upper(published_during) AS end FROM published.version WHERE ref = $1 ORDER BY number',
        [ref],
      )
    ).rows.map(({ number, start, end }) => [number, start.toISOString(), end?.toISOString() ?? null])
  const amendment = (ref: string, coverage: string) =>
    stage.build.amendment(stage.editor, ref, stage.build.contentWith({ coverage, changeKind: 'editorial', changeNote: 'x' }), standing())

  test('with a clock that stands still, versions follow each other by a millisecond', async () => {
    const on = await stage.build.published(stage.cast, await begun(), standing())
    for (const coverage of ['Second', 'Third']) await stage.build.published(stage.cast, await amendment(on.ref, coverage), standing())
    expect(await periods(on.ref)).toEqual([
      [1, '2023-01-16T14:30:00.000Z', '2023-01-16T14:30:00.001Z'],
      [2, '2023-01-16T14:30:00.001Z', '2023-01-16T14:30:00.002Z'],
      [3, '2023-01-16T14:30:00.002Z', null],
    ])
  })
  test('with a clock that goes back, no period is empty, in the past or over another', async () => {
    const on = await stage.build.published(stage.cast, await begun(), standing())
    await stage.build.published(stage.cast, await amendment(on.ref, 'Second'), stage.build.at('2021-01-01T00:00:00Z'))
    expect(await periods(on.ref)).toEqual([
      [1, '2023-01-16T14:30:00.000Z', '2023-01-16T14:30:00.001Z'],
      [2, '2023-01-16T14:30:00.001Z', null],
    ])
  })
  test('after a withdrawal too, whatever the clock says', async () => {
    const on = await stage.build.published(stage.cast, await begun(), standing())
    await requestWithdrawal(stage.editor, { ...on, reason: 'Wrong.' }, standing())
    await decideWithdrawal(stage.reviewer, { ...on, confirm: true }, stage.build.at('2020-01-01T00:00:00Z'))
    await stage.build.published(stage.cast, await amendment(on.ref, 'Again'), stage.build.at('2021-01-01T00:00:00Z'))
    expect(await periods(on.ref)).toEqual([
      [1, '2023-01-16T14:30:00.000Z', '2023-01-16T14:30:00.001Z'],
      [2, '2023-01-16T14:30:00.001Z', null],
    ])
  })
})
