// One's own account: who the desk takes one for, and another password.
import Link from 'next/link'
import { DecisionForm } from '#components/desk/decision-form.tsx'
import { Section } from '#components/desk/section.tsx'
import { Field } from '#components/ui/field.tsx'
import { TextInput } from '#components/ui/text-input.tsx'
import { shortestPassword } from '#lib/accounts/password.ts'
import { requireActor } from '#lib/accounts/session.ts'
import { changePassword } from './actions.ts'

export const metadata = { title: 'My account' }

export default async function AccountPage() {
  const { name, email, role, economies } = await requireActor('/desk/account')
  return (
    <>
      <h1 className="text-3xl font-semibold">My account</h1>
      <dl className="mt-4 grid max-w-xl grid-cols-[auto_1fr] gap-x-6 gap-y-1">
        <dt className="text-muted">Name</dt>
        <dd>{name}</dd>
        <dt className="text-muted">E-mail</dt>
        <dd className="wrap-anywhere">{email}</dd>
        <dt className="text-muted">Role</dt>
        <dd>{role}</dd>
        <dt className="text-muted">Economies</dt>
        <dd>{economies === 'all' ? 'all' : economies.join(', ') || 'none yet'}</dd>
      </dl>
      <p className="mt-2 text-sm text-muted">
        An administrator changes these. What you are told by e-mail you choose in{' '}
        <Link href="/desk/notifications/preferences">notifications</Link>.
      </p>
      <Section title="Another password">
        <div className="max-w-sm">
          <DecisionForm action={changePassword} about={{}} label="Change the password" busyLabel="Changing…" variant="primary">
            <input type="text" name="username" autoComplete="username" defaultValue={email} hidden readOnly />
            <Field id="present" label="Present password">
              <TextInput id="present" name="present" type="password" autoComplete="current-password" required />
            </Field>
            <Field id="next" label="New password" hint={`At least ${shortestPassword} characters. Any sign counts, spaces too.`}>
              <TextInput
                id="next"
                name="next"
                type="password"
                autoComplete="new-password"
                required
                minLength={shortestPassword}
                aria-describedby="next-hint"
              />
            </Field>
            <Field id="again" label="New password again">
              <TextInput id="again" name="again" type="password" autoComplete="new-password" required />
            </Field>
          </DecisionForm>
        </div>
        <p className="mt-3 max-w-prose text-sm text-muted">You are signed out everywhere then, and sign in with the new one.</p>
      </Section>
    </>
  )
}
