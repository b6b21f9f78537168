// The time zones of a choice, by region.

export function ZoneOptions({ zones }: { zones: readonly string[] }) {
  const regions = Map.groupBy(zones, (zone) => (zone.includes('/') ? (zone.split('/')[0] ?? '') : 'Other'))
  return [...regions].map(([region, names]) => (
    <optgroup key={region} label={region}>
      {names.map((name) => (
        <option key={name} value={name}>
          {name.replace(/_/g, ' ')}
        </option>
      ))}
    </optgroup>
  ))
}
