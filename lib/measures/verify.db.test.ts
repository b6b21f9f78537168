// Checks of published texts against their sources: on its way and refused, by the command and by raw SQL, and what is told of them afterwards.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Attacks, type On, underAttack } from '#lib/testing/attacks.ts'

let stage: Attacks
let verify: typeof import('./commands/verify.ts').verify
let review: typeof import('#lib/review/queries.ts')
let measures: typeof import('./queries.ts')
let world: typeof import('#lib/published/queries.ts')
let foreigner: Attacks['editor']

beforeAll(async () => {
  stage = await underAttack()
  ;({ verify } = await import('./commands/verify.ts'))
  review = await import('#lib/review/queries.ts')
  measures = await import('./queries.ts')
  world = await import('#lib/published/queries.ts')
  foreigner = await stage.build.person({ email: 'foreigner@test.org', economies: ['DE'] })
})
afterAll(() => stage?.close())

const at = (moment: string) => () => new Date(moment)
const published = (economy = 'KZ', moment = '2023-03-01T09:00:00Z', subPillar = '8.4') =>
  stage.build
    .draft(stage.editor, economy, stage.build.contentWith({ subPillar }), at(moment))
    .then((on) => stage.build.published(stage.cast, on, at(moment)))
const digestOf = async (on: On) => (await stage.headOf(await stage.idOf(on))).digest
const checked = async (on: On, checkedOn: string, moment = '2026-11-24T09:00:00Z', actor = stage.editor) =>
  verify(actor, { ...on, digest: await digestOf(on), checkedOn, note: '' }, at(moment))

describe('a check', () => {
  test('is told to the world with its day and name, by version, and in the trail, and makes no version', async () => {
    const on = await published()
    await checked(on, '2024-05-03')
    await checked(on, '2023-06-01')
    const measure = await world.getMeasure(on.ref)
    expect(measure).toMatchObject({ lastVerifiedOn: '2024-05-03', lastVerifiedBy: stage.editor.name, version: { number: 1 } })
    expect((await measures.checksOf(stage.editor, on.ref)).map(({ on, by, version }) => ({ on, by, version }))).toEqual([
      { on: '2024-05-03', by: stage.editor.name, version: 1 },
      { on: '2023-06-01', by: stage.editor.name, version: 1 },
    ])
    const { rows } = await stage.app.query(
      `SELECT details ->> 'checkedOn' AS on FROM audit_entry WHERE action = 'version.verified' AND measure_ref = $1`,
      [on.ref],
    )
    expect(rows.map((row) => row.on)).toEqual(['2024-05-03', '2023-06-01'])
  })

  test.each(['2026-11-26', '2023-02-28', '2024-02-30', '2024-05', ''])('on %o is refused', async (day) => {
    await expect(checked(await published(), day)).rejects.toMatchObject({ name: 'Invalid', issues: [{ path: 'checkedOn' }] })
  })

  test('on the day that has begun in the east is taken', async () => {
    await checked(await published(), '2026-11-24', '2026-11-23T11:00:00Z')
  })

  test('is refused to who may not write on the economy', async () => {
    await expect(checked(await published(), '2024-05-03', undefined, foreigner)).rejects.toMatchObject({ name: 'NotAllowed' })
  })

  test('is refused for a draft, a superseded version and another text', async () => {
    const draft = await stage.build.draft(stage.editor, 'KZ', stage.build.contentWith())
    await expect(checked(draft, '2026-11-24')).rejects.toMatchObject({ name: 'Stale' })
    const first = await published()
    const change = stage.build.contentWith({ coverage: 'Other', changeKind: 'editorial', changeNote: 'x' })
    await stage.build.published(stage.cast, await stage.build.amendment(stage.editor, first.ref, change))
    await expect(checked(first, '2026-11-24')).rejects.toMatchObject({ name: 'Stale' })
    const second = { ...first, version: 2 }
    await expect(
      verify(stage.editor, { ...second, digest: await digestOf(first), checkedOn: '2026-11-24', note: '' }),
    ).rejects.toMatchObject({
      name: 'Stale',
    })
  })

  test.each(['x'.repeat(5001), 'a\0b'])('with a note that cannot be kept is refused', async (note) => {
    const on = await published()
    const input = { ...on, digest: await digestOf(on), checkedOn: '2024-05-03', note }
    await expect(verify(stage.editor, input)).rejects.toMatchObject({ name: 'Invalid', issues: [{ path: 'note' }] })
  })
})

