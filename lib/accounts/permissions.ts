// THE permission table: which role may do what. Commands and interface ask the same function. It reads nothing; separation of persons is lib/review's.
import type { Actor, Role } from '#lib/system/actor.ts'

export const deeds = [
  'read desk',
  'read people log',
  'manage people',
  'create measure',
  'edit draft',
  'discard draft',
  'submit for review',
  'take back from review',
  'comment',
  'share preview',
  'approve',
  'return',
  'publish',
  'publish in an emergency',
  'schedule',
  'request withdrawal',
  'decide withdrawal',
  'propose law change',
  'decide law change',
  'settle impact',
  'check impact',
  'confirm commencement',
  'import',
  'verify',
  'set check interval',
  'register act',
  'edit act',
  'keep acts of a union',
  'merge acts',
] as const

export type Deed = (typeof deeds)[number]

/** yes: everywhere; own: in the person's economies only. */
type Grant = 'yes' | 'own' | 'no'

export const permissionTable: Record<Deed, Record<Role, Grant>> = {
  'read desk': { editor: 'yes', reviewer: 'yes', administrator: 'yes' },
  'read people log': { editor: 'no', reviewer: 'no', administrator: 'yes' },
  'manage people': { editor: 'no', reviewer: 'no', administrator: 'yes' },
  'create measure': { editor: 'own', reviewer: 'own', administrator: 'own' },
  'edit draft': { editor: 'own', reviewer: 'own', administrator: 'own' },
  'discard draft': { editor: 'own', reviewer: 'own', administrator: 'own' },
  'submit for review': { editor: 'own', reviewer: 'own', administrator: 'own' },
  'take back from review': { editor: 'own', reviewer: 'own', administrator: 'own' },
  comment: { editor: 'own', reviewer: 'own', administrator: 'own' },
  'share preview': { editor: 'own', reviewer: 'own', administrator: 'own' },
  approve: { editor: 'no', reviewer: 'own', administrator: 'own' },
  return: { editor: 'no', reviewer: 'own', administrator: 'own' },
  publish: { editor: 'no', reviewer: 'own', administrator: 'own' },
  'publish in an emergency': { editor: 'no', reviewer: 'no', administrator: 'own' },
  schedule: { editor: 'no', reviewer: 'own', administrator: 'own' },
  'request withdrawal': { editor: 'own', reviewer: 'own', administrator: 'own' },
  'decide withdrawal': { editor: 'no', reviewer: 'own', administrator: 'own' },
  'propose law change': { editor: 'own', reviewer: 'own', administrator: 'own' },
  'decide law change': { editor: 'no', reviewer: 'own', administrator: 'own' },
  'settle impact': { editor: 'own', reviewer: 'own', administrator: 'own' },
  'check impact': { editor: 'no', reviewer: 'own', administrator: 'own' },
  'confirm commencement': { editor: 'own', reviewer: 'own', administrator: 'own' },
  import: { editor: 'yes', reviewer: 'yes', administrator: 'yes' },
  verify: { editor: 'own', reviewer: 'own', administrator: 'own' },
  'set check interval': { editor: 'no', reviewer: 'no', administrator: 'yes' },
  'register act': { editor: 'own', reviewer: 'own', administrator: 'own' },
  'edit act': { editor: 'own', reviewer: 'own', administrator: 'own' },
  'keep acts of a union': { editor: 'no', reviewer: 'yes', administrator: 'yes' },
  'merge acts': { editor: 'no', reviewer: 'no', administrator: 'own' },
}

/** Why the actor may not, as a sentence for them; null when they may. `economy` is a code, or null for what concerns none. */
export function whyNot(actor: Pick<Actor, 'role' | 'economies'>, deed: Deed, economy: string | null): string | null {
  const grant = permissionTable[deed][actor.role]
  if (grant === 'no') return `Only ${allowedRoles(deed).map(withArticle).join(' or ')} may ${deed}.`
  if (grant === 'own' && economy !== null && actor.economies !== 'all' && !actor.economies.includes(economy)) {
    return `You may ${deed} only for the economies assigned to you, and ${economy} is not one of them.`
  }
  return null
}

/** Whether the actor may. */
export const may = (actor: Pick<Actor, 'role' | 'economies'>, deed: Deed, economy: string | null): boolean =>
  whyNot(actor, deed, economy) === null

/** Why the actor may not register or edit an act of this economy, or tell that it changed; or of a union (''), whose acts reach all its members: that may also editors of all economies. */
export function whyNotAct(
  actor: Pick<Actor, 'role' | 'economies'>,
  deed: 'register act' | 'edit act' | 'propose law change',
  economy: string,
): string | null {
  const ofUnion = economy === '' && actor.economies !== 'all' ? whyNot(actor, 'keep acts of a union', null) : null
  return ofUnion === null ? whyNot(actor, deed, economy || null) : `${ofUnion.slice(0, -1)}, and whoever has all economies.`
}

const allowedRoles = (deed: Deed): string[] =>
  Object.entries(permissionTable[deed]).flatMap(([role, grant]) => (grant === 'no' ? [] : [role]))

const withArticle = (role: string): string => (/^[aeiou]/.test(role) ? `an ${role}` : `a ${role}`)
