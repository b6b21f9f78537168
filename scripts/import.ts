// `npm run import`: reads a file of measures or acts, says what it would do with each, and does it. Of measures it creates drafts and changes or publishes none.
import { createReadStream } from 'node:fs'
import { parseArgs } from 'node:util'
import { whyNot } from '#lib/accounts/permissions.ts'
import { actorByEmail } from '#lib/accounts/queries.ts'
import { createNextDraft } from '#lib/imports/commands/create-drafts.ts'
import { readBatch } from '#lib/imports/commands/read-batch.ts'
import { mostBytes } from '#lib/imports/decode.ts'
import { type PlannedItem, planImport } from '#lib/imports/plan.ts'
import { existingContents } from '#lib/imports/queries.ts'
import { readFile } from '#lib/imports/read-file.ts'
import { measureTextOf } from '#lib/published/measure-text.ts'
import type { Actor } from '#lib/system/actor.ts'
import { closeDb } from '#lib/system/db.ts'
import { NotAllowed } from '#lib/system/errors.ts'
import type { TaxonomyNames } from '#lib/taxonomy/pillar.ts'
import { taxonomyNames } from '#lib/taxonomy/queries.ts'
import { importActs } from './import-acts.ts'

const usage = `Reads a page of measures and makes a draft of each that is not there yet; or a table of acts, and enters or changes them.

  npm run import -- FILE --as EMAIL [--dry-run] [--json] [--partial]

  FILE         a text file in UTF-8: measures in the format of the reference page, or acts as CSV whose heading names ref and another
               column, or title and economy or union, or as JSON or JSON Lines of such objects; - reads standard input
  --as EMAIL   the account that does it; a dry run does without
  --dry-run    say what would be done, and write nothing
  --json       print one object { "measures": […], "problems": [{ "line", "message" }] } on standard output; of acts
               { "acts": […], "problems": [{ "line", "column", "message" }] }
  --partial    write what was understood even if something was not

Exit code: 0 all was understood, 1 there are problems, 2 the command was not given as above.`

class UsageError extends Error {}

type Wanted = { file: string; email: string | undefined; dryRun: boolean; json: boolean; partial: boolean }

function wanted(args: string[]): Wanted | 'help' {
  const flag = { type: 'boolean', default: false } as const
  const options = { as: { type: 'string' }, 'dry-run': flag, json: flag, partial: flag, help: { ...flag, short: 'h' } } as const
  let parsed: ReturnType<typeof parseArgs<{ options: typeof options; allowPositionals: true }>>
  try {
    parsed = parseArgs({ args, options, allowPositionals: true })
  } catch (error) {
    throw new UsageError((error as Error).message)
  }
  const { values, positionals } = parsed
  if (values.help) return 'help'
  const [file, ...more] = positionals
  if (file === undefined || more.length > 0) throw new UsageError(file === undefined ? 'Name a file.' : 'Name one file.')
  if (values.as === undefined && !values['dry-run']) throw new UsageError('Say whose drafts they are: --as EMAIL.')
  return { file, email: values.as, dryRun: values['dry-run'], json: values.json, partial: values.partial }
}

/** The bytes of the file, and no more than tell that it is too large. */
async function bytesOf(file: string): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  let length = 0
  try {
    for await (const chunk of file === '-' ? process.stdin : createReadStream(file)) {
      chunks.push(chunk)
      length += chunk.length
      if (length > mostBytes) break
    }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    throw new UsageError(code === 'ENOENT' ? `There is no file ${file}.` : code === 'EISDIR' ? `${file} is a directory.` : message)
  }
  return Buffer.concat(chunks)
}

async function actorOf(email: string | undefined): Promise<Actor | null> {
  if (email === undefined) return null
  const actor = await actorByEmail(email)
  if (!actor) throw new UsageError(`There is no account ${email}, or it is disabled.`)
  return actor
}

