// The page of a comment that was not taken: why, and what was typed, ready to be sent again. It reads nothing.
import { escaped, page } from '#lib/notifications/messages.ts'

/** What was sent, by the names of the form's fields. */
export type Typed = { threadId?: string | undefined; field: string; quote: string; body: string }

const style = 'display:block;box-sizing:border-box;width:100%;padding:6px 8px;border:1px solid #6b7280;border-radius:3px;font:inherit'
const area = (id: string, label: string, text: string, rows: number) => `
<p style="margin:0 0 12px;color:#1d2530"><label for="${id}" style="font-weight:600">${label}</label>
<textarea id="${id}" name="${id}" rows="${rows}" style="${style}">${escaped(text)}</textarea></p>`

/** `address` is that of the preview; without `typed` there is nothing to send again, and nothing to go back to. */
export function refusalPage(title: string, reasons: readonly string[], typed?: Typed & { address: string }): string {
  const form = typed
    ? `<form method="post" action="${escaped(`${typed.address}/comments`)}">
<input type="hidden" name="field" value="${escaped(typed.field)}">${typed.threadId ? `<input type="hidden" name="threadId" value="${escaped(typed.threadId)}">` : area('quote', 'Words that it is about (optional)', typed.quote, 2)}
${area('body', 'Comment', typed.body, 8)}
<button style="padding:8px 16px;background:#1f4e79;color:#ffffff;border:0;border-radius:3px;font:inherit;font-weight:600">Send it again</button></form>`
    : ''
  const body = `
<tr><td style="padding:20px 24px;border-top:1px solid #e3e0d8">
<h1 style="margin:0 0 10px;font-size:20px;color:#1d2530">${escaped(title)}</h1>
${reasons.map((reason) => `<p role="alert" style="margin:0 0 14px;color:#1d2530">${escaped(reason)}</p>`).join('')}${form}
</td></tr>`
  const back = typed
    ? `<a href="${escaped(typed.address)}" style="color:#5b6470">Back to the preview</a>`
    : '<a href="/measures" style="color:#5b6470">Read what is published</a>'
  return page(title, body, back, 'Preview')
}
