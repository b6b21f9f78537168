// GET /desk/acts/export.csv: the whole register as CSV, with the edition of each act, for whoever is signed in.
import { requireActor } from '#lib/accounts/session.ts'
import { everyAct } from '#lib/acts/queries.ts'
import { actDownload } from '#lib/exports/act-download.ts'

export const GET = async () => actDownload(everyAct(await requireActor('/desk/acts/export.csv')), 'csv', 'register')
