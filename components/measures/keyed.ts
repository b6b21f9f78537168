// Rows that have no id of their own, with keys for React: they are shown once, in their order, and never change places.

export function keyed<T>(rows: readonly T[]): { key: number; row: T }[] {
  return rows.map((row, key) => ({ key, row }))
}
