// News as sentences: for the list of the desk, and as e-mail in plain text and HTML. Everything from people is escaped; headers are one line. It sends nothing.
import type { News } from './news.ts'

/** `title` is one line; `detail` what somebody said, or ''; `path` where to see to it. */
export type Message = { title: string; detail: string; path: string; button: string }

const spoken = {
  began: 'commented',
  answered: 'answered a comment',
  settled: 'settled a comment',
  reopened: 'opened a comment again',
}
const deeds = { publish: 'publication', withdraw: 'withdrawal' }

export function messageOf(told: News): Message {
  switch (told.kind) {
    case 'submitted':
      return { title: `${told.by} submitted ${nameOf(told)} for review`, detail: '', path: reviewOf(told), button: 'Review it' }
    case 'returned':
      return {
        title: `${told.by} returned ${nameOf(told)}`,
        detail: told.reason,
        path: `/desk/measures/${told.ref}/edit`,
        button: 'Go on with it',
      }
    case 'approved':
      return { title: `${told.by} approved ${nameOf(told)}`, detail: '', path: reviewOf(told), button: 'See it' }
    case 'published':
      return { title: `${told.by} published ${nameOf(told)}`, detail: '', path: `/measures/${told.ref}`, button: 'Read it' }
    case 'emergency':
      return {
        title: `${told.by} published ${nameOf(told)} in an emergency: it waits for an approval`,
        detail: told.reason,
        path: reviewOf(told),
        button: 'Read it and decide',
      }
    case 'comment':
      return {
        title: `${told.by} ${spoken[told.deed]} on ${told.field.toLowerCase()} of ${nameOf(told)}${told.mustSettle && told.deed === 'began' ? ', to be settled before the approval' : ''}`,
        detail: '',
        path: `${reviewOf(told)}#comments`,
        button: 'Read it',
      }
    case 'review taken':
      return { title: `${told.to} reviews ${nameOf(told)}`, detail: '', path: reviewOf(told), button: 'See it' }
    case 'review handed over':
      return { title: `${told.by} handed the review of ${nameOf(told)} over to you`, detail: '', path: reviewOf(told), button: 'Review it' }
    case 'assigned':
      return {
        title: `${told.by} gave ${nameOf(told)} to ${told.to ?? 'you'}`,
        detail: '',
        path: `/desk/measures/${told.ref}`,
        button: told.to === undefined ? 'See to it' : 'See it',
      }
    case 'schedule failed':
      return {
        title: `The ${deeds[told.deed]} of ${nameOf(told)} on ${told.when} failed`,
        detail: told.problem,
        path: told.deed === 'publish' ? reviewOf(told) : `/desk/measures/${told.ref}`,
        button: 'See to it',
      }
    case 'schedule cancelled':
      return {
        title: `${told.by} took the ${deeds[told.deed]} of ${nameOf(told)} off the schedule, planned for ${told.when}`,
        detail: told.reason,
        path: told.deed === 'publish' ? reviewOf(told) : `/desk/measures/${told.ref}`,
        button: 'See it',
      }
    case 'withdrawal requested':
      return {
        title: `${told.by} asks that ${nameOf(told)} be withdrawn${told.when === null ? '' : ` on ${told.when}`}`,
        detail: told.reason,
        path: `/desk/measures/${told.ref}`,
        button: 'Decide',
      }
    case 'withdrawal decided':
      return {
        title:
          told.outcome === 'withdrawn'
            ? `${nameOf(told).replace('v', 'V')} was withdrawn: ${told.by} confirmed it`
            : `${told.by} ${told.outcome} the withdrawal of ${nameOf(told)}${told.when === null ? '' : ` for ${told.when}`}`,
        detail: '',
        path: `/desk/measures/${told.ref}`,
        button: 'See it',
      }
    case 'law change':
      return {
        title: `A law change of ${told.act} concerns ${told.measures.length === 1 ? told.measures[0] : `${told.measures.length} measures`} of yours`,
        detail: `${told.change}. Confirmed by ${told.by}: ${told.measures.slice(0, 20).join(', ')}${told.measures.length > 20 ? ' …' : ''}`,
        path: `/desk/law-changes/${told.lawChange}`,
        button: 'See the impacts',
      }
    case 'checks due':
      return {
        title: `${told.texts} ${told.texts === 1 ? 'text is' : 'texts are'} due for checking against ${told.texts === 1 ? 'its' : 'their'} sources`,
        detail: '',
        path: '/desk/verifications/measures?due=1&mine=1',
        button: 'See which',
      }
    case 'impact answered':
      return {
        title: `${told.by} says that ${told.ref} is not affected by a law change of ${told.act}`,
        detail: '',
        path: `/desk/law-changes/impacts/${told.impact}`,
        button: 'Check it',
      }
  }
}

