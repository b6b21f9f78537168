// How Next.js builds and serves; what differs between installations is read at run time, never built in.

const dist = process.env.NEXT_DIST

/** @type {import('next').NextConfig} */
export default {
  cacheComponents: true,
  partialPrefetching: true,
  poweredByHeader: false,
  // `npm run check` looks at the types of everything; the build would look at them again, with the person waiting.
  typescript: { ignoreBuildErrors: true, ...(dist ? { tsconfigPath: `${dist}.json` } : {}) },
  // Tests build beside the build that may be serving.
  ...(dist ? { distDir: dist } : {}),
}
