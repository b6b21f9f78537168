// The register of acts against PostgreSQL: entering, finding in any script, proposing, changing, merging.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Attacks, underAttack } from '#lib/testing/attacks.ts'
import { connect } from '#prisma/connection.ts'
import type { ActInput } from './schema.ts'

let attacks: Attacks
let { app, build, cast, editor, administrator } = {} as Attacks
let create: typeof import('./commands/create-act.ts')['createAct']
let edit: typeof import('./commands/edit-act.ts')['editAct']
let merge: typeof import('./commands/merge-acts.ts')['mergeActs']
let queries: typeof import('./queries.ts')
let published: typeof import('#lib/published/act-queries.ts')

beforeAll(async () => {
  attacks = await underAttack()
  ;({ app, build, cast, editor, administrator } = attacks)
  create = (await import('./commands/create-act.ts')).createAct
  edit = (await import('./commands/edit-act.ts')).editAct
  merge = (await import('./commands/merge-acts.ts')).mergeActs
  queries = await import('./queries.ts')
  published = await import('#lib/published/act-queries.ts')
})
afterAll(() => attacks?.close())

const communications: ActInput = {
  ...{ economy: 'KZ', union: '', title: 'Law on Communications', number: '567-II', kind: 'law' },
  ...{ originalTitle: 'О связи', originalLanguage: 'ru', url: 'https://adilet.zan.kz/eng/docs/Z040000567_' },
  events: [
    { kind: 'since', date: '2004-07', sourceTitle: 'Adilet' },
    { kind: 'amended', date: '2016' },
  ],
}
const found = async (q: string) => (await queries.searchActs(editor, { q })).items.map(({ ref }) => ref)
const last = async () => (await app.query('SELECT action, details FROM audit_entry ORDER BY id DESC LIMIT 1')).rows[0]

describe('entering and finding', () => {
  test('an act is read back as it was entered, and the trail says so', async () => {
    const { ref } = await create(editor, communications)
    expect(await queries.actOf(editor, ref)).toMatchObject({ ...communications, belongsTo: 'Kazakhstan', edition: 1, mergedInto: null })
    expect(await last()).toEqual({ action: 'act.registered', details: { act: ref, title: 'Law on Communications' } })
  })
  test.each(['Law on Communications', 'comunications law', '567-II', 'О связи', 'о связи', 'Закон о связи'])('%o finds it', async (q) =>
    expect(await found(q)).toContain('ACT-0001'),
  )
  test('a misspelt title in Cyrillic, Arabic or Japanese finds it as well', async () => {
    const japan = await create(editor, {
      ...communications,
      economy: 'JP',
      title: 'Act A',
      originalTitle: '個人情報の保護に関する法律',
      originalLanguage: 'ja',
    })
    const jordan = await create(editor, {
      ...communications,
      economy: 'JO',
      title: 'Act B',
      originalTitle: 'قانون المعاملات الإلكترونية',
      originalLanguage: 'ar',
    })
    const data = await create(editor, { ...communications, title: 'Act C', originalTitle: 'О персональных данных', originalLanguage: 'ru' })
    expect(await found('個人情報保護に関する法律')).toEqual([japan.ref])
    expect(await found('قانون المعاملات الالكترونية')).toEqual([jordan.ref])
    expect(await found('о персональных даных')).toEqual([data.ref])
  })
  test('an editor enters acts of their own economies only, and nobody an act of none', async () => {
    const german = await build.person({ email: 'german@test.org', economies: ['DE'] })
    await expect(create(german, communications)).rejects.toThrow('KZ is not one of them')
    await expect(create(editor, { ...communications, economy: 'XX' })).rejects.toThrow('from the list')
    await expect(create(editor, { ...communications, economy: '' })).rejects.toThrow('economy or the union')
  })
  test('20,000 acts are searched through the index', async () => {
    await app.query(`INSERT INTO act (economy_code, title, number, created_by_id)
      SELECT 'DE', 'Ordinance on ' || md5(n::text) || ' matters', n || '/2020', ${editor.id} FROM generate_series(1, 20000) n`)
    const owner = await connect(attacks.database.ownerUrl)
    await owner.query('VACUUM ANALYZE act').finally(() => owner.end())
    const plan = await app.query(`EXPLAIN SELECT ref FROM act a WHERE a.merged_into_id IS NULL
      AND (act_words(a.title, a.original_title, a.number) LIKE '%comunications%' OR 'comunications' <% act_words(a.title, a.original_title, a.number))`)
    expect(JSON.stringify(plan.rows)).toContain('act_words_trigrams')
    expect(await found('comunications')).toContain('ACT-0001')
  })
})

