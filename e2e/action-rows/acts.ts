// The actions on acts and imports: who is answered what.
import { randomUUID } from 'node:crypto'
import { readBatch } from '#lib/imports/commands/read-batch.ts'
import { examplePage, examples } from '#lib/imports/reference-page.examples.ts'
import { actor, given } from '../fixtures.ts'
import { type ActionRows, act, decides, form, reads, statement, writes } from './shared.ts'

const ofAct = () => ({ economy: 'KZ', union: '', title: `Law ${randomUUID()} on Post` })
const editing = async () => `/desk/measures/${(await given.draft()).ref}/edit`

/** An import of one measure, whose act the register certainly has. */
async function certainBasis() {
  const title = `Law ${randomUUID()} on Sextants`
  await given.act(title, statement)
  const text = examples[0]?.text.replace(/^Law No\..*$/m, title) ?? ''
  const { batchId } = await readBatch(await actor('editor'), { fileName: 'page.txt', bytes: new TextEncoder().encode(text) })
  return { batchId, page: `/desk/imports/${batchId}` }
}

export const actRows: ActionRows = {
  'app/desk/acts/actions.ts saveAct': {
    answers: writes,
    prepare: async () => ({ page: '/desk/acts/new', input: { act: ofAct(), based: null } }),
  },
  'app/desk/acts/actions.ts registerFromBasis': { answers: writes, prepare: async () => ({ page: await editing(), input: ofAct() }) },
  'app/desk/acts/actions.ts proposeForBasis': {
    answers: reads,
    reads: true,
    prepare: async () => ({ page: await editing(), input: { economy: 'KZ', title: 'Law on Post', number: '' } }),
  },
  'app/desk/acts/actions.ts actForBasis': {
    answers: reads,
    reads: true,
    prepare: async () => ({ page: await editing(), input: await act() }),
  },
  'app/desk/acts/actions.ts merge': {
    answers: { ...decides, reviewer: 'not allowed' },
    prepare: async () => {
      const ref = await act()
      return form(`/desk/acts/${ref}`, { ref, edition: 1, into: await act(), intoEdition: 1 })
    },
  },
  'app/desk/imports/actions.ts createSome': {
    answers: writes,
    prepare: async () => {
      const text = examplePage.replace('personal data may', `personal data (${randomUUID()}) may`)
      const { batchId } = await readBatch(await actor('editor'), { fileName: 'page.txt', bytes: new TextEncoder().encode(text) })
      return { page: `/desk/imports/${batchId}`, input: batchId }
    },
  },
  'app/desk/imports/actions.ts chooseForBasis': {
    answers: writes,
    prepare: async (sql) => {
      const { page } = await certainBasis()
      const { rows } = await sql.query('SELECT max(id) AS id FROM import_basis')
      return { page, input: { basisId: rows[0].id, choice: 'enter' } }
    },
  },
  'app/desk/imports/actions.ts acceptCertain': {
    answers: writes,
    prepare: async () => {
      const { page, batchId } = await certainBasis()
      return { page, input: batchId }
    },
  },
  'app/desk/imports/actions.ts carryOutSome': {
    answers: writes,
    prepare: async () => {
      const text = `economy,title\nKZ,Law ${randomUUID()} on Post\n`
      const { batchId } = await readBatch(await actor('editor'), { fileName: 'acts.csv', bytes: new TextEncoder().encode(text) })
      return { page: `/desk/imports/${batchId}`, input: batchId }
    },
  },
}
