// The process of the bare Node rival: objects by path come from its parent, which is told the port. It reads no file and no database.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

process.once('message', (objects: Record<string, unknown>) => {
  const server = createServer((request, response) => {
    const body = JSON.stringify(objects[request.url ?? ''] ?? null)
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }).end(body)
  })
  server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port))
})
process.on('disconnect', () => process.exit(0))
