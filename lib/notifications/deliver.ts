// Hands e-mail to the mail server that SMTP_URL names. It decides neither who is written to nor what is said.
import { createTransport } from 'nodemailer'
import { env } from '#lib/system/env.ts'

export type Mail = {
  id: string
  to: { name: string; address: string }
  subject: string
  text: string
  html: string
  unsubscribe: string
}

/** The mail server will never take this one, as it is: trying again changes nothing. */
export class Refused extends Error {
  override name = 'Refused'
}

/** Whether e-mail is sent at all. */
export const canMail = (): boolean => env.smtpUrl !== undefined && env.mailFrom !== undefined

/** Sends one. Throws Refused for an answer of 5xx about this e-mail; anything else that is thrown may pass. */
export async function deliver(mail: Mail): Promise<void> {
  const { smtpUrl, mailFrom } = env
  if (smtpUrl === undefined || mailFrom === undefined) throw new Error('SMTP_URL and MAIL_FROM are not set.')
  const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 15_000 }
  const transport = createTransport({ url: smtpUrl, ...patience, disableFileAccess: true, disableUrlAccess: true })
  try {
    await transport.sendMail({
      from: mailFrom,
      to: mail.to,
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      // The same each time that it is tried: a mailbox that got it already shows it once.
      messageId: `<${mail.id}@${new URL(env.baseUrl).hostname}>`,
      headers: {
        'Auto-Submitted': 'auto-generated',
        'List-Unsubscribe': { prepared: true, value: `<${mail.unsubscribe}>` },
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      },
    })
  } catch (error) {
    const { responseCode = 0, message } = error as { responseCode?: number; message: string }
    // 535 and the like are about our own account: somebody mends the settings, and then it goes.
    if (responseCode >= 550 && responseCode <= 559) throw new Refused(message)
    throw error
  } finally {
    transport.close()
  }
}
