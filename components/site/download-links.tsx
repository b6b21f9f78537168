// The same list to take away, as files. The filter goes along; the page of the list does not.
import { type MeasureFilter, measuresPath } from '#lib/published/filters.ts'

const formats = { csv: 'CSV', xlsx: 'XLSX', jsonl: 'JSON Lines' }

export function DownloadLinks({ filter }: { filter: MeasureFilter }) {
  const query = measuresPath({ ...filter, page: 1, perPage: 20 }).replace('/measures', '')
  return (
    <p className="mt-8 text-sm text-muted print:hidden">
      Download this list as{' '}
      {Object.entries(formats).map(([format, name], index) => (
        <span key={format}>
          {index > 0 && (index === 2 ? ' or ' : ', ')}
          <a href={`/downloads/measures.${format}${query}`} download="">
            {name}
          </a>
        </span>
      ))}
      .
    </p>
  )
}
