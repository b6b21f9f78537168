// When what the sitemap names last changed, and which acts there are, through the public role.
import { publicRows } from '#lib/system/db.ts'

/** The moment of the latest publication or withdrawal of each economy that ever had one, by its code. */
export async function latestByEconomy(): Promise<Map<string, string>> {
  const rows = await publicRows<{ code: string; at: Date }>`
    SELECT economy_code AS code, max(updated_at) AS at FROM published.measure GROUP BY 1`
  return new Map(rows.map(({ code, at }) => [code, at.toISOString()]))
}

/** The refs of the public acts, at most so many; those that were merged lead elsewhere and are not among them. */
export async function refsOfActs(most: number): Promise<string[]> {
  const rows = await publicRows<{ ref: string }>`
    SELECT ref FROM published.act WHERE NOT is_merged ORDER BY ref LIMIT ${most}`
  return rows.map(({ ref }) => ref)
}
