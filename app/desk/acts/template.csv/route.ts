// GET /desk/acts/template.csv: a table of acts with its heading alone, to be filled in and imported.
import { requireActor } from '#lib/accounts/session.ts'
import { actDownload } from '#lib/exports/act-download.ts'

async function* none() {}

export async function GET() {
  await requireActor('/desk/acts/template.csv')
  return actDownload(none(), 'csv', 'acts-template')
}
