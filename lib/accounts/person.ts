// A person with an account, as administrators see and change them: what may be changed, what takes a right away, and how it is said. It reads no data.
import { type Role, roles } from '#lib/system/actor.ts'
import { isStorable, notStorable } from '#lib/system/text.ts'
import { z } from '#lib/system/zod.ts'
import { type Deed, deeds, permissionTable } from './permissions.ts'

/** What each role is for, beside its name in a choice. */
export const roleExplanations: Record<Role, string> = {
  editor: 'writes and amends measures, proposes law changes, checks texts against their sources',
  reviewer: 'also approves and publishes what others wrote, and decides law changes',
  administrator: 'also manages people, merges acts and sets the intervals of checks',
}

/** The codes that somebody may write on; none is somebody who only reads. */
export type Economies = 'all' | readonly string[]

/** What a person may, and by what name. */
export type Standing = { name: string; role: Role; economies: Economies }

const name = z
  .string()
  .trim()
  .min(1, 'A name is needed: readers see who wrote and who approved.')
  .max(120, 'At most 120 characters')
  .refine(isStorable, notStorable)
  .refine((text) => !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text), 'Write it in one line.')
const codes = z.array(z.string().max(10)).max(400)
const economies = z.union([z.literal('all'), codes.transform((given) => [...new Set(given)].sort())])
const role = z.enum(roles, 'Choose a role.')

/** Who is added. The address is how they sign in, and never changes. */
export const newPerson = z.object({
  email: z
    .string()
    .trim()
    .toLowerCase()
    .max(320, 'At most 320 characters')
    .refine((text) => z.email().safeParse(text).success, { error: ({ input }) => `${input || 'Nothing'} is not an e-mail address.` }),
  name,
  role,
  economies,
})
export type NewPerson = { email: string; name: string; role: Role; economies: 'all' | string[] }

/** What is changed of a person at the desk, where nobody chooses another's password: what is left out stays. */
export const changeAtDesk = z.union([
  z.strictObject({ disable: z.literal(true) }),
  z.strictObject({ enable: z.literal(true) }),
  z.strictObject({ endSessions: z.literal(true) }),
  z.strictObject({ name: name.optional(), role: role.optional(), economies: economies.optional() }),
])
export const personChange = z.union([z.strictObject({ password: z.string() }), ...changeAtDesk.options])
export type PersonChange = z.input<typeof personChange>

const weight = { no: 0, own: 1, yes: 2 }

/** Whether somebody may less after a change than before: then their sessions end. */
export function narrows(before: Omit<Standing, 'name'>, after: Omit<Standing, 'name'>): boolean {
  const less = (deed: Deed) => weight[permissionTable[deed][after.role]] < weight[permissionTable[deed][before.role]]
  return deeds.some(less) || lost(before.economies, after.economies)
}

const lost = (before: Economies, after: Economies): boolean =>
  after !== 'all' && (before === 'all' || before.some((code) => !after.includes(code)))

/** Whether both are the same economies, in whatever order. */
export const sameEconomies = (one: Economies, other: Economies): boolean =>
  one === 'all' || other === 'all' ? one === other : one.length === other.length && one.every((code) => other.includes(code))

/** `all economies`, `KZ, UZ` or `no economy`. */
export const economiesInWords = (economies: Economies): string =>
  economies === 'all' ? 'all economies' : [...economies].sort().join(', ') || 'no economy'

/** Why an administrator may not do this to themselves, as a sentence for them; null when they may. */
export function whyNotToOneself(change: PersonChange): string | null {
  if ('disable' in change) return 'Nobody disables themselves: ask another administrator.'
  if ('enable' in change || 'password' in change || 'endSessions' in change) return null
  return change.role === undefined && change.economies === undefined
    ? null
    : 'Nobody changes their own role or economies: ask another administrator.'
}

/** Whether somebody who is this now would be no enabled administrator any more. */
export const leavesAdministration = (role: Role, change: PersonChange): boolean =>
  role === 'administrator' && ('disable' in change || ('role' in change && change.role !== undefined && change.role !== 'administrator'))
