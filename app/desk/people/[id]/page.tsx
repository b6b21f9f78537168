// One person, for administrators: what they may, what they have open, what they did lately, and what was done to their account.
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { AccountPanel } from '#components/accounts/account-panel.tsx'
import { Consequences, hasOpenWork, OpenWorkOf } from '#components/accounts/open-work.tsx'
import { PersonForm } from '#components/accounts/person-form.tsx'
import { Moment } from '#components/desk/moment.tsx'
import { Section } from '#components/desk/section.tsx'
import { LogList } from '#components/log/log-list.tsx'
import { logOf } from '#lib/accounts/log-queries.ts'
import { accountHistory, onePerson } from '#lib/accounts/people-queries.ts'
import { may } from '#lib/accounts/permissions.ts'
import { whyNotToOneself } from '#lib/accounts/person.ts'
import { requireActor } from '#lib/accounts/session.ts'
import { logAddress } from '#lib/audit/log-filter.ts'
import { impactWorklist } from '#lib/law-changes/impact-queries.ts'
import { openVersionsOf } from '#lib/measures/list-queries.ts'
import { openPreviewsBy } from '#lib/previews/queries.ts'
import { reviewsTakenBy } from '#lib/review/claim-queries.ts'
import { scheduledBy } from '#lib/review/schedule-queries.ts'
import type { Actor } from '#lib/system/actor.ts'
import { systemClock } from '#lib/system/clock.ts'
import { economies } from '#lib/taxonomy/queries.ts'
import { regions } from '#prisma/reference/regions.ts'
import { changeSomebody, resetPassword } from '../actions.ts'

export const metadata = { title: 'Person' }

async function openWorkOf(actor: Actor, personId: number, now: Date) {
  const [drafts, reviews, schedules, { total: impacts }, previews] = await Promise.all([
    openVersionsOf(actor, personId),
    reviewsTakenBy(actor, personId),
    scheduledBy(actor, personId),
    impactWorklist(actor, { personId }, now),
    openPreviewsBy(actor, personId, now),
  ])
  return { drafts, reviews, schedules, impacts, previews }
}

export default async function PersonPage({ params }: PageProps<'/desk/people/[id]'>) {
  const { id } = await params
  const actor = await requireActor(`/desk/people/${encodeURIComponent(id)}`)
  if (!may(actor, 'manage people', null)) notFound()
  const person = await onePerson(actor, Number(id))
  if (!person) notFound()
  const now = systemClock()
  const [known, work, history, lately] = await Promise.all([
    economies(),
    openWorkOf(actor, person.id, now),
    accountHistory(actor, person.email, 20),
    logOf(actor, { personId: person.id }),
  ])
  const oneself = person.id === actor.id
  const entries = lately.items.slice(0, 8)
  return (
    <>
      <p>
        <Link href="/desk/people">People</Link>
      </p>
      <h1 className="mt-1 text-3xl font-semibold">
        {person.name} {oneself && <span className="font-sans text-lg font-normal text-muted">(you)</span>}
      </h1>
      <p className="mt-1 wrap-anywhere text-muted">
        {person.email} · {person.role} · since {person.since.toISOString().slice(0, 10)}
        {person.disabledAt && (
          <>
            {' '}
            ·{' '}
            <strong className="text-bad">
              disabled <Moment at={person.disabledAt} />
            </strong>
          </>
        )}
      </p>
      <div className="mt-6 grid gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <PersonForm
          person={person}
          refused={oneself ? whyNotToOneself({ role: person.role }) : null}
          economies={known}
          regions={regions}
          save={changeSomebody}
        />
        <div>
          <h2 className="mb-2 text-xl font-semibold">Account</h2>
          <AccountPanel
            person={{ id: person.id, edition: person.edition, name: person.name, disabled: person.disabledAt !== null, oneself }}
            refused={oneself ? whyNotToOneself({ disable: true }) : null}
            consequences={<Consequences name={person.name} work={work} />}
            change={changeSomebody}
            reset={resetPassword}
          />
          <h3 className="mt-6 mb-1 font-semibold">What was done to it</h3>
          <ol className="border-t border-rule text-sm">
            {history.map((line) => (
              <li key={line.id} className="border-b border-rule py-1.5 wrap-anywhere">
                <Moment at={line.at} /> <strong className="font-semibold">{line.who}</strong> {line.what}
              </li>
            ))}
            {history.length === 0 && <li className="py-1.5 text-muted">Nothing is recorded.</li>}
          </ol>
        </div>
      </div>
      <Section
        title="What they have open"
        {...(!hasOpenWork(work) && { count: 0 })}
        empty="Nothing: no draft, no review, nothing scheduled."
      >
        <OpenWorkOf personId={person.id} work={work} now={now} />
      </Section>
      <Section title="What they did lately" {...(entries.length === 0 && { count: 0 })} empty="Nothing yet.">
        <LogList entries={entries} />
        <p className="mt-3">
          <Link href={logAddress('/desk/log', { person: String(person.id) })}>All that they did, in the log</Link>
        </p>
      </Section>
    </>
  )
}
