// The edition of all that the world is shown, asked of the database on a connection of its own; it never guesses.
import pg from 'pg'
import { log } from '#lib/system/log.ts'

/**
 * Gives a function that answers with the edition as it stood at some moment after it was called: what was committed before the call is in
 * it. Those who call while a question is under way share the next one.
 */
export function openEdition(url: string): { edition: () => Promise<string>; close: () => Promise<void> } {
  const pool = new pg.Pool({ connectionString: url, max: 1, idleTimeoutMillis: 0, connectionTimeoutMillis: 5_000, keepAlive: true })
  pool.on('error', (error) => log.warn({ error: error.message }, 'the connection that reads the edition was lost'))
  let running: Promise<string> | undefined
  let next: Promise<string> | undefined

  const ask = async (): Promise<string> => {
    const { rows } = await pool.query<{ number: string }>({ name: 'edition', text: 'SELECT number FROM published.edition' })
    if (!rows[0]) throw new Error('published.edition is empty.')
    return rows[0].number
  }
  const start = (): Promise<string> => {
    const question = ask()
    running = question
    const done = () => {
      if (running === question) running = undefined
    }
    question.then(done, done)
    return question
  }
  const edition = (): Promise<string> => {
    if (!running) return start()
    next ??= running
      .catch(() => {})
      .then(() => {
        next = undefined
        return start()
      })
    return next
  }
  return { edition, close: () => pool.end() }
}
