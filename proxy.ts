// Gives every page a content security policy with a nonce of its own. It authorises nothing: pages and commands do that themselves.
import { type NextRequest, NextResponse } from 'next/server'

export function proxy(request: NextRequest) {
  const nonce = Buffer.from(crypto.randomUUID()).toString('base64')
  const development = process.env.NODE_ENV === 'development'
  const policy = [
    `default-src 'self'`,
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' 'unsafe-inline'`, // widgets place themselves with style attributes
    `img-src 'self' data:`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
  ].join('; ')
  const headers = new Headers(request.headers)
  headers.set('content-security-policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  return response
}

// Not what answers with JSON, the upload of an import and the saves of drafts: what passes through here is cut off at 10 MB.
export const config = { matcher: '/((?!_next/static|_next/image|api/|icon|desk/imports/read|desk/measures/[^/]+/save).*)' }
