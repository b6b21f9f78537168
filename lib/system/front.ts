// Stands in front of the program and answers public reads: without cookies, as plain documents, from memory for as long as nothing that is shown has changed.
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { ByteLru } from './byte-lru.ts'
import { type Captured, capture, type Handler } from './captured-response.ts'
import { contentPolicy } from './content-policy.ts'
import { KeptResponse } from './kept-response.ts'
import { log } from './log.ts'
import { apology, plainHtml } from './plain-html.ts'

export type FrontOptions = {
  /** The program behind. */
  behind: Handler
  /** Answers some addresses without the program behind, for less; null where it cannot. */
  plain?: (address: string, headers: Record<string, string>) => Promise<Captured> | null
  /** Where the world reaches this server; what the reader says about that is not believed. */
  baseUrl: string
  /** Whether everybody who asks for this path gets the same answer. */
  isPublic: (path: string) => boolean
  /** Whether a path is read by whoever was told its address: without cookies and as a plain document too, but kept by nobody. What shows nothing is answered with the page at `instead`. */
  unlisted?: { is: (path: string) => boolean; instead: string }
  /** The edition of all that is shown, asked of the database after this call began: an answer of another edition is never sent. */
  edition: () => Promise<string>
  /** Bytes of answers to keep; 0 keeps none. */
  bytes: number
  /** Whether a proxy in front keeps answers until the end of the second. */
  proxyKeeps?: boolean
  now?: () => number
}

type Drawn = { response: KeptResponse; isKept: boolean }
type Entry = { edition: string; response: KeptResponse }

const LONGEST_ADDRESS = 2000
/** Requests with one of these may get another answer than most: they are answered afresh, and nobody else gets their answer. */
const NEGOTIATED = ['accept-datetime', 'range']
/** What of an answer is about one request, or about the framework, and is not kept. */
const UNKEPT =
  /^(set-cookie|vary|date|age|connection|keep-alive|transfer-encoding|content-length|content-encoding|x-powered-by|x-nextjs-.*|(x-)?ratelimit.*)$/
const NOT_FOUND = '/_not-found'

/** Not what machines ask, and nothing that a browser takes for another host. */
const PAGE = /^\/(?!api\/|[/\\])/

/** A query without the names that have nothing behind them, as a form without scripts sends of every field that was left open: an address to cite holds what was chosen. */
const namedIn = (query: string): string =>
  query
    .split('&')
    .filter((part) => !/^[^=]*=$/.test(part))
    .join('&')

export class Front {
  readonly #options: FrontOptions
  readonly #kept: ByteLru<Entry>
  readonly #drawn = new Map<string, Promise<Drawn>>()

  constructor(options: FrontOptions) {
    this.#options = options
    this.#kept = new ByteLru(options.bytes)
  }

