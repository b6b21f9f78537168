// Serves the built program over HTTP until it is told to stop; it never builds, migrates or starts a database.
import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage } from 'node:http'
import { join } from 'node:path'
import next from 'next'
import { openEdition } from '#lib/published/edition-queries.ts'
import { isPreview, publicAddresses } from '#lib/published/public-address.ts'
import { logged } from '#lib/system/action.ts'
import { env, SetupError } from '#lib/system/env.ts'
import { Front } from '#lib/system/front.ts'
import { holdBack } from './api-limit.ts'
import { sayWhen } from './memento-headers.ts'
import { plainRoutes } from './plain-routes.ts'
import { work } from './work.ts'

const GRACE = 10_000

/** Without a trusted proxy in front, what a reader says about their own address is not believed. */
function believe(request: IncomingMessage): void {
  if (env.trustProxy) return
  for (const name of Object.keys(request.headers)) if (/^(x-forwarded-|x-real-ip$|forwarded$)/.test(name)) delete request.headers[name]
  request.headers['x-forwarded-for'] = request.socket.remoteAddress
}

/** Next answers an address whose escapes are no UTF-8 as if the fault were ours. */
function isReadable(url: string): boolean {
  try {
    decodeURIComponent(url.split('?')[0] ?? '')
    return true
  } catch {
    return false
  }
}

/** Which file answers which address, as the build wrote it down. */
const routes = () => JSON.parse(readFileSync(join(process.env.NEXT_DIST || '.next', 'app-path-routes-manifest.json'), 'utf8'))

async function serve(): Promise<void> {
  const { host, port } = env
  env.databaseAppUrl // complain now rather than at the first request
  const { edition, close } = openEdition(env.databasePublicUrl)
  const app = next({ dev: false, dir: process.cwd(), hostname: host, port })
  await app.prepare()
  const handle = app.getRequestHandler()
  const front = new Front({
    behind: async (request, response) => {
      await sayWhen(request.url ?? '/', response)
      await handle(request, response)
    },
    baseUrl: env.baseUrl,
    plain: await plainRoutes(routes(), env.baseUrl),
    isPublic: publicAddresses(routes()),
    unlisted: { is: isPreview, instead: '/preview' },
    edition,
    bytes: env.responseCacheBytes,
    proxyKeeps: env.proxyCache,
  })
  const server = createServer((request, response) => {
    believe(request)
    if (!isReadable(request.url ?? '/')) {
      const problem = { type: 'about:blank', title: 'Bad request', status: 400, detail: 'The address is not one: its escapes are no text.' }
      response.writeHead(400, { 'content-type': 'application/problem+json' }).end(JSON.stringify(problem))
      return
    }
    const answered = holdBack(request, response).then((held) => (held ? undefined : front.answer(request, response)))
    answered.catch((error) => {
      logged(error)
      if (response.headersSent) response.destroy()
      else response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' }).end('Something went wrong on our side.')
    })
  })
  await new Promise<void>((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      fail(
        error.code === 'EADDRINUSE'
          ? new SetupError(`Port ${port} is in use already: set PORT to another one.`)
          : new SetupError(`HOST ${host} cannot be listened on (${error.message}).`),
      ),
    )
    server.listen(port, host, done)
  })
  const worker = env.jobs ? await work() : null
  let stopping = false
  const stop = async () => {
    if (stopping) return // Ctrl-C arrives from the terminal and from the parent
    stopping = true
    const closed = new Promise((done) => server.close(done))
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), GRACE).unref()
    await Promise.all([closed, worker?.stop()])
    await Promise.allSettled([app.close(), close()])
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
  process.on('disconnect', stop) // the parent was killed
  process.send?.('ready')
}

serve().catch((error) => {
  console.error(error instanceof SetupError ? error.message : error)
  process.exit(1)
})
