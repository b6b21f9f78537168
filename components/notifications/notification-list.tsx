// Notifications, each a button that leads to what it is about and marks it as read.
import { Moment } from '#components/desk/moment.tsx'
import type { Told } from '#lib/notifications/queries.ts'
import type { Refusal } from '#lib/system/action.ts'
import { OpenForm } from './open-form.tsx'

type Props = { items: readonly Told[]; open: (previous: Refusal | null, form: FormData) => Promise<Refusal | null> }

export function NotificationList({ items, open }: Props) {
  return (
    <ol className="border-t border-rule">
      {items.map(({ id, title, detail, why, at, unread }) => (
        <li key={id} className={`grid gap-x-4 border-b border-rule py-3 sm:grid-cols-[1rem_1fr_9rem] ${unread ? '' : 'text-muted'}`}>
          <span className="hidden pt-2 sm:block">{unread && <span className="block size-2 rounded-full bg-accent" />}</span>
          <div className="min-w-0">
            <OpenForm id={id} action={open}>
              <span className={unread ? 'font-semibold' : ''}>
                {unread && <span className="sr-only">Not read: </span>}
                {title}
              </span>
            </OpenForm>
            {detail && <p className="mt-1 border-l-2 border-rule-strong pl-3 font-serif break-words whitespace-pre-line">{detail}</p>}
            <p className="mt-1 text-sm text-muted">Because {why}.</p>
          </div>
          <span className="text-sm text-muted">
            <Moment at={at} />
          </span>
        </li>
      ))}
    </ol>
  )
}
