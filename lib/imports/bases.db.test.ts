// The acts of an import's bases against PostgreSQL: what is proposed, what is chosen, and what the drafts then cite.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Attacks, underAttack } from '#lib/testing/attacks.ts'
import { examplePage } from './reference-page.examples.ts'

let stage: Attacks
let read: typeof import('./commands/read-batch.ts')['readBatch']
let choose: typeof import('./commands/choose-act.ts')['chooseAct']
let accept: typeof import('./commands/accept-certain-acts.ts')['acceptCertainActs']
let create: typeof import('./commands/create-drafts.ts')['createNextDraft']
let queries: typeof import('./basis-queries.ts')
let acts: typeof import('#lib/acts/queries.ts')
beforeAll(async () => {
  stage = await underAttack()
  read = (await import('./commands/read-batch.ts')).readBatch
  choose = (await import('./commands/choose-act.ts')).chooseAct
  accept = (await import('./commands/accept-certain-acts.ts')).acceptCertainActs
  create = (await import('./commands/create-drafts.ts')).createNextDraft
  queries = await import('./basis-queries.ts')
  acts = await import('#lib/acts/queries.ts')
})
afterAll(() => stage?.close())

const page = (text: string) => ({ fileName: 'page.txt', bytes: new TextEncoder().encode(text) })
const measure = (titles: string[], statements: string[], description: string) => `KAZAKHSTAN

${statements.join('\n')}

Pillar Domestic Data policies\u00a0 |\u00a0 Sub-pillar Framework for data protection
${titles.join('\n\n')}
${description}
Coverage Horizontal`
const basesIn = async (batchId: number, ordinal = 1) => (await queries.basesOfItems(stage.editor, batchId, [ordinal])).get(ordinal) ?? []
const cited = async (ref: string) =>
  (
    await stage.app.query(
      `SELECT b ->> 'title' AS title, b ->> 'actRef' AS ref, jsonb_array_length(b -> 'events') AS events FROM revision r
       JOIN version v ON v.id = r.version_id JOIN measure m ON m.id = v.measure_id, jsonb_array_elements(r.content -> 'bases') b WHERE m.ref = $1`,
      [ref],
    )
  ).rows
async function created(batchId: number) {
  const refs: string[] = []
  for (let done = false; !done; ) {
    const step = await create(stage.editor, { batchId })
    if (step.ref) refs.push(step.ref)
    done = step.done
  }
  return refs
}

test('certain acts are accepted at once, another basis is entered, a third is left, and the drafts cite what was chosen', async () => {
  const post = await stage.build.registered(stage.editor, 'KZ', 'Law on Post', 'Since 2004, as amended in 2016')
  const near = await stage.build.registered(stage.editor, 'KZ', 'Law on the Protection of Consumers and their Rights', 'Since 2010')
  const one = measure(
    ['Law on Post', 'Law on Harbour Pilots', 'Law on the Protection of Consumers'],
    ['Since 2004', 'Since 2011', 'Since 2010, last amended in 2020'],
    'The law sets out who may carry letters, and who answers for them.',
  )
  const two = measure(['Law on Harbour Pilots'], ['Since 2011'], 'Pilots have to keep a register of the ships that they bring in.')
  const { batchId } = await read(stage.editor, page(`${one}\n\n${two}`))
  const [first, second, third] = await basesIn(batchId)
  expect([first, second, third].map((basis) => [basis?.certain, basis?.proposals[0]?.act.ref])).toEqual([
    [true, post],
    [false, undefined],
    [false, near],
  ])
  expect(await queries.undecidedBases(stage.editor, batchId)).toEqual({ open: 4, certain: 1 })

  expect(await accept(stage.editor, { batchId })).toEqual({ linked: 1 })
  expect(await accept(stage.editor, { batchId })).toEqual({ linked: 0 })
  const [other] = await basesIn(batchId, 2)
  await choose(stage.editor, { basisId: second?.id ?? 0, choice: 'enter' })
  await choose(stage.editor, { basisId: other?.id ?? 0, choice: 'enter' })
  await choose(stage.editor, { basisId: third?.id ?? 0, choice: 'link', ref: near })
  await choose(stage.editor, { basisId: third?.id ?? 0, choice: 'leave' })
  expect(await queries.undecidedBases(stage.editor, batchId)).toEqual({ open: 0, certain: 0 })

  const refs = await created(batchId)
  const entered = (await acts.searchActs(stage.editor, { q: 'Law on Harbour Pilots' })).items
  expect(entered, 'two measures of a page enter one act').toHaveLength(1)
  expect(await cited(refs[0] ?? '')).toEqual([
    { title: 'Law on Post', ref: post, events: 2 },
    { title: 'Law on Harbour Pilots', ref: entered[0]?.ref, events: 1 },
    { title: 'Law on the Protection of Consumers', ref: null, events: 2 },
  ])
  expect((await cited(refs[1] ?? '')).map(({ ref }) => ref)).toEqual([entered[0]?.ref])
  await expect(choose(stage.editor, { basisId: first?.id ?? 0, choice: 'leave' })).rejects.toThrow('created already')

  const again = await read(stage.editor, page(`${one}\n\n${two}`))
  const { rows } = await stage.app.query('SELECT outcome::text FROM import_item WHERE batch_id = $1', [again.batchId])
  expect(rows, 'what was read once is found again, whatever it cites now').toEqual([{ outcome: 'same' }, { outcome: 'same' }])
})

