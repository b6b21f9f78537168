import { writeFileSync } from 'node:fs'
import { onStage } from './bench/stage.ts'
const size = Number(process.argv[2] ?? 10000)
await onStage({ size, seconds: 1, minutes: 1, connections: [1] }, async (stage) => {
  writeFileSync(process.argv[3] ?? '/tmp/stage.json', JSON.stringify({ ...stage.urls, refs: stage.seeded.refs, longest: stage.seeded.longest, env: { DATABASE_URL: process.env.DATABASE_URL, DATABASE_APP_URL: process.env.DATABASE_APP_URL, DATABASE_PUBLIC_URL: process.env.DATABASE_PUBLIC_URL, AUTH_SECRET: process.env.AUTH_SECRET, NEXTAUTH_SECRET: process.env.NEXTAUTH_SECRET, NEXT_DIST: process.env.NEXT_DIST } }))
  console.log('ready')
  await new Promise(() => setInterval(() => {}, 1000))
})
