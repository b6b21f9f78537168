// Asks a request handler without a connection and keeps what it answers: whatever the reader's connection does, the answer is whole.
import { IncomingMessage, type OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { Socket } from 'node:net'

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<unknown>
export type Captured = { status: number; headers: OutgoingHttpHeaders; body: Buffer }

class CapturedResponse extends ServerResponse {
  readonly chunks: Buffer[] = []

  override writeHead(status: number, ...rest: unknown[]): this {
    this.statusCode = status
    const given = rest.at(-1)
    if (given && typeof given === 'object' && !Array.isArray(given))
      for (const [name, value] of Object.entries(given)) if (value !== undefined) this.setHeader(name, value as string)
    return this
  }

  override flushHeaders(): void {}

  override write(chunk: string | Uint8Array, ...rest: unknown[]): boolean {
    this.chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : Buffer.from(chunk))
    const done = rest.find((one) => typeof one === 'function') as (() => void) | undefined
    if (done) process.nextTick(done)
    return true
  }

  override end(...args: unknown[]): this {
    if (this.finished) return this
    const [chunk] = args
    if (typeof chunk === 'string' || chunk instanceof Uint8Array) this.write(chunk)
    this.finished = true // which is what writableEnded and writableFinished look at
    const done = args.find((one) => typeof one === 'function') as (() => void) | undefined
    process.nextTick(() => {
      done?.()
      this.emit('finish')
      this.emit('close')
    })
    return this
  }
}

/** The handler's answer to a GET of this address with these headers and no others. */
export async function capture(handler: Handler, url: string, headers: Record<string, string>): Promise<Captured> {
  const request = new IncomingMessage(new Socket())
  request.method = 'GET'
  request.url = url
  request.httpVersion = '1.1'
  request.headers = headers
  request.rawHeaders = Object.entries(headers).flat()
  request.complete = true
  request.push(null)
  const response = new CapturedResponse(request)
  const finished = new Promise<void>((done) => response.once('finish', done))
  await Promise.race([finished, handler(request, response).then(() => finished)])
  return { status: response.statusCode, headers: response.getHeaders(), body: Buffer.concat(response.chunks) }
}
