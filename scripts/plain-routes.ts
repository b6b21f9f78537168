// Answers addresses whose files know no framework, the API, feeds and sitemaps, by their own handlers: what Next does around a handler costs more than most of them do.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { logged } from '#lib/system/action.ts'
import type { Captured } from '#lib/system/captured-response.ts'
import { problem } from '#lib/system/http.ts'

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>
type Route = { pattern: RegExp; names: string[]; handle: Handler }
export type PlainAnswer = (address: string, headers: Record<string, string>) => Promise<Captured> | null

const PLAIN = /^\/(api\/v1|feeds|sitemaps)\/.*\/route$/

/** From the build's list (file → address with `[parameters]`), what answers a GET of a path and query; null where the framework has to. */
export async function plainRoutes(listed: Record<string, string>, baseUrl: string): Promise<PlainAnswer> {
  const found = await Promise.all(Object.entries(listed).map(([file, address]) => routeOf(file, address)))
  // What is written out goes before what has a parameter in the same place.
  const routes = found.filter((route) => route !== null).sort((a, b) => a.names.length - b.names.length)
  return (address, headers) => {
    const path = address.split('?', 1)[0] ?? ''
    for (const { pattern, names, handle } of routes) {
      const values = pattern.exec(path)
      if (!values) continue
      const params = Object.fromEntries(names.map((name, index) => [name, decodeURIComponent(values[index + 1] ?? '')]))
      return captured(handle, new Request(new URL(address, baseUrl), { headers }), params)
    }
    return null
  }
}

async function routeOf(file: string, address: string): Promise<Route | null> {
  const path = join(process.cwd(), 'app', `${file}.ts`)
  if (!PLAIN.test(file) || address.includes('[...') || !existsSync(path)) return null
  const { GET } = (await import(pathToFileURL(path).href)) as { GET?: Handler }
  if (!GET) return null
  const names = [...address.matchAll(/\[([^\]]+)\]/g)].map(([, name = '']) => name)
  const pattern = address.replace(/[.*+?^${}()|\\]/g, '\\$&').replace(/\[[^\]]+\]/g, '([^/]+)')
  return { pattern: new RegExp(`^${pattern}$`), names, handle: GET }
}

async function captured(handle: Handler, request: Request, params: Record<string, string>): Promise<Captured> {
  const response = await handle(request, { params: Promise.resolve(params) }).catch((error) =>
    problem(500, 'Internal error', 'Something went wrong on our side. If it happens again, tell us the id.', { id: logged(error) }),
  )
  return { status: response.status, headers: Object.fromEntries(response.headers), body: Buffer.from(await response.arrayBuffer()) }
}
