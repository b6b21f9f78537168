// A text that is the same for the same values. It is no digest: PostgreSQL makes those.

/** The values as JSON, whatever the order of their keys. */
export function fingerprint(values: unknown): string {
  return JSON.stringify(values, (_, value) =>
    value && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )
}
