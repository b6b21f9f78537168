// What the signed-in person was told, the last first, each with why and where to see to it.
import Link from 'next/link'
import { DecisionForm } from '#components/desk/decision-form.tsx'
import { Section } from '#components/desk/section.tsx'
import { NotificationList } from '#components/notifications/notification-list.tsx'
import { UndeliveredMail } from '#components/notifications/undelivered-mail.tsx'
import { Banner } from '#components/ui/banner.tsx'
import { buttonClass } from '#components/ui/button.tsx'
import { Pager } from '#components/ui/pager.tsx'
import { requireActor } from '#lib/accounts/session.ts'
import { canMail } from '#lib/notifications/deliver.ts'
import { notificationsOf, undeliveredMail, unreadOf } from '#lib/notifications/queries.ts'
import { openNotification, readAll } from './actions.ts'

export const metadata = { title: 'Notifications' }

export default async function NotificationsPage({ searchParams }: PageProps<'/desk/notifications'>) {
  const actor = await requireActor('/desk/notifications')
  const asked = Number((await searchParams).page)
  const page = Number.isInteger(asked) && asked > 0 && asked < 100_000 ? asked : 1
  const [{ items, total, perPage }, unread, undelivered] = await Promise.all([
    notificationsOf(actor, page),
    unreadOf(actor),
    undeliveredMail(actor),
  ])
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h1 className="text-3xl font-semibold">Notifications</h1>
        <div className="flex gap-2">
          {unread > 0 && <DecisionForm action={readAll} about={{}} label="Mark all as read" busyLabel="Marking…" />}
          <Link href="/desk/notifications/preferences" className={buttonClass()}>
            E-mail preferences
          </Link>
        </div>
      </div>
      {actor.role === 'administrator' && !canMail() && (
        <Banner tone="warn" className="mt-5">
          <p>
            No e-mail is sent: <code>SMTP_URL</code> and <code>MAIL_FROM</code> are not set where this server runs. People are told here
            alone.
          </p>
        </Banner>
      )}
      {undelivered.length > 0 && <UndeliveredMail mails={undelivered} />}
      <Section
        title={unread > 0 ? `${unread >= 100 ? '100 or more' : unread} of ${total.toLocaleString('en')} not read` : 'All read'}
        {...(total === 0 ? { count: 0 } : {})}
        empty="Nothing yet. When a colleague submits, returns or publishes something that concerns you, it stands here."
      >
        <NotificationList items={items} open={openNotification} />
      </Section>
      <Pager page={page} pages={Math.ceil(total / perPage)} href={(number) => `/desk/notifications?page=${number}`} />
    </>
  )
}
