// Everything that answers over HTTP, listed from the file system, and a way to call a server action as a browser would. It judges nothing.
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { APIRequestContext, APIResponse } from '@playwright/test'
import { actionBody, actionId, type FormFields } from '../scripts/server-actions.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const read = (path: string) => readFileSync(join(root, path), 'utf8')

// Every file of app/ that Next.js gives an address of its own.
const ADDRESSED = 'app/**/{page,route,sitemap,robots,manifest,icon,apple-icon,opengraph-image,twitter-image}.{ts,tsx}'

/** `GET /measures/[ref]`: method and address of every page and of every method of every handler. */
export function endpoints(): string[] {
  return globSync(ADDRESSED, { cwd: root })
    .flatMap((path) => {
      const address = `/${path
        .replace(/^app\/?/, '')
        .replace(/\(\w+\)\//g, '')
        .replace(/\/?(page|route)\.tsx?$/, '')
        .replace(/\.tsx?$/, '')}`
      if (!/\/route\.tsx?$/.test(path)) return [`GET ${address}`]
      const methods = read(path).match(/\b(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\b(?=[\s(},=])/g) ?? []
      return [...new Set(methods)].filter((method) => exports(path, method)).map((method) => `${method} ${address}`)
    })
    .sort()
}

const exports = (path: string, name: string) =>
  new RegExp(`^export (async )?(function|const) ${name}\\b|^export \\{[^}]*\\b${name}\\b[^}]*\\}`, 'm').test(read(path))

/** `app/desk/actions.ts leaveEverywhere`: every function that a file with 'use server' exports. */
export function actions(): string[] {
  return globSync('{app,components,lib}/**/*.{ts,tsx}', { cwd: root })
    .filter((path) => /^\s*['"]use server['"]/m.test(read(path)))
    .flatMap((path) =>
      [...read(path).matchAll(/^export (?:default )?(?:async function|const|function) (\w+)/gm)].map(([, name]) => `${path} ${name}`),
    )
    .sort()
}

/** What an action is called with: a value, or the fields of a form (after React's previous state, which is null). */
export type Call = { page: string } & ({ input?: unknown } | { form: FormFields })

/** Posts to a page as React does when a form or a button calls the action. */
export async function callAction(
  request: APIRequestContext,
  action: string,
  call: Call,
  headers: Record<string, string> = {},
): Promise<APIResponse> {
  const asked = { 'next-action': actionId(action), accept: 'text/x-component', ...headers }
  if (!('form' in call)) {
    const data = JSON.stringify('input' in call ? [call.input] : [])
    return request.post(call.page, { headers: { ...asked, 'content-type': 'text/plain;charset=UTF-8' }, data, maxRedirects: 0 })
  }
  const multipart = actionBody(call.form)
  return request.post(call.page, { headers: asked, multipart, maxRedirects: 0 })
}

/** `done`, or the kind of the refusal; anything else is told by its status. */
export async function outcome(response: APIResponse): Promise<string> {
  if (response.headers()['x-action-redirect']) return 'done'
  const result = (await response.text()).split('\n').find((line) => line.startsWith('1:'))
  // A form that stays on its page is answered with nothing to tell.
  if (result?.includes('"ok":true') || result === '1:null') return 'done'
  // A list of things has a result for each.
  if (result?.includes('"results":['))
    return result.includes('"done":true') ? 'done' : result.includes('not signed in') ? 'signed out' : 'not allowed'
  return result?.match(/"kind":"([^"]+)"/)?.[1] ?? `status ${response.status()}`
}
