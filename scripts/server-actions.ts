// How a server action of the built program is called over HTTP, as React in a browser calls it. It judges nothing.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './processes.ts'

type Manifest = { node: Record<string, { filename: string; exportedName: string }> }
let manifest: Manifest | undefined

/** The id that the build gave to `app/desk/actions.ts leaveEverywhere`. */
export function actionId(action: string): string {
  const path = join(root, process.env.NEXT_DIST || '.next', 'server/server-reference-manifest.json')
  manifest ??= JSON.parse(readFileSync(path, 'utf8')) as Manifest
  const found = Object.entries(manifest.node).find(([, { filename, exportedName }]) => `${filename} ${exportedName}` === action)
  if (!found) throw new Error(`The build knows no action ${action}.`)
  return found[0]
}

export type FormFields = Record<string, string | number | readonly string[]>

/** The body of a form's action: React sends the arguments last, for the form that they name has arrived by then. */
export function actionBody(fields: FormFields): FormData {
  const body = new FormData()
  for (const [name, values] of Object.entries(fields)) for (const value of [values].flat()) body.append(`_1_${name}`, String(value))
  body.append('0', '[null,"$K1"]')
  return body
}