/** Why the person may not do what the plan says, each reason once. */
function objections(actor: Actor | null, plan: readonly PlannedItem[]): string[] {
  if (!actor) return []
  const economies = plan.flatMap(({ item, outcome }) => (outcome === 'create' && item.economyCode ? [item.economyCode] : []))
  const reasons = [whyNot(actor, 'import', null), ...economies.map((economy) => whyNot(actor, 'create measure', economy))]
  return [...new Set(reasons.filter((reason) => reason !== null))]
}

function planText(plan: readonly PlannedItem[], names: TaxonomyNames): string {
  return plan
    .map((planned) => {
      const { item, outcome } = planned
      const text = measureTextOf(item.content, economyOf(item.economyCode, names), names)
      const what = outcome === 'same' ? (planned.ref ? `is ${planned.ref}` : `is that of line ${planned.firstLine}`) : outcome
      const statements = text.bases.map(({ statement }) => `\n          ${statement || 'no statement'}`).join('')
      return `${String(item.line).padStart(6)}  ${what.padEnd(8)}  ${text.economy.name || 'no economy'}, ${text.subPillar.code} ${text.subPillar.name || 'no sub-pillar'}${statements}`
    })
    .join('\n')
}

function economyOf(code: string | null, names: TaxonomyNames): { code: string; name: string } {
  const found = names.economies.find((economy) => economy.code === code)
  return { code: found?.code ?? '', name: found?.name ?? '' }
}

async function main(args: string[]): Promise<number> {
  const given = wanted(args)
  if (given === 'help') return print(usage, 0)
  const bytes = await bytesOf(given.file)
  const [names, actor] = await Promise.all([taxonomyNames(), actorOf(given.email)])
  const read = readFile(bytes, names)
  if (read.subject === 'acts') return importActs(actor, read, given, bytes)
  const { items, problems } = read
  const codes = new Set(items.flatMap(({ economyCode }) => economyCode ?? []))
  const plan = planImport(items, codes.size > 0 ? await existingContents([...codes]) : [])

  if (given.json) {
    const measures = items
      .filter((item) => item.problems.length === 0)
      .map((item) => measureTextOf(item.content, economyOf(item.economyCode, names), names))
    print(JSON.stringify({ measures, problems: problems.map(({ line, message }) => ({ line, message })) }, null, 2), 0)
  } else if (plan.length > 0) print(planText(plan, names), 0)
  for (const { line, message } of problems) console.error(`${given.file}:${line}: ${message}`)
  const reasons = objections(actor, plan)
  for (const reason of reasons) console.error(reason)

  const code = problems.length > 0 || reasons.length > 0 ? 1 : 0
  const count = plan.filter(({ outcome }) => outcome === 'create').length
  const same = plan.filter(({ outcome }) => outcome === 'same').length
  console.error(`${items.length} read: ${count} to create, ${same} there already, ${items.length - count - same} with problems.`)
  if (given.dryRun || !actor || count === 0) return code
  if (reasons.length > 0 || (problems.length > 0 && !given.partial)) {
    console.error(reasons.length > 0 ? 'Nothing was written.' : 'Nothing was written. --partial creates what was understood.')
    return 1
  }
  await write(actor, given.file, bytes)
  return code
}

async function write(actor: Actor, file: string, bytes: Uint8Array): Promise<void> {
  const { batchId } = await readBatch(actor, { fileName: file === '-' ? 'standard input' : file, bytes })
  for (let done = false; !done; ) {
    const next = await createNextDraft(actor, { batchId })
    if (next.ref) console.error(`${next.ref} created, ${next.remaining} to go`)
    done = next.done
  }
}

function print(text: string, code: number): number {
  process.stdout.write(`${text}\n`)
  return code
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  if (error instanceof UsageError) console.error(`${error.message}\n\n${usage}`)
  else if (error instanceof NotAllowed) console.error(error.message)
  else console.error(error)
  process.exitCode = error instanceof UsageError ? 2 : 1
} finally {
  await closeDb()
}
