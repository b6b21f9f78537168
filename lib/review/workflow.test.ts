// The workflow table, printed: what each role may do in each state, as an author of the version and as somebody else.
import { describe, expect, test } from 'vitest'
import { versionStates } from '#lib/measures/version.ts'
import { roles } from '#lib/system/actor.ts'
import { whyNotWithdrawal } from './withdrawal.ts'
import { type Transition, transitions, whyNotNow } from './workflow.ts'

const names = Object.keys(transitions) as Transition[]
const person = (role: (typeof roles)[number], id = 1) => ({ id, role, economies: ['KZ'] as const })
const subject = (state: (typeof versionStates)[number], authorIds: number[], economy = 'KZ') => ({ state, economy, authorIds })

test('the table: who may, by state; A for an author of any revision, o for anybody else', () => {
  const lines = names.flatMap((transition) =>
    roles.flatMap((role) => {
      const cells = versionStates.map((state) => {
        const author = whyNotNow(person(role), transition, subject(state, [7, 1])) === null
        const other = whyNotNow(person(role), transition, subject(state, [7])) === null
        return `${author ? 'A' : '-'}${other ? 'o' : '-'}`
      })
      return [[transition.padEnd(21), role.padEnd(15), ...cells.map((cell) => cell.padEnd(11))].join('').trimEnd()]
    }),
  )
  const head = ['transition'.padEnd(21), 'role'.padEnd(15), ...versionStates.map((state) => state.padEnd(11))].join('').trimEnd()
  expect(`\n${[head, ...lines].join('\n')}\n`).toMatchInlineSnapshot(`
    "
    transition           role           draft      in_review  returned   approved   scheduled  published  superseded withdrawn  discarded
    save                 editor         Ao         --         Ao         --         --         --         --         --         --
    save                 reviewer       Ao         --         Ao         --         --         --         --         --         --
    save                 administrator  Ao         --         Ao         --         --         --         --         --         --
    discard              editor         Ao         --         Ao         --         --         --         --         --         --
    discard              reviewer       Ao         --         Ao         --         --         --         --         --         --
    discard              administrator  Ao         --         Ao         --         --         --         --         --         --
    submit               editor         Ao         --         Ao         --         --         --         --         --         --
    submit               reviewer       Ao         --         Ao         --         --         --         --         --         --
    submit               administrator  Ao         --         Ao         --         --         --         --         --         --
    take back            editor         --         A-         --         A-         A-         --         --         --         --
    take back            reviewer       --         A-         --         A-         A-         --         --         --         --
    take back            administrator  --         Ao         --         Ao         Ao         --         --         --         --
    return               editor         --         --         --         --         --         --         --         --         --
    return               reviewer       --         -o         --         --         --         --         --         --         --
    return               administrator  --         -o         --         --         --         --         --         --         --
    approve              editor         --         --         --         --         --         --         --         --         --
    approve              reviewer       --         -o         --         --         --         --         --         --         --
    approve              administrator  --         -o         --         --         --         --         --         --         --
    publish              editor         --         --         --         --         --         --         --         --         --
    publish              reviewer       --         --         --         Ao         --         --         --         --         --
    publish              administrator  --         --         --         Ao         --         --         --         --         --
    publish in emergency editor         --         --         --         --         --         --         --         --         --
    publish in emergency reviewer       --         --         --         --         --         --         --         --         --
    publish in emergency administrator  Ao         Ao         Ao         --         --         --         --         --         --
    approve afterwards   editor         --         --         --         --         --         --         --         --         --
    approve afterwards   reviewer       --         --         --         --         --         -o         -o         --         --
    approve afterwards   administrator  --         --         --         --         --         -o         -o         --         --
    schedule             editor         --         --         --         --         --         --         --         --         --
    schedule             reviewer       --         --         --         Ao         --         --         --         --         --
    schedule             administrator  --         --         --         Ao         --         --         --         --         --
    cancel schedule      editor         --         --         --         --         --         --         --         --         --
    cancel schedule      reviewer       --         --         --         --         Ao         --         --         --         --
    cancel schedule      administrator  --         --         --         --         Ao         --         --         --         --
    go live              editor         --         --         --         --         --         --         --         --         --
    go live              reviewer       --         --         --         --         --         --         --         --         --
    go live              administrator  --         --         --         --         --         --         --         --         --
    request withdrawal   editor         --         --         --         --         --         Ao         --         --         --
    request withdrawal   reviewer       --         --         --         --         --         Ao         --         --         --
    request withdrawal   administrator  --         --         --         --         --         Ao         --         --         --
    confirm withdrawal   editor         --         --         --         --         --         --         --         --         --
    confirm withdrawal   reviewer       --         --         --         --         --         Ao         --         --         --
    confirm withdrawal   administrator  --         --         --         --         --         Ao         --         --         --
    "
  `)
})

test('where each transition leads', () => {
  const lines = names.map((name) => `${name}: ${transitions[name].from.join(', ')} → ${transitions[name].to ?? 'stays'}`)
  expect(`\n${lines.join('\n')}\n`).toMatchInlineSnapshot(`
    "
    save: draft, returned → stays
    discard: draft, returned → discarded
    submit: draft, returned → in_review
    take back: in_review, approved, scheduled → draft
    return: in_review → returned
    approve: in_review → approved
    publish: approved → published
    publish in emergency: draft, in_review, returned → published
    approve afterwards: published, superseded → stays
    schedule: approved → scheduled
    cancel schedule: scheduled → approved
    go live: scheduled → published
    request withdrawal: published → stays
    confirm withdrawal: published → withdrawn
    "
  `)
})

test('in a foreign economy nobody may anything, in any state', () => {
  for (const transition of names)
    for (const role of roles)
      for (const state of versionStates)
        expect(whyNotNow(person(role), transition, subject(state, [], 'DE')), `${role}: ${transition}`).toMatch(
          /DE is not one of them|^Only an? (reviewer|administrator)/,
        )
})

test('a refusal says the reason that cannot change first: the role, then the authorship, then the state', () => {
  expect(whyNotNow(person('editor'), 'approve', subject('draft', [1]))).toMatch(/Only a reviewer/)
  expect(whyNotNow(person('reviewer'), 'approve', subject('draft', [1]))).toMatch(/You wrote part of this version/)
  expect(whyNotNow(person('reviewer'), 'approve', subject('draft', []))).toBe('This version is a draft and cannot be approved.')
})

describe('W4 a withdrawal needs two people', () => {
  const asked = { ...subject('published', [7]), requestedById: 1 }
  test('who asked may take the request back and never confirm it, whatever their role', () => {
    for (const role of roles) {
      expect(whyNotWithdrawal(person(role), true, asked)).toMatch(/somebody else has to confirm/)
      expect(whyNotWithdrawal(person(role), false, asked)).toBeNull()
    }
  })
  test('an editor confirms and declines none, a reviewer any but their own', () => {
    expect(whyNotWithdrawal(person('editor', 2), true, asked)).toMatch(/Only a reviewer/)
    expect(whyNotWithdrawal(person('editor', 2), false, asked)).toMatch(/Only a reviewer/)
    expect(whyNotWithdrawal(person('reviewer', 2), true, asked)).toBeNull()
    expect(whyNotWithdrawal(person('administrator', 2), false, asked)).toBeNull()
  })
})
