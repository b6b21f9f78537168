// A worklist of impacts with its filter, its pages, and what stands there while it is empty.
import { Pager } from '#components/ui/pager.tsx'
import { addressOf } from '#lib/law-changes/impact-filter.ts'
import { type AskedImpacts, ImpactFilter } from './impact-filter.tsx'
import { ImpactTable } from './impact-table.tsx'

type Props = {
  list: { items: Parameters<typeof ImpactTable>[0]['rows']; total: number; page: number; perPage: number }
  choices: Pick<Parameters<typeof ImpactFilter>[0], 'economies' | 'people'>
  address: string
  asked: AskedImpacts
  today: string
  withChange?: boolean
}

export function ImpactWorklist({ list, choices, address, asked, today, withChange = false }: Props) {
  const { items, total, page, perPage } = list
  return (
    <>
      <ImpactFilter address={address} asked={asked} {...choices} />
      <p className="mb-2 text-sm text-muted" role="status">
        {total.toLocaleString('en')} {total === 1 ? 'impact' : 'impacts'}
      </p>
      {items.length > 0 && <ImpactTable caption="Impacts, those due first first" rows={items} today={today} withChange={withChange} />}
      <Pager page={page} pages={Math.ceil(total / perPage)} href={(next) => addressOf(address, asked, next)} />
    </>
  )
}
