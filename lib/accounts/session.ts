// Sessions: next-auth signs a cookie with the person's id and epoch, and every request looks the person up anew. Nothing else of the cookie is trusted.
import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import type { NextRequest } from 'next/server'
import type { NextAuthOptions } from 'next-auth'
import { getToken } from 'next-auth/jwt'
import CredentialsProvider from 'next-auth/providers/credentials'
import { cache } from 'react'
import type { Actor } from '#lib/system/actor.ts'
import { env } from '#lib/system/env.ts'
import { actorOfSession, checkSignIn } from './queries.ts'

declare module 'next-auth' {
  interface User {
    epoch: number
  }
}
declare module 'next-auth/jwt' {
  interface JWT {
    person?: number
    epoch?: number
  }
}

const workingDay = 12 * 3600

/** next-auth's options: made per call, because the secret is read when it is needed and not when the file is. */
export const authOptions = (): NextAuthOptions => ({
  secret: env.authSecret,
  session: { strategy: 'jwt', maxAge: workingDay },
  pages: { signIn: '/sign-in', error: '/sign-in' },
  providers: [
    CredentialsProvider({
      credentials: { email: { type: 'email' }, password: { type: 'password' } },
      async authorize(given, request) {
        if (!given?.email || !given.password || given.email.length > 320 || given.password.length > 1000) return null
        // The last entry is what our own server, or the proxy in front of it, wrote.
        const address =
          String(request.headers?.['x-forwarded-for'] ?? 'unknown')
            .split(',')
            .at(-1)
            ?.trim() ?? 'unknown'
        const result = await checkSignIn(given.email, given.password, address)
        if (result.ok) return { ...result.person, id: String(result.person.id) }
        if (result.wait > 0) throw new Error(`wait ${result.wait}`)
        return null
      },
    }),
  ],
  callbacks: {
    jwt({ token, user }) {
      return user ? { sub: user.id, person: Number(user.id), epoch: user.epoch } : token
    },
    session({ session }) {
      return { expires: session.expires }
    },
  },
})

/** The signed-in person of this request, or null; looked up once a request. */
export const currentActor = cache(async (): Promise<Actor | null> => {
  const jar = await cookies()
  const request = {
    cookies: Object.fromEntries(jar.getAll().map(({ name, value }) => [name, value])),
    headers: {},
  } as unknown as NextRequest
  const token = await getToken({ req: request, secret: env.authSecret })
  return token?.person !== undefined && token.epoch !== undefined ? actorOfSession(token.person, token.epoch) : null
})

/** The signed-in person, or off to the sign-in page and back to `path` afterwards. For pages of the desk. */
export async function requireActor(path: string): Promise<Actor> {
  return (await currentActor()) ?? redirect(`/sign-in?from=${encodeURIComponent(path)}`)
}