describe('raw SQL as the application', () => {
  const insert = `INSERT INTO verification (version_id, digest, checked_on, verifier_id, verifier_name) VALUES ($1, $2, $3, $4, 'x')`
  test('cannot change or remove a check', async () => {
    await checked(await published(), '2024-05-03')
    for (const statement of ['UPDATE verification SET checked_on = now()', 'DELETE FROM verification', 'TRUNCATE verification'])
      expect(await stage.attempt([statement]), statement).not.toBe('done')
  })
  test('cannot check in the future, another text, or what is not published', async () => {
    const on = await published()
    const [id, digest] = [await stage.idOf(on), await digestOf(on)]
    const tomorrow = new Date(Date.now() + 3 * 86_400_000)
    expect(await stage.attempt([insert, [id, digest, tomorrow, stage.editor.id]])).toMatch(/in the future/)
    expect(await stage.attempt([insert, [id, 'f'.repeat(64), new Date(), stage.editor.id]])).toMatch(/only the published text/)
    const draft = await stage.build.draft(stage.editor, 'KZ', stage.build.contentWith())
    expect(await stage.attempt([insert, [await stage.idOf(draft), await digestOf(draft), new Date(), stage.editor.id]])).toMatch(
      /only the published text/,
    )
    expect(await stage.attempt([insert, [id, digest, new Date(), stage.editor.id]])).toBe('done')
  })
  test('cannot set an interval that is none', async () => {
    for (const months of [0, -1, 121])
      expect(await stage.attempt(['UPDATE sub_pillar SET check_every_months = $1', [months]])).not.toBe('done')
  })
})

test('L8 what was left, why, and the note of a check stay inside', async () => {
  const left = [{ code: 'date without event', about: 'amended 2016', because: 'canary-because' }]
  const on = await stage.build.published(stage.cast, await stage.build.draft(stage.editor, 'KZ', stage.build.contentWith({ left })))
  const day = new Date().toISOString().slice(0, 10)
  await verify(stage.editor, { ...on, digest: await digestOf(on), checkedOn: day, note: 'canary-note' })
  const shown = JSON.stringify([await world.getMeasure(on.ref), await world.getVersion(on.ref, 1), await world.listVersions(on.ref)])
  expect(shown).toContain(day)
  expect(shown).not.toContain('canary')
})

describe('what is due', () => {
  const today = '2026-11-24'
  test('counts from the last check, else from the first publication, by the interval of the sub-pillar; a new version is no check', async () => {
    const never = await published('DE', '2023-03-01T09:00:00Z', '7.1')
    const lately = await published('DE', '2022-03-01T09:00:00Z', '7.1')
    const amended = await published('DE', '2024-01-10T09:00:00Z', '7.2')
    await checked(lately, '2026-10-01')
    await stage.build.published(
      stage.cast,
      await stage.build.amendment(
        stage.editor,
        amended.ref,
        stage.build.contentWith({ subPillar: '7.2', coverage: 'Other', changeKind: 'editorial', changeNote: 'x' }),
      ),
    )
    const { items, total } = await review.measuresToCheck(stage.editor, { economies: ['DE'], pillar: 7, limit: 50 })
    expect(total).toBe(3)
    expect(items.map(({ ref, since, checked, dueOn }) => ({ ref, since, checked, dueOn }))).toEqual([
      { ref: never.ref, since: '2023-03-01', checked: false, dueOn: '2024-03-01' },
      { ref: amended.ref, since: '2024-01-10', checked: false, dueOn: '2025-01-10' },
      { ref: lately.ref, since: '2026-10-01', checked: true, dueOn: '2027-10-01' },
    ])
    const due = await review.measuresToCheck(stage.editor, { economies: ['DE'], dueBy: today, limit: 1 })
    expect({ total: due.total, refs: due.items.map(({ ref }) => ref) }).toEqual({ total: 2, refs: [never.ref] })
    const cell = (await review.agesOfChecks(stage.editor, today)).find(({ economy, pillar }) => economy === 'DE' && pillar === 7)
    expect(cell).toEqual({ economy: 'DE', pillar: 7, measures: 3, medianDays: 1049, oldestDays: 1364, unchecked: 2, due: 2 })
  })

  test('comes sooner for a sub-pillar with a shorter interval', async () => {
    const on = await published('BR', '2023-03-01T09:00:00Z', '9.2')
    const { items } = await review.measuresToCheck(stage.editor, { economies: ['BR'], limit: 10 })
    expect(items).toMatchObject([{ ref: on.ref, months: 6, dueOn: '2023-09-01' }])
  })

  test('is nothing for who has no economy', async () => {
    expect(await review.measuresToCheck({ ...foreigner, economies: [] }, { economies: [], limit: 10 })).toEqual({ items: [], total: 0 })
  })
})
