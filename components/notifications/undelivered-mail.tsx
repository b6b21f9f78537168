// E-mails that could not be delivered, for administrators: to whom, since when, and what the mail server said.
import { Moment } from '#components/desk/moment.tsx'
import { Section } from '#components/desk/section.tsx'
import type { Undelivered } from '#lib/notifications/queries.ts'

export function UndeliveredMail({ mails }: { mails: readonly Undelivered[] }) {
  return (
    <Section title="E-mails that could not be delivered" count={mails.length}>
      <details>
        <summary className="cursor-pointer text-bad">To whom, and what the mail server said</summary>
        <ol className="mt-2 border-t border-rule">
          {mails.map(({ id, to, at, problem }) => (
            <li key={id} className="grid gap-x-4 border-b border-rule py-1.5 text-sm sm:grid-cols-[9rem_14rem_1fr]">
              <span className="text-muted">
                <Moment at={at} />
              </span>
              <span className="break-words">{to}</span>
              <span className="break-words">{problem}</span>
            </li>
          ))}
        </ol>
      </details>
    </Section>
  )
}
