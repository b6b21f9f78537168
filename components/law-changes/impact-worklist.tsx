// A worklist of impacts with its filter, its pages, and what stands there while it is empty.
import { Pager } from '#components/ui/pager.tsx'
import { addressOf } from '#lib/law-changes/impact-filter.ts'
import { type BatchAction, ImpactBatch } from './impact-batch.tsx'
import { type AskedImpacts, ImpactFilter } from './impact-filter.tsx'
import { ImpactTable } from './impact-table.tsx'

const caption = 'Impacts, the earliest due first'

type Props = {
  list: { items: Parameters<typeof ImpactTable>[0]['rows']; total: number; page: number; perPage: number }
  choices: Parameters<typeof ImpactFilter>[0]['choices']
  people: readonly { id: number; name: string }[]
  action: BatchAction
  refused: { settle: string | null; check: string | null }
  address: string
  asked: AskedImpacts
  today: string
  withChange?: boolean
  /** Why those that are chosen would not be affected, where it is known already. */
  reason?: string
}

export function ImpactWorklist({ list, choices, people, action, refused, address, asked, today, withChange = false, reason = '' }: Props) {
  const { items, total, page, perPage } = list
  const checking = asked.show === 'to check'
  const table = (choosing: boolean) =>
    items.length > 0 && <ImpactTable caption={caption} rows={items} today={today} withChange={withChange} choosing={choosing} />
  return (
    <>
      <ImpactFilter address={address} asked={asked} choices={choices} withChange={withChange} />
      <p className="mb-2 text-sm text-muted" role="status">
        {total.toLocaleString('en')} {total === 1 ? 'impact' : 'impacts'}
      </p>
      {asked.show === 'settled' ? (
        table(false)
      ) : (
        <ImpactBatch
          action={action}
          people={people}
          checking={checking}
          reason={reason}
          refused={checking ? refused.check : refused.settle}
          empty={items.length === 0}
        >
          {table(true)}
        </ImpactBatch>
      )}
      <Pager page={page} pages={Math.ceil(total / perPage)} href={(next) => addressOf(address, asked, next)} />
    </>
  )
}
