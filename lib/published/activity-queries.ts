// How much was published and withdrawn in each month (UTC), through the public role.
import { publicRows } from '#lib/system/db.ts'
import { Prisma } from '#prisma/generated/client.ts'

export type MonthCount = { at: string; series: number; count: number }

/** From an ISO day on, by month and kind: 0 first versions, 1 amendments, 2 other later versions, 3 withdrawals; of one economy or pillar where asked. */
export async function activityByMonth(
  since: string,
  { economy, pillar }: { economy?: string | undefined; pillar?: number | undefined },
): Promise<MonthCount[]> {
  const where = Prisma.sql`${economy ? Prisma.sql`AND v.economy_code = ${economy}` : Prisma.empty} ${pillar ? Prisma.sql`AND v.place / 100 = ${pillar}` : Prisma.empty}`
  const start = Prisma.sql`${since}::date::timestamp AT TIME ZONE 'UTC'`
  const month = (column: Prisma.Sql) => Prisma.sql`to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM')`
  return publicRows<MonthCount>`
    SELECT ${month(Prisma.sql`v.published_at`)} AS at,
      CASE v.change_kind WHEN 'first' THEN 0 WHEN 'amendment' THEN 1 ELSE 2 END AS series,
      count(*)::int AS count
    FROM published.listing v WHERE v.published_at >= ${start} ${where} GROUP BY 1, 2
    UNION ALL
    SELECT ${month(Prisma.sql`w.withdrawn_at`)}, 3, count(*)::int
    FROM published.withdrawal w JOIN published.listing v ON v.ref = w.ref AND v.number = w.number
    WHERE w.withdrawn_at >= ${start} ${where} GROUP BY 1
    ORDER BY 1, 2`
}
