// The log: one JSON line an event on standard error. Never a password, a token or the text of a draft.
import { pino } from 'pino'
import { env } from './env.ts'

export const log = pino({ level: env.logLevel, base: undefined }, pino.destination({ dest: 2, sync: true }))