const nameOf = ({ ref, version }: { ref: string; version: number }) => `version ${version} of ${ref}`
const reviewOf = ({ ref, version }: { ref: string; version: number }) => `/desk/review/${ref}?version=${version}`

/** One line without control characters: what may stand in a header. */
export const oneLine = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
    .slice(0, 200)

/** A text as it may stand in HTML. */
export const escaped = (text: string) =>
  text.replace(/[&<>"']/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[sign] ?? sign)

/** What an e-mail says: each piece of news with why it was sent. `base` is the address of the server, `unsubscribe` a link of its own. */
export function mailOf(
  pieces: readonly { told: News; why: string }[],
  { base, unsubscribe, daily }: { base: string; unsubscribe: string; daily: boolean },
): { subject: string; text: string; html: string } {
  const messages = pieces.map(({ told, why }) => ({ ...messageOf(told), why }))
  const [first, ...others] = messages
  const subject = oneLine(
    daily
      ? `Today at the desk: ${messages.length} ${messages.length === 1 ? 'message' : 'messages'}`
      : `${first?.title}${others.length === 0 ? '' : `, and ${others.length} more`}`,
  )
  const settings = `${base}/desk/notifications/preferences`
  const stop = daily ? 'Stop the daily e-mail' : 'Stop e-mails of this kind'
  const text = [
    ...messages.map(({ title, detail, path, why }) =>
      [oneLine(title), ...(detail ? [detail] : []), `${base}${path}`, `(You are told this because ${why}.)`].join('\n\n'),
    ),
    `${stop}: ${unsubscribe}\nWhat is sent, and when: ${settings}`,
  ].join('\n\n----\n\n')
  const html = page(
    subject,
    messages.map(({ title, detail, path, button, why }) => piece({ title, detail, button, why, url: `${base}${path}` })).join(''),
    `<a href="${escaped(unsubscribe)}" style="color:#5b6470">${stop}</a> · <a href="${escaped(settings)}" style="color:#5b6470">What is sent, and when</a>`,
  )
  return { subject, text, html }
}

const piece = ({ title, detail, button, why, url }: { title: string; detail: string; button: string; why: string; url: string }) => `
<tr><td style="padding:20px 24px;border-top:1px solid #e3e0d8">
<p style="margin:0 0 10px;font-size:17px;font-weight:600;color:#1d2530">${escaped(oneLine(title))}</p>
${detail ? `<blockquote style="margin:0 0 14px;padding:2px 0 2px 12px;border-left:3px solid #c9c4b8;white-space:pre-wrap;color:#1d2530">${escaped(detail)}</blockquote>` : ''}
<p style="margin:0 0 12px"><a href="${escaped(url)}" style="display:inline-block;padding:8px 16px;background:#1f4e79;color:#ffffff;text-decoration:none;border-radius:3px;font-weight:600">${button}</a></p>
<p style="margin:0;font-size:13px;color:#5b6470">You are told this because ${escaped(why)}.</p>
</td></tr>`

/** A small page without script or style sheet, for mailboxes and for what is answered outside the site. `body` and `foot` are HTML; `room` stands beside the name. */
export const page = (title: string, body: string, foot: string, room = 'Desk') => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><link rel="icon" href="/icon.svg"><title>${escaped(title)}</title></head>
<body style="margin:0;padding:24px 12px;background:#f4f2ec;font-family:'Source Sans 3','Helvetica Neue',Arial,sans-serif;font-size:15px;line-height:1.5">
<table role="presentation" align="center" cellpadding="0" cellspacing="0" style="width:100%;max-width:600px;background:#ffffff;border:1px solid #e3e0d8">
<tr><td style="padding:16px 24px;font-family:'Source Serif 4',Georgia,serif;font-size:18px;font-weight:600;color:#1d2530">As Amended <span style="font-family:Arial,sans-serif;font-size:13px;font-weight:400;color:#5b6470">${room}</span></td></tr>${body}
<tr><td style="padding:14px 24px;border-top:1px solid #e3e0d8;font-size:13px;color:#5b6470">${foot}</td></tr>
</table></body></html>`

/** The page of an unsubscribe link: no script, nothing of anybody, and a button where something is asked. */
export const unsubscribePage = ({ title, text, button }: { title: string; text: string; button?: string }): string =>
  page(
    title,
    `
<tr><td style="padding:20px 24px;border-top:1px solid #e3e0d8">
<h1 style="margin:0 0 10px;font-size:20px;color:#1d2530">${escaped(title)}</h1>
<p style="margin:0 0 14px">${escaped(text)}</p>
${button ? `<form method="post"><button style="padding:8px 16px;background:#1f4e79;color:#ffffff;border:0;border-radius:3px;font:inherit;font-weight:600">${escaped(button)}</button></form>` : ''}
</td></tr>`,
    '<a href="/desk/notifications/preferences" style="color:#5b6470">What is sent, and when</a>',
  )
