// Brings a database to the point where the program can run on it: migrated, with its roles and reference data. It never removes anything.
import { env, SetupError } from '#lib/system/env.ts'
import { connect, ensureDatabase, oneAtATime } from '#prisma/connection.ts'
import { ensureJobs } from '#prisma/jobs.ts'
import { migrate } from '#prisma/migrate.ts'
import { ensureRoles } from '#prisma/roles.ts'
import { type Database, openDatabase } from './database.ts'
import { generateClient } from './generate.ts'
import { run, say } from './processes.ts'

/** Opens the database and prepares it; the variables that the program reads are set afterwards. */
export async function openPrepared(): Promise<Database> {
  const database = await openDatabase()
  try {
    await prepare(database)
    return database
  } catch (error) {
    await database.stop()
    throw error
  }
}

/** Migrates, makes the roles, loads the reference data, and sets the variables that the program reads. */
export async function prepare({ url, roleSecret, given }: Omit<Database, 'stop'>): Promise<void> {
  await ensureDatabase(url)
  const applied = await migrate(url)
  if (applied.length) say(`applied ${applied.length} migration${applied.length === 1 ? '' : 's'}`)
  await ensureJobs(url)
  const { appUrl, publicUrl } = await ensureRoles(url, roleSecret, given)
  process.env.DATABASE_APP_URL = appUrl
  process.env.DATABASE_PUBLIC_URL = publicUrl
  process.env.NEXTAUTH_SECRET = env.authSecret
  process.env.NEXTAUTH_URL = env.baseUrl
  if (await generateClient()) say('generated the database client')
  await oneAtATime(url, async () => {
    if ((await run('node', ['scripts/reference.ts'], { quiet: true })) !== 0) throw new SetupError('The reference data cannot be loaded.')
  })
}

/** Whether somebody has an account. */
export async function anybody(url: string): Promise<boolean> {
  const client = await connect(url)
  return client
    .query('SELECT FROM public.person LIMIT 1')
    .then(({ rowCount }) => Boolean(rowCount))
    .finally(() => client.end())
}

/** Loads the sample and its accounts unless somebody has an account already; returns whether it did. */
export async function seedOnce(url: string, demoPassword: string): Promise<boolean> {
  return oneAtATime(url, async () => {
    if (await anybody(url)) return false
    const child = { ...process.env, DEMO_PASSWORD: demoPassword }
    if ((await run('node', ['scripts/reference.ts', 'demo'], { quiet: true, env: child })) !== 0)
      throw new SetupError('The sample cannot be loaded.')
    return anybody(url)
  })
}
