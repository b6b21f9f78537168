// POST /preview/[token]/comments: what an outside expert says, from a plain form. The token is all that authorises; no session is read, no cookie set.
import { commentAsGuest } from '#lib/previews/commands/comment-as-guest.ts'
import { guestOf } from '#lib/previews/queries.ts'
import { refusalPage, type Typed } from '#lib/previews/refusal-page.ts'
import { answer } from '#lib/system/action.ts'
import { systemClock } from '#lib/system/clock.ts'
import { fromElsewhere, statusOf } from '#lib/system/http.ts'

/** More than the longest comment takes, with every character escaped. */
const MOST_BYTES = 100_000

const headers = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'private, no-store',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex, nofollow',
}
const reply = (status: number, html: string, more = {}) => new Response(html, { status, headers: { ...headers, ...more } })
const nothing = () =>
  reply(404, refusalPage('There is no preview at this address', ['Please ask whoever sent you the link for a new one.']))

async function typedIn(request: Request): Promise<Typed | null> {
  if (!(Number(request.headers.get('content-length')) <= MOST_BYTES)) return null
  const form = await request.formData().catch(() => null)
  const text = (name: string) => {
    const value = form?.get(name)
    return typeof value === 'string' ? value : ''
  }
  return form && { threadId: text('threadId') || undefined, field: text('field') || 'whole', quote: text('quote'), body: text('body') }
}

export async function POST(request: Request, { params }: RouteContext<'/preview/[token]/comments'>) {
  const { token } = await params
  const known = fromElsewhere(request) ? null : await guestOf(token, systemClock())
  if (!known) return nothing()
  const typed = await typedIn(request)
  const again = typed && { ...typed, address: `/preview/${token}` }
  if (!again) return reply(413, refusalPage('This is too long', ['A comment has at most 5,000 characters.']))
  if (known.wait > 0) {
    const minutes = Math.ceil(known.wait / 60)
    const reason = `Many comments came in a short time. Please send this one in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`
    return reply(429, refusalPage('Not sent yet', [reason], again), { 'retry-after': String(known.wait) })
  }
  const { threadId, ...said } = typed
  const result = await answer(() =>
    commentAsGuest(known.guest, { token, ...said, ...(threadId ? { threadId: Number(threadId) } : {}) } as Parameters<
      typeof commentAsGuest
    >[1]),
  )
  if (result.ok)
    return new Response(null, { status: 303, headers: { ...headers, location: `/preview/${token}?sent=${result.id}#comments` } })
  if (result.kind === 'not found') return nothing()
  return reply(
    statusOf[result.kind],
    refusalPage(
      'Not sent',
      (result.issues ?? [result]).map(({ message }) => message),
      again,
    ),
  )
}
