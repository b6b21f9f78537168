// GET /robots.txt: the desk is for people who sign in; everything else may be read. It guards nothing.
import { connection } from 'next/server'
import { env } from '#lib/system/env.ts'

export async function GET() {
  await connection()
  const lines = [
    'User-agent: *',
    'Disallow: /desk',
    'Disallow: /preview/',
    'Disallow: /sign-in',
    'Disallow: /api/auth/',
    '',
    `Sitemap: ${env.baseUrl}/sitemap.xml`,
  ]
  return new Response(`${lines.join('\n')}\n`, { headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-cache' } })
}
