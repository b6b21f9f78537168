// What law changes ask of the signed-in person: proposals to confirm, commencements to confirm, impacts to settle and to check.
import Link from 'next/link'
import { Section } from '#components/desk/section.tsx'
import { ImpactTable } from './impact-table.tsx'
import { LawChangeTable } from './law-change-table.tsx'

type Impacts = { items: Parameters<typeof ImpactTable>[0]['rows']; total: number }
type Props = {
  proposals: Parameters<typeof LawChangeTable>[0]['rows']
  commencements: { id: number; actTitle: string; name: string }[]
  events: { id: number; title: string; name: string }[]
  impacts: Impacts
  toCheck: Impacts | null
  today: string
  me: number
}
const SHOWN = 10

export function LawChangesWaiting({ proposals, commencements, events, impacts, toCheck, today, me }: Props) {
  const begun = [
    ...commencements.map(({ id, name, actTitle }) => ({ href: `/desk/law-changes/${id}`, name, title: actTitle })),
    ...events.map(({ id, name, title }) => ({ href: `/desk/law-changes/awaited#event-${id}`, name, title })),
  ]
  return (
    <>
      {proposals.length > 0 && (
        <Section title="Law changes to confirm" count={proposals.length}>
          <LawChangeTable caption="Proposed law changes" rows={proposals} />
        </Section>
      )}
      {begun.length > 0 && (
        <Section title="Has it begun?" count={begun.length}>
          <ul className="border-b border-rule">
            {begun.slice(0, SHOWN).map(({ href, name, title }) => (
              <li key={href} className="border-t border-rule py-2.5">
                <Link href={href} className="font-medium text-ink">
                  {name} <span className="block font-serif">{title}</span>
                </Link>
                <p className="text-sm text-muted">Its day has come. Look it up and say whether it began.</p>
              </li>
            ))}
          </ul>
          {begun.length > SHOWN && (
            <p className="mt-2">
              <Link href="/desk/law-changes/awaited">All {begun.length}</Link>
            </p>
          )}
        </Section>
      )}
      <Waiting title="“Not affected” to check" impacts={toCheck} today={today} more="/desk/law-changes/impacts?show=to+check" />
      <Waiting title="Impacts that wait for me" impacts={impacts} today={today} more={`/desk/law-changes/impacts?person=${me}`} />
    </>
  )
}

function Waiting({ title, impacts, today, more }: { title: string; impacts: Impacts | null; today: string; more: string }) {
  if (!impacts || impacts.total === 0) return null
  return (
    <Section title={title} count={impacts.total}>
      <ImpactTable caption={title} rows={impacts.items.slice(0, SHOWN)} today={today} withChange />
      {impacts.total > SHOWN && (
        <p className="mt-2">
          <Link href={more}>All {impacts.total.toLocaleString('en')}</Link>
        </p>
      )}
    </Section>
  )
}
