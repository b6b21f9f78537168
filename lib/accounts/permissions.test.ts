// The permission table, printed: who may do what, in their own economy and in a foreign one. A change of a right is a change of this page.
import { expect, test } from 'vitest'
import { type Role, roles } from '#lib/system/actor.ts'
import { deeds, may, permissionTable, whyNot, whyNotAct } from './permissions.ts'

const own = (role: Role) => ({ role, economies: ['KZ'] })
const everywhere = (role: Role) => ({ role, economies: 'all' as const })

test('the table: own economy / foreign economy, for each deed and role', () => {
  const cell = (role: Role, deed: (typeof deeds)[number]) =>
    [may(own(role), deed, 'KZ'), may(own(role), deed, 'DE')].map((yes) => (yes ? 'yes' : '-')).join(' / ')
  const grid = [
    ['deed', ...roles].map((name) => name.padEnd(22)).join(''),
    ...deeds.map((deed) => [deed, ...roles.map((role) => cell(role, deed))].map((text) => text.padEnd(22)).join('')),
  ]
  expect(`\n${grid.map((line) => line.trimEnd()).join('\n')}\n`).toMatchInlineSnapshot(`
    "
    deed                  editor                reviewer              administrator
    read desk             yes / yes             yes / yes             yes / yes
    read people log       - / -                 - / -                 yes / yes
    manage people         - / -                 - / -                 yes / yes
    create measure        yes / -               yes / -               yes / -
    edit draft            yes / -               yes / -               yes / -
    discard draft         yes / -               yes / -               yes / -
    submit for review     yes / -               yes / -               yes / -
    take back from review yes / -               yes / -               yes / -
    comment               yes / -               yes / -               yes / -
    share preview         yes / -               yes / -               yes / -
    approve               - / -                 yes / -               yes / -
    return                - / -                 yes / -               yes / -
    publish               - / -                 yes / -               yes / -
    publish in an emergency- / -                 - / -                 yes / -
    schedule              - / -                 yes / -               yes / -
    request withdrawal    yes / -               yes / -               yes / -
    decide withdrawal     - / -                 yes / -               yes / -
    propose law change    yes / -               yes / -               yes / -
    decide law change     - / -                 yes / -               yes / -
    settle impact         yes / -               yes / -               yes / -
    check impact          - / -                 yes / -               yes / -
    confirm commencement  yes / -               yes / -               yes / -
    import                yes / yes             yes / yes             yes / yes
    verify                yes / -               yes / -               yes / -
    set check interval    - / -                 - / -                 yes / yes
    register act          yes / -               yes / -               yes / -
    edit act              yes / -               yes / -               yes / -
    keep acts of a union  - / -                 yes / yes             yes / yes
    merge acts            - / -                 - / -                 yes / -
    "
  `)
})

test('whoever has all economies may everywhere what they may in their own', () => {
  for (const deed of deeds)
    for (const role of roles) expect(may(everywhere(role), deed, 'DE'), `${role}: ${deed}`).toBe(may(own(role), deed, 'KZ'))
})

test('whoever has no economy may only what concerns none', () => {
  for (const deed of deeds)
    for (const role of roles)
      expect(may({ role, economies: [] }, deed, 'KZ'), `${role}: ${deed}`).toBe(permissionTable[deed][role] === 'yes')
})

test.each(['', 'kz', 'KZ ', ' KZ', 'K', 'KZX', 'KZ\0'])('%o is not the economy KZ', (economy) => {
  for (const role of roles) expect(may(own(role), 'create measure', economy)).toBe(false)
})

test('nobody is refused without a sentence that says why', () => {
  expect(whyNot(own('editor'), 'approve', 'KZ')).toBe('Only a reviewer or an administrator may approve.')
  expect(whyNot(own('editor'), 'edit draft', 'DE')).toBe(
    'You may edit draft only for the economies assigned to you, and DE is not one of them.',
  )
})

test('an act of a union is kept by reviewers, administrators and editors of all economies', () => {
  expect(whyNotAct(own('editor'), 'edit act', '')).toBe(
    'Only a reviewer or an administrator may keep acts of a union, and whoever has all economies.',
  )
  expect(whyNotAct(own('reviewer'), 'edit act', '')).toBeNull()
  expect(whyNotAct(everywhere('editor'), 'register act', '')).toBeNull()
  expect(whyNotAct(own('editor'), 'propose law change', '')).toContain('keep acts of a union')
  expect(whyNotAct(own('editor'), 'propose law change', 'KZ')).toBeNull()
  expect(whyNotAct(own('editor'), 'register act', 'DE')).toContain('DE is not one of them')
})
