// Loads the reference data into the database of DATABASE_APP_URL, or with "demo" the sample and its accounts; a process of its own, so that its pool ends with it.
import { existsSync } from 'node:fs'

const demo = process.argv[2] === 'demo'
const module = new URL(demo ? '../prisma/seed.ts' : '../prisma/reference.ts', import.meta.url)
if (existsSync(module)) {
  const loaded = await import(module.href)
  await (demo ? loaded.seed({ demoPassword: process.env.DEMO_PASSWORD }) : loaded.loadReference())
}
process.exit(0)
