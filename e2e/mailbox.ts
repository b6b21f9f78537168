// A mail server of the test run: takes every e-mail that the program sends, and gives those to one person. It passes none on.
import { SMTPServer } from 'smtp-server'

export type Mailbox = { to: (address: string) => { subject: string; text: string; headers: string }[]; close: () => Promise<void> }

/** Quoted-printable, as nodemailer writes it (RFC 2045, section 6.7). */
const decoded = (text: string) =>
  Buffer.from(
    text.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16))),
    'latin1',
  ).toString()

/** Listens where `url` (smtp://127.0.0.1:port) says. */
export async function openMailbox(url: string): Promise<Mailbox> {
  const mails: { to: string[]; raw: string }[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, session, done) => {
      const parts: Buffer[] = []
      stream.on('data', (part) => parts.push(part))
      stream.on('end', () => {
        mails.push({ to: session.envelope.rcptTo.map(({ address }) => address), raw: Buffer.concat(parts).toString() })
        done()
      })
    },
  })
  server.on('error', () => {}) // a client that was cut off
  await new Promise<void>((resolve) => server.listen(Number(new URL(url).port), '127.0.0.1', resolve))
  return {
    to: (address) =>
      mails
        .filter(({ to }) => to.includes(address))
        .map(({ raw }) => {
          const [head = ''] = raw.split('\r\n\r\n')
          const headers = head.replace(/\r\n[ \t]+/g, ' ') // a long one goes on in the next line
          return { headers, text: decoded(raw), subject: headers.match(/^Subject: (.*)\r?$/m)?.[1] ?? '' }
        }),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
