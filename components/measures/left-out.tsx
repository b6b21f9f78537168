// Says above the results which parts of the question were left out, because they were not understood; each field says why.
import { Banner } from '#components/ui/banner.tsx'
import { facetTitles } from '#lib/published/facets.ts'

const titles: Record<string, string> = {
  ...facetTitles,
  q: 'Words',
  asOf: 'As this record stood on',
  inForceOn: 'In force on',
  sort: 'Order',
}

export function LeftOut({ names }: { names: readonly string[] }) {
  if (names.length === 0) return null
  return (
    <Banner tone="warn" role="status" className="mb-5">
      Left out, because it is not understood: {names.map((name) => titles[name] ?? name).join(', ')}. The rest of the question is answered.
    </Banner>
  )
}
