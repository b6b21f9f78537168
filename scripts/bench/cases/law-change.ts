// One amendment of an act that every measure cites: confirming it, and opening the worklist of its impacts.
import type { Case, Figure } from '../case.ts'

const ROUNDS = 5

/** Makes every published measure cite the act as well, by SQL that knows no triggers: as it would stand after years. */
const citedByAll = [
  'SET session_replication_role = replica',
  `INSERT INTO citation (revision_id, basis_id, act_id)
   SELECT r.id, 'bench', a.id FROM revision r JOIN version v ON v.id = r.version_id, act a WHERE v.state = 'published' AND a.ref = $1`,
  `INSERT INTO published.citation (ref, number, basis_id, act_ref) SELECT ref, number, 'bench', $1 FROM published.version WHERE is_current`,
]

const middle = (took: number[]) => took.toSorted((a, b) => a - b)[Math.floor(took.length / 2)] ?? 0

async function timed<T>(work: () => Promise<T>): Promise<[T, number]> {
  const began = performance.now()
  const result = await work()
  return [result, performance.now() - began]
}

export default {
  name: 'law-change',
  about: 'confirm a law change of an act that all measures cite, and open its worklist',
  run: async (stage) => {
    const { actorByEmail } = await import('#lib/accounts/queries.ts')
    const { decideLawChange } = await import('#lib/law-changes/commands/decide-law-change.ts')
    const { impactChoices, impactWorklist, assignees } = await import('#lib/law-changes/impact-queries.ts')
    const { lawChange, registered } = await import('#lib/testing/builders.ts')
    const { connect } = await import('#prisma/connection.ts')
    const [editor, reviewer] = await Promise.all([actorByEmail(stage.people.editor), actorByEmail(stage.people.reviewer)])
    if (!editor || !reviewer) throw new Error('The people of the bench are gone.')

    const act = await registered(editor, stage.seeded.refs[0]?.slice(0, 2) ?? '', 'Law that everybody cites', 'Since July 2004')
    const owner = await connect(stage.urls.owner)
    try {
      for (const sql of citedByAll) await owner.query(sql, sql.includes('$1') ? [act] : [])
      await owner.query('ANALYZE')
    } finally {
      await owner.end()
    }

    const confirmed: number[] = []
    let lawChangeId = 0
    let impacts = 0
    for (let round = 0; round < ROUNDS; round++) {
      const id = await lawChange(editor, act, { date: String(2019 + round) })
      const [done, took] = await timed(() => decideLawChange(reviewer, { id, confirm: true }))
      confirmed.push(took)
      lawChangeId = id
      impacts = done.impacts
    }

    const now = new Date()
    const open = (filter: Parameters<typeof impactWorklist>[1]) =>
      timed(() => Promise.all([impactWorklist(editor, filter, now), impactChoices(editor, filter, now), assignees(editor, filter.economy)]))
    const economy = stage.seeded.refs[0]?.slice(0, 2) ?? ''
    const worklists: [string, Parameters<typeof impactWorklist>[1]][] = [
      ['open its worklist', { lawChangeId }],
      ['its last page', { lawChangeId, page: Math.ceil(impacts / 50) }],
      ['of one economy', { lawChangeId, economy }],
      ['that wait to be checked', { lawChangeId, show: 'to check' }],
      ['of every law change, of one person', { personId: editor.id }],
    ]
    const figures: Figure[] = [
      { name: `confirm with ${impacts} impacts`, value: middle(confirmed), unit: 'ms, the middle one', target: 'under 2000' },
    ]
    for (const [name, filter] of worklists) {
      const took: number[] = []
      for (let round = 0; round < ROUNDS; round++) took.push((await open(filter))[1])
      figures.push({ name, value: middle(took), unit: 'ms, the middle one', target: 'under 200' })
    }
    return { figures }
  },
} satisfies Case