describe('proposing', () => {
  const proposed = async (economy: string, title: string) =>
    (await queries.proposeActs(editor, { economy, title, number: '' })).map(({ ref, why }) => ({ ref, why }))
  test('the act of the economy with that number or a similar title', async () => {
    expect(await proposed('KZ', 'Law of the Republic of Kazakhstan No. 567-II on Communications (О связи)')).toEqual([
      expect.objectContaining({ ref: 'ACT-0001', why: 'the same number, 567-II, and a similar title' }),
      expect.anything(),
    ])
    expect(await proposed('KZ', 'Law on Comunications')).toEqual([{ ref: 'ACT-0001', why: 'a similar title' }])
    expect(await proposed('CL', 'Law on Communications')).toEqual([])
  })
  test('an act of a union to its members and to nobody else', async () => {
    const { ref } = await create(editor, { economy: '', union: 'EEU', title: 'Treaty on the Eurasian Economic Union', kind: 'treaty' })
    expect((await proposed('AM', 'Treaty on the Eurasian Economic Union'))[0]?.ref).toBe(ref)
    expect(await proposed('FR', 'Treaty on the Eurasian Economic Union')).toEqual([])
    const of = async (economy: string) => (await queries.searchActs(editor, { q: 'Treaty on the Eurasian', economy })).items
    expect(await of('AM')).toEqual([expect.objectContaining({ ref })])
    expect(await of('FR')).toEqual([])
  })
})

describe('changing', () => {
  test('raises the edition and records what was and what is', async () => {
    const { ref } = await create(editor, communications)
    const title = 'Law on Communications and Post'
    expect(await edit(editor, { ref, edition: 1, act: { ...communications, title, events: [{ kind: 'since', date: '2004' }] } })).toEqual({
      edition: 2,
    })
    expect(await last()).toEqual({
      action: 'act.edited',
      details: {
        act: ref,
        before: { title: 'Law on Communications', events: 'Since July 2004, as amended in 2016; 2004-07: Adilet' },
        after: { title, events: 'Since 2004' },
      },
    })
  })
  test('the same again changes nothing', async () => {
    const { ref } = await create(editor, communications)
    expect(await edit(editor, { ref, edition: 1, act: communications })).toEqual({ edition: 1 })
  })
  test('D3 the second of two who began at once is refused and shown what stands', async () => {
    const { ref } = await create(editor, communications)
    await edit(editor, { ref, edition: 1, act: { ...communications, issuer: 'Parliament' } })
    const late = edit(administrator, { ref, edition: 1, act: { ...communications, issuer: 'Senate' } })
    await expect(late).rejects.toMatchObject({ name: 'Stale', changed: { act: { issuer: 'Parliament', edition: 2 } } })
  })
})

