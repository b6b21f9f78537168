// GET and POST /unsubscribe?token=…: ends one kind of e-mail for whoever the signed token names, without a session (RFC 8058). It shows nothing of them.
import { changePreferences } from '#lib/notifications/commands/change-preferences.ts'
import { unsubscribePage } from '#lib/notifications/messages.ts'
import { kinds } from '#lib/notifications/preferences.ts'
import { personOfToken } from '#lib/notifications/queries.ts'

const headers = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex',
}
const answer = (status: number, words: Parameters<typeof unsubscribePage>[0]) => new Response(unsubscribePage(words), { status, headers })

const unknown = { title: 'This link is not complete', text: 'Open it anew from the e-mail, or choose at the desk what is sent to you.' }
const nameOf = (what: keyof typeof kinds | 'daily') => (what === 'daily' ? 'the daily e-mail' : `e-mails of the kind “${kinds[what].name}”`)

/** Asks first: programs that look at links in e-mails must change nothing. */
export async function GET(request: Request): Promise<Response> {
  const found = await personOfToken(new URL(request.url).searchParams.get('token') ?? '')
  if (!found) return answer(404, unknown)
  return answer(200, { title: 'Stop these e-mails?', text: `You would no longer get ${nameOf(found.what)}.`, button: 'Stop them' })
}

export async function POST(request: Request): Promise<Response> {
  const found = await personOfToken(new URL(request.url).searchParams.get('token') ?? '')
  if (!found) return answer(404, unknown)
  await changePreferences(found.actor, { unwanted: found.what })
  return answer(200, {
    title: 'Done',
    text: `You no longer get ${nameOf(found.what)}. At the desk, under Notifications, you may choose anew.`,
  })
}
