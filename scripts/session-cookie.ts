// The cookie of a signed-in person, as the server itself would make it: for measurements and faults, never for a person.
import { encode } from 'next-auth/jwt'

export async function sessionCookie(email: string): Promise<{ name: string; value: string }> {
  const { deskDb } = await import('#lib/system/db.ts')
  const { id, sessionEpoch } = await deskDb().person.findUniqueOrThrow({ where: { email } })
  const token = { sub: String(id), person: id, epoch: sessionEpoch }
  return { name: 'next-auth.session-token', value: await encode({ secret: process.env.NEXTAUTH_SECRET ?? '', token }) }
}
