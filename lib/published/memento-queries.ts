// When each version of a measure came before the world, through the public role.
import { isRef } from '#lib/measures/measure.ts'
import { publicRows } from '#lib/system/db.ts'

/** The published versions of a measure with their moments, oldest first; empty when the world knows none. At most 10,000. */
export async function momentsOf(ref: string): Promise<{ number: number; publishedAt: Date }[]> {
  if (!isRef(ref)) return []
  return publicRows<{ number: number; publishedAt: Date }>`
    SELECT number, published_at AS "publishedAt" FROM published.version WHERE ref = ${ref} ORDER BY number LIMIT 10000`
}
