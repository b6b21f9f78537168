// One whole answer that is kept: its bytes, compressed once for each encoding, its validator, and what is sent for a given request.
import { createHash } from 'node:crypto'
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, gzip, constants as zlib } from 'node:zlib'
import type { Captured } from './captured-response.ts'

type Encoding = 'br' | 'gzip'

const COMPRESSIBLE = /^(text\/|image\/svg|application\/([\w.+-]*\+)?(json|xml|jsonl|javascript))/
const SMALLEST = 1000
const [br, gz] = [promisify(brotliCompress), promisify(gzip)]
const compress = {
  br: (body: Buffer) => br(body, { params: { [zlib.BROTLI_PARAM_QUALITY]: 5, [zlib.BROTLI_PARAM_SIZE_HINT]: body.length } }),
  gzip: (body: Buffer) => gz(body, { level: 6 }),
}

export class KeptResponse {
  readonly status: number
  readonly body: Buffer
  readonly etag: string
  readonly #headers: OutgoingHttpHeaders
  readonly #compressed = new Map<Encoding, Promise<Buffer>>()

  constructor({ status, headers, body }: Captured) {
    this.status = status
    this.body = body
    const given = headers.etag
    this.etag = typeof given === 'string' && given.startsWith('"') ? given : `"${createHash('sha256').update(body).digest('base64url')}"`
    this.#headers = headers
  }

  /** About what keeping it takes, with its compressed forms. */
  get bytes(): number {
    return Math.ceil(this.body.length * 1.4) + 2000
  }

  /** Answers a GET or HEAD: 304 to who has these bytes in any encoding, else the bytes in the best encoding that is accepted. */
  async send(request: IncomingMessage, response: ServerResponse, more: OutgoingHttpHeaders = {}): Promise<void> {
    const encoding = this.#encodingFor(request.headers['accept-encoding'])
    const etag = encoding ? `${this.etag.slice(0, -1)}-${encoding}"` : this.etag
    const headers = { ...this.#headers, ...more, etag }
    if (this.status === 200 && this.#isKnown(request.headers['if-none-match'])) {
      response.writeHead(304, headers).end()
      return
    }
    const body = encoding ? await this.#in(encoding) : this.body
    response.writeHead(this.status, {
      ...headers,
      ...(encoding ? { 'content-encoding': encoding } : {}),
      'content-length': body.length,
    })
    response.end(request.method === 'HEAD' ? undefined : body)
  }

  #encodingFor(accepted: string | string[] | undefined): Encoding | undefined {
    if (!accepted || this.body.length < SMALLEST || !COMPRESSIBLE.test(String(this.#headers['content-type']))) return undefined
    const wanted = new Map(
      String(accepted)
        .toLowerCase()
        .split(',')
        .map((part) => {
          const [name = '', ...parameters] = part.split(';').map((one) => one.trim())
          const quality = parameters.find((one) => one.startsWith('q='))
          return [name, quality ? Number(quality.slice(2)) : 1]
        }),
    )
    const allowed = (name: Encoding) => (wanted.get(name) ?? wanted.get('*') ?? 0) > 0
    return allowed('br') ? 'br' : allowed('gzip') ? 'gzip' : undefined
  }

  #in(encoding: Encoding): Promise<Buffer> {
    const known = this.#compressed.get(encoding) ?? compress[encoding](this.body)
    this.#compressed.set(encoding, known)
    return known
  }

  #isKnown(ifNoneMatch: string | undefined): boolean {
    if (!ifNoneMatch) return false
    if (ifNoneMatch.trim() === '*') return true
    const listed: string[] = ifNoneMatch.match(/"[^"]*"/g) ?? []
    return listed.some((one) => one.replace(/-(br|gzip)"$/, '"') === this.etag)
  }
}
