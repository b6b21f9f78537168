// Gives every page a content security policy with a nonce of its own; public pages lose it again (lib/system/front.ts). It authorises nothing: pages and commands do that themselves.
import { type NextRequest, NextResponse } from 'next/server'
import { contentPolicy } from '#lib/system/content-policy.ts'

export function proxy(request: NextRequest) {
  const nonce = Buffer.from(crypto.randomUUID()).toString('base64')
  const development = process.env.NODE_ENV === 'development'
  const policy = contentPolicy({ nonce, development })
  const headers = new Headers(request.headers)
  headers.set('content-security-policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  return response
}

// Not what answers with JSON, the upload of an import and the saves of drafts: what passes through here is cut off at 10 MB.
export const config = { matcher: '/((?!_next/static|_next/image|api/|icon|desk/imports/read|desk/measures/[^/]+/(?:save|presence)).*)' }