describe('merging', () => {
  test('keeps every citation and every published text, and the public address leads on', async () => {
    const { ref } = await create(editor, { ...communications, title: 'Law of Communications' })
    const { ref: into } = await create(editor, communications)
    const { ref: older } = await create(editor, communications)
    const citing = build.contentWith({ bases: [build.citing('a', ref, 'Law of Communications', 'Since July 2004')] })
    const out = await build.published(cast, await build.draft(editor, 'KZ', citing))
    const open = await build.draft(editor, 'KZ', citing)
    await merge(administrator, { ref: older, edition: 1, into: ref, intoEdition: 1 })
    const before = await app.query('SELECT * FROM citation ORDER BY 1, 2')
    const snapshots = await app.query('SELECT ref, content, digest FROM published.version ORDER BY 1')

    await expect(merge(editor, { ref, edition: 1, into, intoEdition: 1 })).rejects.toThrow('Only an administrator may merge acts.')
    await expect(merge(administrator, { ref, edition: 7, into, intoEdition: 1 })).rejects.toMatchObject({ name: 'Stale' })
    expect(await merge(administrator, { ref, edition: 1, into, intoEdition: 1 })).toEqual({ into })
    expect(await last()).toEqual({ action: 'act.merged', details: { act: ref, into, measures: 2 } })

    expect((await app.query('SELECT * FROM citation ORDER BY 1, 2')).rows).toEqual(before.rows)
    expect((await app.query('SELECT ref, content, digest FROM published.version ORDER BY 1')).rows).toEqual(snapshots.rows)
    const { items } = await queries.citingMeasures(editor, (await queries.actOf(editor, into)).id)
    expect(items.map(({ ref: measure, via }) => ({ measure, via }))).toEqual([
      { measure: out.ref, via: ref },
      { measure: open.ref, via: ref },
    ])
    expect((await queries.actOf(editor, older)).mergedInto).toBe(into)
    expect(await published.getAct(ref)).toMatchObject({ mergedInto: into })
    expect((await published.measuresOfAct(into, 1)).items.map((measure) => measure.ref)).toEqual([out.ref])
    await expect(merge(administrator, { ref, edition: 2, into, intoEdition: 1 })).rejects.toThrow('already')
    await expect(edit(editor, { ref, edition: 2, act: communications })).rejects.toThrow('was merged into')
  })
  test('two who merge the same two into each other at once: one does, the other is told', async () => {
    const [a, b] = [await create(editor, communications), await create(editor, communications)]
    const both = await Promise.allSettled([
      merge(administrator, { ref: a.ref, edition: 1, into: b.ref, intoEdition: 1 }),
      merge(administrator, { ref: b.ref, edition: 1, into: a.ref, intoEdition: 1 }),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })
})

describe('L6 what the public sees of the register', () => {
  test('nothing of an act that only drafts cite, nor of one that nothing cites', async () => {
    const { ref } = await create(editor, { ...communications, title: 'Canary Act of the Quay' })
    const on = await build.draft(editor, 'KZ', build.contentWith({ bases: [build.citing('a', ref, 'Canary', 'Since 2004')] }))
    await build.submitted(editor, on)
    expect(await published.getAct(ref)).toBeNull()
    expect((await published.listActs({ q: 'Canary' })).total).toBe(0)
    expect((await published.measuresOfAct(ref, 1)).items).toEqual([])
  })
  test('the acts of an economy are also those of its unions', async () => {
    const { ref } = await create(editor, { economy: '', union: 'EEU', title: 'Customs Code of the Quay', kind: 'code' })
    const bases = [build.citing('a', ref, 'Customs Code of the Quay', 'Since 2018')]
    await build.published(cast, await build.draft(editor, 'KZ', build.contentWith({ bases })))
    const of = async (economy: string) => (await published.listActs({ q: 'Customs Code of the Quay', economy })).items.map((act) => act.ref)
    expect([await of('KZ'), await of('BY'), await of('EEU'), await of('FR')]).toEqual([[ref], [ref], [ref], []])
    const owners = (await published.ownersOfActs()).map(({ code }) => code)
    expect(owners).toEqual(expect.arrayContaining(['BY', 'EEU', 'KZ']))
    expect(owners).not.toContain('FR')
  })
})
