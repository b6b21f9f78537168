// What is recorded of a law change: what changed, where it is written, who proposed and who decided.
import type { ReactNode } from 'react'
import { Moment } from '#components/desk/moment.tsx'

type Props = {
  lawChange: {
    note: string
    sourceTitle: string
    sourceUrl: string
    amendingAct: string
    notYetInForce: boolean
    proposerName: string
    createdAt: Date
    decision: { confirmed: boolean; reason: string; deciderName: string; createdAt: Date } | null
    commencement: { began: boolean; note: string; recorderName: string; createdAt: Date } | null
  }
}

export function LawChangeFacts({ lawChange }: Props) {
  const { note, sourceTitle, sourceUrl, amendingAct, decision, commencement } = lawChange
  return (
    <dl className="mt-4 grid max-w-3xl gap-x-6 gap-y-2 sm:grid-cols-[10rem_minmax(0,1fr)]">
      <Fact name="What changed">
        <span className="whitespace-pre-wrap">{note}</span>
      </Fact>
      <Fact name="Source">
        {sourceUrl ? (
          <a href={sourceUrl} rel="nofollow noopener" className="wrap-anywhere">
            {sourceTitle || sourceUrl}
          </a>
        ) : (
          sourceTitle
        )}
      </Fact>
      {amendingAct && <Fact name="Amending act">{amendingAct}</Fact>}
      {lawChange.notYetInForce && (
        <Fact name="In force">
          {commencement === null ? (
            'Not yet, when it was recorded'
          ) : (
            <>
              {commencement.began ? 'It began' : 'It did not begin'}, as {commencement.recorderName} recorded on{' '}
              <Moment at={commencement.createdAt} /> UTC. {commencement.note}
            </>
          )}
        </Fact>
      )}
      <Fact name="Proposed by">
        {lawChange.proposerName}, <Moment at={lawChange.createdAt} /> UTC
      </Fact>
      {decision && (
        <Fact name={decision.confirmed ? 'Confirmed by' : 'Declined by'}>
          {decision.deciderName}, <Moment at={decision.createdAt} /> UTC{decision.reason && `: “${decision.reason}”`}
        </Fact>
      )}
    </dl>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{name}</dt>
      <dd>{children}</dd>
    </>
  )
}
