// The only reader of process.env in lib, app and components: typed, checked at first use. It never sets a variable and never invents a secret.
import { totalmem } from 'node:os'
import { z } from './zod.ts'

/** Something the person who runs the program must put right: shown as this one sentence, without a stack. */
export class SetupError extends Error {
  override name = 'SetupError'
}

export type Licence = { name: string; url: string }

const postgresUrl = z.string().regex(/^postgres(ql)?:\/\//, 'must begin with postgresql://')
const count = (min: number, max: number) =>
  z.coerce.number('must be a number').int('must be a whole number').min(min, `must be ${min} or more`).max(max, `must be ${max} or less`)
const flag = z.enum(['', '0', '1', 'false', 'true'], 'must be 1 or 0').transform((text) => text === '1' || text === 'true')

/** What this process may use, in bytes: the machine's memory, or the container's where that is less. */
const memoryHere = (): number => Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY)

/** Megabytes for kept answers on a machine with so many bytes: enough for a large site, and never what a small machine would miss. */
export const shareOfMemory = (bytes: number): number => Math.round(Math.min(256, Math.max(64, bytes / 32 / 1_000_000)))

const checked = new Map<string, { raw: string | undefined; value: unknown }>()

/** Reads one variable; an empty one counts as missing. Throws a SetupError that names it. The schema is made when the variable is new: these are read for every row of a list. */
function read<S extends z.ZodType>(name: string, schema: () => S, missing?: string): z.output<S> {
  const raw = process.env[name] || undefined
  const known = checked.get(name)
  if (known && known.raw === raw) return known.value as z.output<S>
  const result = schema().safeParse(raw)
  if (!result.success) {
    const reason = raw === undefined ? (missing ?? 'is not set') : result.error.issues[0]?.message
    throw new SetupError(`${name} ${reason}.`)
  }
  checked.set(name, { raw, value: result.data })
  return result.data
}

const startedByScripts = 'is not set: start the program with one of the commands of package.json, which set it'

export const env = {
  /** The connection of the desk: reads and writes, but changes no append-only row and no table. */
  get databaseAppUrl() {
    return read('DATABASE_APP_URL', () => postgresUrl, startedByScripts)
  },
  /** The connection of the public site, API, feeds and downloads: reads the schema `published` and nothing else. */
  get databasePublicUrl() {
    return read('DATABASE_PUBLIC_URL', () => postgresUrl, startedByScripts)
  },
  /** Signs sessions. */
  get authSecret() {
    return read(
      'AUTH_SECRET',
      () => z.string().min(16, 'must have at least 16 characters'),
      'must be set when DATABASE_URL is, to a random text such as `openssl rand -hex 32` prints',
    )
  },
  /** Where the world reaches this server: scheme, host and port, without a slash at the end. */
  get baseUrl(): string {
    const url = () =>
      z
        .url({ protocol: /^https?$/, error: 'must be an address such as https://measures.example.org' })
        .refine((text) => URL.canParse(text) && new URL(text).pathname === '/', 'must not contain a path')
        .optional()
    return read('BASE_URL', url)?.replace(/\/$/, '') ?? `http://localhost:${env.port}`
  },
  get port() {
    return read('PORT', () => count(1, 65_535).default(3000))
  },
  get host() {
    return read('HOST', () => z.string().default('127.0.0.1'))
  },
  /** Connections per process and pool. */
  get poolSize() {
    return read('DATABASE_POOL_SIZE', () => count(1, 1000).default(10))
  },
  get logLevel() {
    const levels = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const
    return read('LOG_LEVEL', () => z.enum(levels, `must be one of ${levels.join(', ')}`).default('info'))
  },
  /** Whether a proxy in front of this server states the address of the reader (`x-forwarded-for`). */
  get trustProxy() {
    return read('TRUST_PROXY', () => flag.default(false))
  },
  /** Whether readers are told that a law change of a measure's act is being reviewed. */
  get showReviewNotices() {
    return read('SHOW_REVIEW_NOTICES', () => flag.default(true))
  },
  /** Whether the web process also does the work that is due; `npm run worker` does it alone. */
  get jobs() {
    return read('JOBS', () => flag.default(true))
  },
  /** Memory for whole answers of the public site and the API, in bytes; 0 keeps none. By default a 32nd of what the process may use, 64 to 256 MB. */
  get responseCacheBytes() {
    return read('RESPONSE_CACHE_MB', () => count(0, 100_000).default(shareOfMemory(memoryHere()))) * 1_000_000
  },
  /** Whether a proxy in front keeps answers as `docs/nginx.conf` does: until the end of the second. */
  get proxyCache() {
    return read('PROXY_CACHE', () => flag.default(false))
  },
  /** Under which licence the data may be used; undefined where the operator has not said. */
  get dataLicence(): Licence | undefined {
    const licence = () =>
      z
        .string()
        .regex(/^\S.*\shttps?:\/\/\S+$/, 'must be a name and an address, such as CC BY 4.0 https://creativecommons.org/licenses/by/4.0/')
        .transform((text) => ({ name: text.replace(/\s+\S+$/, ''), url: text.replace(/^.*\s/, '') }))
        .optional()
    return read('DATA_LICENCE', licence)
  },
  /** Where e-mail is handed in: `smtps://user:password@mail.example.org`; undefined: none is sent. */
  get smtpUrl() {
    return read('SMTP_URL', () =>
      z
        .string()
        .regex(/^smtps?:\/\//, 'must begin with smtp:// or smtps://')
        .optional(),
    )
  },
  /** Who e-mail comes from. */
  get mailFrom() {
    return read('MAIL_FROM', () =>
      z
        .string()
        .regex(/^[^\r\n]+@[^\r\n]+$/, 'must be an address such as As Amended <desk@example.org>')
        .optional(),
    )
  },
  /** Requests of the API a minute and reader, in this process; 0 for as many as they like. */
  get apiRateLimit() {
    return read('API_RATE_LIMIT', () => count(0, 10_000_000).default(3000))
  },
  /** Downloads a minute and reader, in this process; 0 for as many as they like. */
  get downloadRateLimit() {
    return read('DOWNLOAD_RATE_LIMIT', () => count(0, 10_000_000).default(60))
  },
  get isProduction() {
    return process.env.NODE_ENV === 'production'
  },
}