  /** Answers when the request is a public read; whatever else is asked, the program behind answers. */
  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { behind, isPublic, unlisted } = this.#options
    const [path = '/', query = ''] = (request.url ?? '/').split('?', 2)
    const isUnlisted = unlisted?.is(path) ?? false
    if ((request.method !== 'GET' && request.method !== 'HEAD') || !(isPublic(path) || isUnlisted))
      return void (await behind(request, response))
    // The framework adds _rsc to addresses that it wants in its own format: it gets the document, and then loads the page like any other.
    const asked = query.replace(/(^|&)_rsc=[^&]*/g, '').replace(/^&/, '')
    const named = namedIn(asked)
    if (named !== asked && request.headers.accept?.includes('text/html') && PAGE.test(path))
      return void response.writeHead(301, { location: named ? `${path}?${named}` : path, vary: 'accept' }).end()
    if (isUnlisted) return this.#answerUnlisted(asked ? `${path}?${asked}` : path, request, response)
    const untilProxy = this.#untilProxy() // before the edition is asked for: what was old by then is gone a second later
    const { response: found, isKept } = await this.#find(asked ? `${path}?${asked}` : path, request)
    await found.send(request, response, isKept ? untilProxy : {})
  }

  async #answerUnlisted(address: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { response: drawn } = await this.#draw(address, request, [], this.#options.unlisted?.instead)
    await drawn.send(request, response, { 'cache-control': 'private, no-store' })
  }

  /** The end of this second, as nginx is told: no later than that does it send what it keeps. */
  #untilProxy(): Record<string, string> {
    if (!this.#options.proxyKeeps) return {}
    return { 'x-accel-expires': `@${Math.floor((this.#options.now?.() ?? Date.now()) / 1000)}` }
  }

  async #find(address: string, request: IncomingMessage): Promise<Drawn> {
    const negotiated = NEGOTIATED.filter((name) => request.headers[name] !== undefined)
    if (negotiated.length > 0 || address.length > LONGEST_ADDRESS || this.#options.bytes === 0)
      return { ...(await this.#draw(address, request, negotiated)), isKept: false }
    const edition = await this.#edition()
    if (edition === null) return { ...(await this.#draw(address, request, [])), isKept: false }
    const kept = this.#kept.get(address)
    if (kept?.edition === edition) return { response: kept.response, isKept: true }
    // Those who ask for the same while it is drawn wait for it; what is drawn is at least as new as the edition that was asked for before.
    const key = `${edition} ${address}`
    const drawing = this.#drawn.get(key) ?? this.#drawAndKeep(address, request, edition).finally(() => this.#drawn.delete(key))
    this.#drawn.set(key, drawing)
    return drawing
  }

  /** Pages say what is in force today: a new day is a new edition. */
  async #edition(): Promise<string | null> {
    try {
      const day = new Date(this.#options.now?.() ?? Date.now()).toISOString().slice(0, 10)
      return `${await this.#options.edition()} ${day}`
    } catch (error) {
      log.warn({ error: (error as Error).message }, 'the edition cannot be read: nothing is answered from memory')
      return null
    }
  }

  async #drawAndKeep(address: string, request: IncomingMessage, edition: string): Promise<Drawn> {
    const drawn = await this.#draw(address, request, [])
    if (drawn.isKept) this.#kept.set(address, { edition, response: drawn.response }, drawn.response.bytes)
    return drawn
  }

  async #draw(address: string, request: IncomingMessage, negotiated: string[], instead = NOT_FOUND): Promise<Drawn> {
    const answer = await this.#ask(address, request, negotiated)
    const type = String(answer.headers['content-type'] ?? '')
    const isHtml = type.startsWith('text/html')
    const control = String(answer.headers['cache-control'] ?? '')
    const plain = isHtml ? await this.#plain(answer, request, instead) : answer.body
    // A page that is not whole without the framework goes out as it came.
    if (plain === null) return { response: new KeptResponse({ ...answer, headers: this.#headersOf(answer.headers) }), isKept: false }
    // A route says no-store when it means it; the framework says so of every page.
    const isKept =
      [200, 301, 308, 404].includes(answer.status) && !answer.headers['set-cookie'] && (isHtml || !control.includes('no-store'))
    const headers = this.#headersOf(answer.headers)
    if (isHtml) headers['content-security-policy'] = contentPolicy()
    if (isHtml && isKept) headers['cache-control'] = 'public, no-cache'
    return { response: new KeptResponse({ ...answer, body: plain, headers }), isKept }
  }

  #ask(address: string, request: IncomingMessage, negotiated: string[]): Promise<Captured> {
    const { behind, baseUrl, plain } = this.#options
    const { host, protocol } = new URL(baseUrl)
    const passed = Object.fromEntries(negotiated.map((name) => [name, String(request.headers[name])]))
    const headers = {
      ...passed,
      host,
      'x-forwarded-host': host,
      'x-forwarded-proto': protocol.replace(':', ''),
      'x-forwarded-for': String(request.headers['x-forwarded-for'] ?? request.socket.remoteAddress ?? ''),
      accept: '*/*',
      'user-agent': 'as-amended',
    }
    return plain?.(address, headers) ?? capture(behind, address, headers)
  }

  /** The page without the framework. What the framework would draw in the browser only, the answers to mistakes and faults, is drawn here. */
  async #plain(answer: Captured, request: IncomingMessage, instead: string): Promise<Buffer | null> {
    const html = answer.body.toString()
    const plain = plainHtml(html)
    if (plain !== null) return Buffer.from(plain)
    if (answer.status === 404) {
      const notFound = plainHtml((await this.#ask(instead, request, [])).body.toString())
      return notFound === null ? null : Buffer.from(notFound)
    }
    return answer.status >= 500 ? Buffer.from(apology(html)) : null
  }

  #headersOf(headers: OutgoingHttpHeaders): OutgoingHttpHeaders {
    const isHtml = String(headers['content-type']).startsWith('text/html')
    const own = Object.fromEntries(Object.entries(headers).filter(([name]) => name !== 'link' && !UNKEPT.test(name)))
    const varied = String(headers.vary ?? '')
      .split(',')
      .map((name) => name.trim().toLowerCase())
      .filter((name) => NEGOTIATED.includes(name))
    // Not what the framework suggests to load early for its scripts; its nonce is nobody's. What a page says of its own past stays.
    const links = String(headers.link ?? '')
      .split(/,\s*(?=<)/)
      .filter((link) => !isHtml || !/as="script"|rel="?(modulepreload|preconnect)/.test(link))
      .map((link) => link.replace(/;\s*nonce="[^"]*"/, ''))
    return {
      ...own,
      ...(links.join('') ? { link: links.join(', ') } : {}),
      vary: ['Accept-Encoding', ...varied].join(', '),
    }
  }
}
