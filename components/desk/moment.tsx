// A moment of record time: day and minute in UTC, which all of the desk shares, with the machine's form beside it.

export function Moment({ at }: { at: Date | string }) {
  const iso = typeof at === 'string' ? at : at.toISOString()
  return (
    <time dateTime={iso} title={`${iso.slice(0, 19).replace('T', ' ')} UTC`} className="whitespace-nowrap tabular-nums">
      {iso.slice(0, 10)} {iso.slice(11, 16)}
    </time>
  )
}
