// Free ports of this machine; asking for one never reserves it.
import { createServer } from 'node:net'

/** Whether something could listen there now; rejects with the system's error if not. */
export async function probePort(port: number, host: string): Promise<number> {
  const server = createServer()
  const found = await new Promise<number>((done, fail) => {
    server.once('error', fail)
    server.listen(port, host, () => done((server.address() as { port: number }).port))
  })
  await new Promise((done) => server.close(done))
  return found
}

/** The wanted port of 127.0.0.1 if nothing listens there, else any that is free. */
export const freePort = (wanted = 0): Promise<number> => probePort(wanted, '127.0.0.1').catch(() => probePort(0, '127.0.0.1'))
