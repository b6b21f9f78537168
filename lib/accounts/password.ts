// Passwords: argon2id hashes, and a comparison that takes as long for an unknown person as for a known one. Nothing here reads the database.
import { randomInt } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'

// OWASP's recommendation for argon2id (Password Storage Cheat Sheet): 19 MiB, two passes, one lane.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** The shortest password that is taken; NIST SP 800-63B asks for at least 8, ours are not rate-limited offline. */
export const shortestPassword = 12

/** Why a password is not taken, as a sentence; null when it is. */
export const whyNotPassword = (password: string): string | null => {
  if (password.length < shortestPassword) return `A password has at least ${shortestPassword} characters.`
  return password.length > 1000 ? 'A password has at most 1000 characters.' : null
}

/** The argon2id hash of a password, in PHC format. */
export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'), cost)

let nobodysHash: Promise<string> | undefined

/** Whether the password fits the hash; without a hash (nobody has that address) the same work is done and the answer is no. */
export async function passwordFits(passwordHash: string | null, password: string): Promise<boolean> {
  nobodysHash ??= hashPassword('nobody has this password')
  const fits = await verify(passwordHash ?? (await nobodysHash), password.normalize('NFKC'))
  return fits && passwordHash !== null
}

// Without the letters and digits that are taken for one another when a password is read out or typed from paper.
const legible = 'abcdefghjkmnpqrstuvwxyz23456789'

/** A made-up password that can be dictated, such as `k7mpd-x2hqa-9rtwc-bn4ve`: 20 of 31 characters, 99 bits. */
export function madeUpPassword(): string {
  const group = () => Array.from({ length: 5 }, () => legible[randomInt(legible.length)]).join('')
  return Array.from({ length: 4 }, group).join('-')
}
