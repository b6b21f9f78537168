// next-auth's own addresses: sign in, sign out, CSRF token.
import NextAuth from 'next-auth'
import { authOptions } from '#lib/accounts/session.ts'

const handler = (request: Request, context: unknown) => NextAuth(authOptions())(request, context)

export { handler as GET, handler as POST }
