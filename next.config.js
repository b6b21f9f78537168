// How Next.js builds and serves; what differs between installations is read at run time, never built in.

const dist = process.env.NEXT_DIST

const headers = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=()' },
]

// A preview is for whoever was told its address: found by no search engine, and told to no other page.
const preview = [
  { key: 'X-Robots-Tag', value: 'noindex, nofollow' },
  { key: 'Referrer-Policy', value: 'no-referrer' },
]

/** @type {import('next').NextConfig} */
export default {
  // No cacheComponents: what it streams into <Suspense> stays hidden from readers without JavaScript (lib/system/decisions/0003).
  poweredByHeader: false,
  headers: async () => [
    { source: '/:path*', headers },
    { source: '/preview/:path*', headers: preview },
  ],
  experimental: { serverActions: { bodySizeLimit: '8mb' } },
  // `npm run check` looks at the types of everything; the build would look at them again, with the person waiting.
  typescript: { ignoreBuildErrors: true, ...(dist ? { tsconfigPath: `${dist}.json` } : {}) },
  // Tests build beside the build that may be serving.
  ...(dist ? { distDir: dist } : {}),
}
