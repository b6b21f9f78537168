// Reads a file and keeps the plan: what each measure or act would become. None is created or changed.
import { createHash } from 'node:crypto'
import { whyNot } from '#lib/accounts/permissions.ts'
import { record } from '#lib/audit/record.ts'
import { plannedActs } from '#lib/imports/act-plan-queries.ts'
import { proposalsFor } from '#lib/imports/basis-queries.ts'
import { type PlannedItem, planImport } from '#lib/imports/plan.ts'
import { existingContents } from '#lib/imports/queries.ts'
import { type ReadFile, readFile } from '#lib/imports/read-file.ts'
import { storeActs, storeBases } from '#lib/imports/store.ts'
import type { Actor } from '#lib/system/actor.ts'
import { type Clock, systemClock } from '#lib/system/clock.ts'
import { type Db, deskDb } from '#lib/system/db.ts'
import { Invalid, NotAllowed } from '#lib/system/errors.ts'
import { taxonomyNames } from '#lib/taxonomy/queries.ts'

const rowsAtOnce = 500
const longest = 10 * 60_000

/** Reads a file of at most 50 MB, of measures or of acts. Returns the id of its plan. Throws NotAllowed, Invalid (nothing was given). */
export async function readBatch(
  actor: Actor,
  input: { fileName: string; bytes: Uint8Array },
  clock: Clock = systemClock,
): Promise<{ batchId: number }> {
  const refused = whyNot(actor, 'import', null)
  if (refused !== null) throw new NotAllowed(refused)
  if (input.bytes.length === 0) throw new Invalid([{ path: 'file', message: 'There is nothing to read: choose a file or paste a text.' }])
  const read = readFile(input.bytes, await taxonomyNames())
  const plan = read.subject === 'acts' ? await planOfActs(actor, read) : await planOfMeasures(actor, read)
  const fileName = input.fileName.replaceAll('\0', '').slice(0, 200).toWellFormed() || plan.pastedName
  const at = clock()
  return deskDb().$transaction(
    async (tx) => {
      const { id: batchId } = await tx.importBatch.create({
        data: {
          ...{ fileName, subject: read.subject, bytes: input.bytes.length, createdById: actor.id, createdAt: at },
          sha256: createHash('sha256').update(input.bytes).digest('hex'),
        },
      })
      await plan.store(tx, batchId)
      for (let start = 0; start < plan.problems.length; start += rowsAtOnce) {
        const rows = plan.problems.slice(start, start + rowsAtOnce)
        await tx.importProblem.createMany({ data: rows.map(({ line, column, message }) => ({ batchId, line, column, message })) })
      }
      const { items, problems } = plan
      await record(tx, actor, { action: 'import.read', subject: read.subject, fileName, items, problems: problems.length }, { at })
      return { batchId }
    },
    { timeout: longest },
  )
}

type Problem = { line: number; column: string; message: string }
type Plan = { pastedName: string; items: number; problems: Problem[]; store: (tx: Db, batchId: number) => Promise<void> }

async function planOfMeasures(actor: Actor, { items, problems }: ReadFile & { subject: 'measures' }): Promise<Plan> {
  const economies = [...new Set(items.flatMap(({ economyCode }) => economyCode ?? []))]
  const planned = planImport(items, await existingContents(economies))
  const proposals = await proposalsFor(actor, planned)
  const lines = problems.map(({ line, message }) => ({ line, column: '', message }))
  const store = async (tx: Db, batchId: number) => {
    await storeItems(tx, batchId, planned)
    await storeBases(tx, batchId, proposals)
  }
  return { pastedName: pastedName(economies), items: items.length, problems: lines, store }
}

async function planOfActs(actor: Actor, read: ReadFile & { subject: 'acts' }): Promise<Plan> {
  const planned = await plannedActs(actor, read.rows)
  const problems = [...read.problems, ...planned.flatMap((one) => one.problems)].sort((a, b) => a.line - b.line)
  return { pastedName: 'Pasted acts', items: planned.length, problems, store: (tx, id) => storeActs(tx, id, planned) }
}

async function storeItems(tx: Db, batchId: number, planned: readonly PlannedItem[]): Promise<void> {
  const refs = planned.flatMap((plan) => (plan.outcome === 'same' && plan.ref !== null ? [plan.ref] : []))
  const measures = await tx.measure.findMany({ where: { ref: { in: [...new Set(refs)] } }, select: { id: true, ref: true } })
  const idOf = new Map(measures.map(({ id, ref }) => [ref, id]))
  for (let at = 0; at < planned.length; at += rowsAtOnce) {
    const data = planned.slice(at, at + rowsAtOnce).map((plan, index) => ({
      batchId,
      ordinal: at + index + 1,
      line: plan.item.line,
      economyCode: plan.item.economyCode,
      // PostgreSQL's text holds no NUL; a block with one is a problem anyway and says so.
      sourceText: plan.item.sourceText.replaceAll('\0', '\u2400'),
      ...(plan.outcome === 'problem' ? {} : { content: plan.item.content }),
      outcome: plan.outcome,
      measureId: plan.outcome === 'same' && plan.ref !== null ? (idOf.get(plan.ref) ?? null) : null,
    }))
    await tx.importItem.createMany({ data })
  }
}

/** What a pasted text is called in the list: the economies that it is about. */
function pastedName(economies: readonly string[]): string {
  if (economies.length === 0) return 'Pasted text'
  return `Pasted: ${economies.slice(0, 5).join(', ')}${economies.length > 5 ? ' and others' : ''}`
}
