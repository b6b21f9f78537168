// The part of `npm run import` that is about acts: says what each row would become, and enters or changes the acts.
import { objectOf } from '#lib/acts/act-table.ts'
import { plannedActs } from '#lib/imports/act-plan-queries.ts'
import { carryOutNextAct } from '#lib/imports/commands/carry-out-acts.ts'
import { readBatch } from '#lib/imports/commands/read-batch.ts'
import type { PlannedAct } from '#lib/imports/plan-acts.ts'
import type { ReadFile } from '#lib/imports/read-file.ts'
import type { Actor } from '#lib/system/actor.ts'

type Given = { file: string; dryRun: boolean; json: boolean; partial: boolean }

/** Returns the exit code: 0 when all was understood and, without a dry run, carried out; 1 otherwise. */
export async function importActs(
  actor: Actor | null,
  { rows, problems: ofTable }: ReadFile & { subject: 'acts' },
  { file, dryRun, json, partial }: Given,
  bytes: Uint8Array,
): Promise<number> {
  const plan = await plannedActs(actor, rows)
  const problems = [...ofTable, ...plan.flatMap((one) => one.problems)].sort((a, b) => a.line - b.line)
  if (json) {
    const acts = plan.flatMap((one) => (one.outcome === 'problem' ? [] : [objectOf({ ...one.act, ref: ('ref' in one && one.ref) || '' })]))
    console.log(JSON.stringify({ acts, problems }, null, 2))
  } else for (const one of plan) console.log(lineOf(one))
  for (const { line, column, message } of problems) console.error(`${file}:${line}: ${column === '' ? '' : `${column}: `}${message}`)

  const count = (outcome: PlannedAct['outcome']) => plan.filter((one) => one.outcome === outcome).length
  const [create, update] = [count('create'), count('update')]
  console.error(
    `${plan.length} read: ${create} to enter, ${update} to change, ${count('same')} there already, ${count('problem')} with problems.`,
  )
  const code = problems.length > 0 ? 1 : 0
  if (dryRun || !actor || create + update === 0) return code
  if (problems.length > 0 && !partial) {
    console.error('Nothing was written. --partial writes what was understood.')
    return 1
  }
  const refusals = await write(actor, file, bytes)
  return refusals > 0 ? 1 : code
}

async function write(actor: Actor, file: string, bytes: Uint8Array): Promise<number> {
  const { batchId } = await readBatch(actor, { fileName: file === '-' ? 'standard input' : file, bytes })
  let refusals = 0
  for (let done = false; !done; ) {
    const next = await carryOutNextAct(actor, { batchId })
    if (next.refusal) console.error(next.refusal)
    if (next.refusal) refusals++
    if (next.ref) console.error(`${next.ref} written, ${next.remaining} to go`)
    done = next.done
  }
  return refusals
}

/** A row of the plan; of a change, each field before and after. */
function lineOf(plan: PlannedAct): string {
  const what = {
    create: () => 'enter',
    problem: () => 'problem',
    update: (ref: string) => `change ${ref}`,
    same: (ref: string) => (ref ? `is ${ref}` : `repeats line ${('firstLine' in plan && plan.firstLine) || '?'}`),
  }[plan.outcome](('ref' in plan && plan.ref) || '')
  const changes =
    plan.outcome === 'update'
      ? Object.keys(plan.after).map((field) => `\n          ${field}: “${plan.before[field] ?? ''}” → “${plan.after[field] ?? ''}”`)
      : []
  return `${String(plan.line).padStart(6)}  ${what.padEnd(15)}  ${plan.act.title}${changes.join('')}`
}