test('an act of another economy is not linked, nor by somebody who does not write on this one', async () => {
  const german = await stage.build.registered(stage.editor, 'DE', 'Postgesetz', 'Since 1997')
  const foreigner = await stage.build.person({ email: 'german@test.org', economies: ['DE'] })
  const { batchId } = await read(
    stage.editor,
    page(measure(['Postgesetz'], ['Since 1997'], 'It tells who may carry letters in this place.')),
  )
  const [basis] = await basesIn(batchId)
  expect(basis?.proposals).toEqual([])
  await expect(choose(stage.editor, { basisId: basis?.id ?? 0, choice: 'link', ref: german })).rejects.toThrow('is an act of Germany')
  await expect(choose(foreigner, { basisId: basis?.id ?? 0, choice: 'leave' })).rejects.toThrow('KZ is not one of them')
  await expect(choose(stage.editor, { basisId: 2 ** 30, choice: 'leave' })).rejects.toThrow('no such basis')
})

test('an act that was merged since the page was read is cited as what it was merged into', async () => {
  const title = 'Law on Customs Brokers'
  const old = await stage.build.registered(stage.editor, 'KZ', title, 'Since 2001')
  const { batchId } = await read(
    stage.editor,
    page(measure([title], ['Since 2001'], 'Brokers have to be entered in a list before they act.')),
  )
  const into = await stage.build.registered(stage.editor, 'KZ', 'Customs Brokers Act', 'Since 2001')
  const { mergeActs } = await import('#lib/acts/commands/merge-acts.ts')
  await mergeActs(stage.administrator, { ref: old, edition: 1, into, intoEdition: 1 })
  expect((await basesIn(batchId))[0]?.proposals[0]?.act.ref).toBe(into)
  expect(await accept(stage.editor, { batchId })).toEqual({ linked: 1 })
  const [ref = ''] = await created(batchId)
  expect(await cited(ref)).toEqual([{ title: 'Customs Brokers Act', ref: into, events: 1 }])
})

test('the database links a basis to an act when it says so, and only then', async () => {
  const { batchId } = await read(stage.editor, page(examplePage.replace('personal data may', 'personal data (again) may')))
  const one = `(SELECT b.id FROM import_basis b JOIN import_item i ON i.id = b.item_id WHERE i.batch_id = ${batchId} LIMIT 1)`
  expect(await stage.attempt([`UPDATE import_basis SET choice = 'link' WHERE id = ${one}`])).toContain('import_basis_links_an_act')
  expect(await stage.attempt([`UPDATE import_basis SET act_id = (SELECT min(id) FROM act) WHERE id = ${one}`])).toContain(
    'import_basis_links_an_act',
  )
})
